/** Where a request comes from, as far as that can be believed. */

import type { IncomingMessage } from 'node:http';
import proxyAddr from '@fastify/proxy-addr';
import ipaddr from 'ipaddr.js';

/** Who asks, for limits: an IPv4 address, or an IPv6 network of 64 bits, for whoever has one address of it has them all. */
export type RemoteOf = (request: IncomingMessage) => string;

/** @param trustedProxies addresses and networks whose X-Forwarded-For is believed */
export function remoteAddressOf(trustedProxies: readonly string[]): RemoteOf {
  const trusts = proxyAddr.compile([...trustedProxies]);
  return (request) => {
    // A connection that is gone already has no address.
    const text = request.socket.remoteAddress === undefined ? '' : proxyAddr(request, trusts);
    if (!ipaddr.isValid(text)) return 'unknown';
    const address = ipaddr.process(text);
    if (address.kind() === 'ipv4') return address.toString();
    const network = (address as ipaddr.IPv6).parts.slice(0, 4).map((part) => part.toString(16));
    return `${network.join(':')}::/64`;
  };
}
