/** Ports for the parties of a town: the wanted ones where they are free, else any that are. */

import { createServer } from 'node:net';

/** Whether a TCP port of the loopback interface is free now. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** @returns `count` free ports, the first ones from `from` on where they are free */
export async function freePorts(from: number, count: number): Promise<number[]> {
  const ports: number[] = [];
  for (let port = from; ports.length < count && port < from + 1000 && port < 65_536; port++) {
    if (await isFree(port)) ports.push(port);
  }
  if (ports.length < count) throw new TypeError(`no ${count} free ports from ${from} on`);
  return ports;
}
