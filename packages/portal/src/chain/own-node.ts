/**
 * A node of the reader's own, on the same machine. The page's policy lets nobody but the consortium's gateways be asked; under `/me/node/8545/` the gateway serves the same page with a policy that has
 * that port as well. The address only opens the way: whether the node is asked, the reader says when signed in.
 */

const PLACE = /^(.*\/)node\/([1-9][0-9]{0,4})\/$/;

/** The port that the page was opened for; undefined where it was opened for none. */
export function nodePort(path: string = location.pathname): number | undefined {
  const port = path.match(PLACE)?.[2];
  return port === undefined ? undefined : Number(port);
}

/** Where the page is served for a port. */
export function pathForNode(port: number, path: string = location.pathname): string {
  return `${path.match(PLACE)?.[1] ?? path}node/${port}/`;
}

/** The port of a node's address; undefined where it is none on this machine. */
export function portOfNode(address: string): number | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname, port } = new URL(address);
  if (protocol !== 'http:' || (hostname !== '127.0.0.1' && hostname !== 'localhost')) return undefined;
  return port === '' ? 80 : Number(port);
}
