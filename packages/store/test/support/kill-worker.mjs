/**
 * Stores objects, an entry and receipts one after the other, says what was acknowledged, and dies at an effect of its choosing. Arguments: the folder of the built package, the folder to write in, which effect, and how.
 */
import { writeSync } from 'node:fs';
import { join } from 'node:path';

const [, , built, folder, at, when] = process.argv;
const { FolderBlobStore } = await import(join(built, 'blob-store.js'));
const { SealedStore } = await import(join(built, 'sealed-store.js'));
const { ReceiptLog } = await import(join(built, 'receipt-log.js'));
const { FaultPlan, faultyFiles } = await import(join(built, 'testing', 'index.js'));

const plan = at === 'count' ? FaultPlan.counting() : new FaultPlan({ at: Number(at), when });
const files = faultyFiles(plan);
// Written at once: what stands in a buffer dies with the process.
const say = (line) => writeSync(1, `${line}\n`);
const bytes = (text) => new TextEncoder().encode(text);

const blobs = new FolderBlobStore(join(folder, 'objects'), files);
const vault = new SealedStore(join(folder, 'vault'), new Uint8Array(32), files);
const log = await ReceiptLog.open(join(folder, 'receipts'), files);
for (const round of ['1', '2']) {
  say(`object ${await blobs.put(bytes(`object ${round}`))}`);
  await vault.put('entry', bytes(round));
  say(`entry ${round}`);
  await log.append(bytes(`receipt ${round}`));
  say(`receipt ${round}`);
}
say(`effects ${plan.count}`);
