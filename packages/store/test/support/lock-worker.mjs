/**
 * Takes and gives back the lock of a data directory for as long as it lives, and watches that nobody else is inside at the same time. Prints one line for each time inside; `VIOLATION` where another living process was there too.
 * Arguments: the built module, the directory, and `once` to take it once and hold it until standard input ends.
 */
import { readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const [, , modulePath, directory, mode] = process.argv;
const { openDataDirectory } = await import(modulePath);
const inside = join(directory, '..', 'inside');

for (;;) {
  let held;
  try {
    held = await openDataDirectory(directory);
  } catch (error) {
    if (error.code !== 'directory-in-use') console.log(`UNEXPECTED ${error.code} ${error.message}`);
    if (mode === 'once') {
      console.log(error.code);
      break;
    }
    await pause(Math.random() * 5);
    continue;
  }
  try {
    writeFileSync(inside, String(process.pid), { flag: 'wx' });
  } catch {
    const other = Number(readFileSync(inside, 'utf8'));
    if (lives(other)) console.log(`VIOLATION ${other}`);
    writeFileSync(inside, String(process.pid));
  }
  console.log('inside');
  if (mode === 'once') for await (const _ of process.stdin);
  else await pause(Math.random() * 8);
  unlinkSync(inside);
  await held.release();
  if (mode === 'once') break;
}

function lives(pid) {
  try {
    process.kill(pid, 0);
    // A killed child that nobody has asked after is a zombie: its id is there, it runs no more.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
