import { nodeFiles } from '../internal/files.js';
import type { StatementHook } from '../internal/statement-gate.js';
import type { FileEffects } from '../ports.js';
import type { FaultPlan } from './fault-plan.js';

/** Which methods of the ports of this package change the world. */
export const EFFECTS = {
  blobs: ['put', 'remove'],
  ledger: ['recordSealed', 'recordAnchored', 'recordCapsule', 'recordRequest'],
  outbox: ['enqueue', 'claim', 'complete', 'fail', 'reopen', 'releaseClaims', 'forgetDone'],
  receipts: ['append', 'appendAll'],
  sealed: ['put', 'putJson'],
} as const;

/**
 * A port whose effects go through a plan; everything else goes to the port as it is.
 *
 * @param name stands before the method in the plan's trace: `blobs.put`
 * @param effects the methods that count, such as those in {@link EFFECTS}; each must return a promise
 * @throws TypeError for a method that the port does not have
 */
export function withFaults<T extends object>(
  port: T,
  plan: FaultPlan,
  name: string,
  effects: readonly (keyof T & string)[],
): T {
  const counted = new Map<PropertyKey, unknown>();
  for (const method of effects) {
    const real = port[method];
    if (typeof real !== 'function') throw new TypeError(`effects: the port has no method ${method}`);
    counted.set(method, (...args: unknown[]) =>
      plan.around(`${name}.${method}`, async () => Reflect.apply(real, port, args)),
    );
  }
  return new Proxy(port, {
    get(target, property) {
      if (counted.has(property)) return counted.get(property);
      const value = Reflect.get(target, property, target) as unknown;
      // Private fields are found on the port itself only, never on what stands before it.
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** File operations whose every effect goes through a plan; `torn` leaves half of what was to be written. */
export function faultyFiles(plan: FaultPlan, files: FileEffects = nodeFiles): FileEffects {
  const half = (bytes: Uint8Array) => bytes.subarray(0, bytes.length >> 1);
  return {
    makeDirectory: (path) => plan.around('files.makeDirectory', () => files.makeDirectory(path)),
    writeNew: (path, bytes, mode) =>
      plan.around(
        'files.writeNew',
        () => files.writeNew(path, bytes, mode),
        () => files.writeNew(path, half(bytes), mode),
      ),
    rename: (from, to) => plan.around('files.rename', () => files.rename(from, to)),
    syncDirectory: (path) => plan.around('files.syncDirectory', () => files.syncDirectory(path)),
    remove: (path) => plan.around('files.remove', () => files.remove(path)),
    read: (path) => files.read(path),
    async openAppend(path) {
      const file = await files.openAppend(path);
      return {
        readAt: (at, length) => file.readAt(at, length),
        append: (bytes) =>
          plan.around(
            'files.append',
            () => file.append(bytes),
            () => file.append(half(bytes)),
          ),
        sync: () => plan.around('files.sync', () => file.sync()),
        truncate: (size) => plan.around('files.truncate', () => file.truncate(size)),
        close: () => file.close(),
      };
    },
  };
}

/**
 * A hook for `openDatabase` under which statements fail as the plan has it; `after` on a commit is a commit whose answer was lost.
 *
 * @param matches which statements count; by default those that write, and commits
 */
export function statementFaults(
  plan: FaultPlan,
  matches: RegExp = /^(insert|update|delete|commit)\b/,
): StatementHook {
  return {
    before: (label) => (matches.test(label) ? plan.before(`database.${label}`) : undefined),
    after: (label) => (matches.test(label) ? plan.after(`database.${label}`) : undefined),
  };
}
