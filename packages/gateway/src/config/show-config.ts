/** The configuration in effect, for people: secrets by the names of their files and variables only. */

import type { GatewayConfig } from './gateway-config.js';

/** @returns JSON; an address of a node is cut to its origin, for the rest may be an access token */
export function describeConfig(config: GatewayConfig): Record<string, unknown> {
  const { origin, pathname, search } = new URL(config.chain.url);
  const url = pathname === '/' && search === '' ? config.chain.url : `${origin}/…`;
  return { ...config, chain: { ...config.chain, url } };
}
