/** Who asks, for limits: an IPv4 address, or an IPv6 network of 64 bits, for whoever has one address of it has them all. */

import ipaddr from 'ipaddr.js';

/** @param ip address of the connection, or what a trusted proxy says of it; `unknown` where it is none (a connection that is gone) */
export function networkOf(ip: string | undefined): string {
  if (ip === undefined || !ipaddr.isValid(ip)) return 'unknown';
  // IPv4 inside of IPv6 is IPv4.
  const address = ipaddr.process(ip);
  if (address.kind() === 'ipv4') return address.toString();
  const network = (address as ipaddr.IPv6).parts.slice(0, 4).map((part) => part.toString(16));
  return `${network.join(':')}::/64`;
}
