/** Which access receipts their patient has fetched, and when: a delivery record for each, kept as where each fetch ended. In the vault, so that nothing of it is readable at rest. */

import { KeyedMutex } from '../internal/keyed-mutex.js';
import type { Vault } from '../lane-author.js';

/** All receipts with an index below `before` were delivered by then. */
interface Step {
  readonly before: number;
  /** Seconds since 1970. */
  readonly atS: number;
}

export class Deliveries {
  readonly #vault: Vault;
  readonly #mutex = new KeyedMutex();

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  /** Notes that the patient fetched receipts from `from` up to and excluding `before`; a gap before them stays one. */
  async note(twinId: string, from: number, before: number, atS: number): Promise<void> {
    await this.#mutex.run(twinId, async () => {
      const steps = await this.#steps(twinId);
      const until = steps.at(-1)?.before ?? 0;
      if (from > until || before <= until) return;
      await this.#vault.putJson(entryOf(twinId), [...steps, { before, atS }]);
    });
  }

  /** When each receipt was delivered, by index; undefined where it was not. */
  async of(twinId: string): Promise<(index: number) => number | undefined> {
    const steps = await this.#steps(twinId);
    return (index) => steps.find(({ before }) => index < before)?.atS;
  }

  /** How many of a twin's receipts were delivered: the index of the first that was not. */
  async count(twinId: string): Promise<number> {
    return (await this.#steps(twinId)).at(-1)?.before ?? 0;
  }

  async #steps(twinId: string): Promise<readonly Step[]> {
    return (await this.#vault.getJson<Step[]>(entryOf(twinId))) ?? [];
  }
}

function entryOf(twinId: string): string {
  return `receipts-delivered/${twinId}`;
}
