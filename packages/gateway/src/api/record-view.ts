/**
 * What of a hospital's view of a twin may be shown to a caller: the own lane, and of the others the modules that the decision covers. Folded anew from the parts that may be seen, for an
 * entry of the whole master may join what several lanes and modules say.
 */

import { formatName } from '@twinseal/record';
import { foldLane, type LanePart, type Master, mergeLanes } from '@twinseal/twin';
import type { Decision } from '../decision/ask.js';
import type { GatewayService } from '../service/gateway-service.js';
import type { HospitalView, Refreshed } from '../usecases/refresh-twin.js';
import { denied } from './errors.js';
import { ReadyJson } from './route.js';

/** What a caller may see of a twin. */
export interface Shown {
  readonly view: HospitalView;
  readonly master: Master;
  readonly parts: readonly LanePart[];
  /** Modules that were looked at: of those left out, nothing is said. */
  readonly modules: readonly string[];
}

/** Views of one opening that are kept: callers ask for few sets of modules. */
const MAX_KEPT = 64;

/** Bytes of answers that are kept, of one opening: what is read again and again is written once. */
const MAX_WRITTEN_BYTES = 8 << 20;

export class RecordViews {
  readonly #service: GatewayService;
  readonly #written = new WeakMap<Shown, ReadyJson>();
  readonly #shown = new WeakMap<Refreshed, Map<string, Shown>>();

  constructor(service: GatewayService) {
    this.#service = service;
  }

  /**
   * What a permit shows of a twin, as this hospital opened and verified it last.
   *
   * @param only these modules; all that are covered where it is left out
   * @throws ChainError where it was not opened since the start and the chain does not answer
   */
  async shown(
    twinId: string,
    decision: Decision & { readonly permit: true },
    only?: readonly string[],
  ): Promise<Shown> {
    const twin = await this.#service.twins.get(twinId);
    if (twin === undefined) throw denied();
    const made =
      this.#service.emergencies.openedWithoutChain(twinId) ??
      this.#service.master(twinId) ??
      (await this.#service.refreshed(twin));
    const covered = (decision.modules ?? []).filter((module) => only?.includes(module) !== false);
    const modules = decision.ownLane === true ? (only ?? Object.keys(twin.scopeSalts)) : covered;
    const key = JSON.stringify([decision.ownLane === true, covered, only ?? null]);
    const kept = this.#shown.get(made) ?? new Map<string, Shown>();
    this.#shown.set(made, kept);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const own = formatName({ kind: 'hospital', hospital: this.#service.gateway.id });
    const parts = made.parts.filter(({ author, module }) => {
      if (only?.includes(module) === false) return false;
      return covered.includes(module) || (decision.ownLane === true && author.replace(/#.*$/, '') === own);
    });
    const shown: Shown = {
      view: made.view,
      master: mergeLanes([foldLane(parts)]),
      parts,
      modules: [...modules].sort(),
    };
    if (kept.size >= MAX_KEPT) kept.clear();
    kept.set(key, shown);
    return shown;
  }

  /** What is shown, as the bytes of one answer. The same view is written once, and forgotten with it. @param say what to answer; of one view always the same */
  written(shown: Shown, say: () => unknown): ReadyJson {
    const known = this.#written.get(shown);
    if (known !== undefined) return known;
    const made = new ReadyJson(Buffer.from(JSON.stringify(say())));
    if (made.bytes.length <= MAX_WRITTEN_BYTES / MAX_KEPT) this.#written.set(shown, made);
    return made;
  }
}
