/** Which addresses cannot be reached from another machine. */

import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';

/** 127.0.0.0/8 (RFC 1122, section 3.2.1.3) and ::1 (RFC 4291, section 2.5.3); IPv4 addresses written as IPv6 count as what they are. */
const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/** Whether an IP address is a loopback one. The unspecified addresses 0.0.0.0 and :: are not: they stand for every interface. @throws TypeError for anything but an IP address */
export function isLoopbackAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 0) throw new TypeError('address: expected an IP address');
  return LOOPBACK.check(address, family === 4 ? 'ipv4' : 'ipv6');
}

/**
 * Whether a host name or address means loopback addresses only.
 *
 * @returns undefined where the name resolves to nothing
 */
export async function isLoopbackHost(host: string): Promise<boolean | undefined> {
  if (isIP(host) !== 0) return isLoopbackAddress(host);
  try {
    // Asked and not assumed, for `localhost` too: what counts is where the socket will really be opened.
    const found = await lookup(host, { all: true });
    return found.length === 0 ? undefined : found.every(({ address }) => isLoopbackAddress(address));
  } catch {
    return undefined;
  }
}
