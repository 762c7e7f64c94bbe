/** Ports of towns that several processes found on one machine at the same time. */

/** Ports of one process: two towns of at most eight each. */
const BLOCK = 16;
/** As many blocks as fit below the ports that Linux gives to outgoing connections (from 32768, ip(7)). */
const BLOCKS = 750;
const FIRST = 20_000;

/** The first port of a block that processes with neighbouring ids do not have: what is free when a town is founded must be so when it starts. @param town 0 or 1 */
export function portsOfProcess(town: 0 | 1 = 0): number {
  return FIRST + (process.pid % BLOCKS) * BLOCK + town * (BLOCK / 2);
}
