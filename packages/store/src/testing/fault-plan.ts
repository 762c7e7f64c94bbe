/** How the n-th effect fails. */
export type FaultWhen =
  /** It is not done. */
  | 'before'
  /** It is done, and the caller is told that it failed: the answer was lost. */
  | 'after'
  /** A write of bytes is done by half, then fails; any other effect fails as with `before`. */
  | 'torn'
  /** The process dies at once, before it is done. */
  | 'kill'
  /** The process dies at once, after it is done. */
  | 'kill-after';

export interface FaultOptions {
  /** Which effect fails, from 1. */
  readonly at: number;
  /** `before` by default. */
  readonly when?: FaultWhen;
  /** How many effects fail from there on; 1 by default, `Infinity` for a disk that stays full. */
  readonly times?: number;
  /** What they fail with; an error with code `ENOSPC` by default. */
  readonly error?: (effect: string) => Error;
}

/** What a plan decides about one effect. */
type Decision = FaultWhen | 'pass';

/**
 * Counts effects as they come, over all ports that share the plan, and makes the n-th fail. Run once with {@link FaultPlan.counting} to learn how many there are, then once for every n.
 */
export class FaultPlan {
  /** Names of the effects in the order in which they were tried. */
  readonly trace: string[] = [];
  #fired = 0;
  readonly #waiting: { readonly effect: string; readonly when: FaultWhen }[] = [];

  constructor(readonly options?: FaultOptions) {
    if (options !== undefined && !(Number.isSafeInteger(options.at) && options.at >= 1)) {
      throw new RangeError('at: expected a whole number from 1');
    }
  }

  /** A plan under which nothing fails. */
  static counting(): FaultPlan {
    return new FaultPlan();
  }

  /** How many effects were tried. */
  get count(): number {
    return this.trace.length;
  }

  /** Whether an effect was made to fail. */
  get fired(): boolean {
    return this.#fired > 0;
  }

  /**
   * Carries an effect out as the plan has it.
   *
   * @param torn does it by half, where that can be
   */
  async around<T>(effect: string, work: () => Promise<T>, torn?: () => Promise<unknown>): Promise<T> {
    const decision = this.#decide(effect);
    if (decision === 'kill') return die();
    if (decision === 'torn' && torn !== undefined) await torn();
    if (decision === 'before' || decision === 'torn') throw this.#errorOf(effect);
    const result = await work();
    if (decision === 'kill-after') return die();
    if (decision === 'after') throw this.#errorOf(effect);
    return result;
  }

  /** The first half of {@link around}, for seams that have one call before an effect and one behind it. */
  async before(effect: string): Promise<void> {
    const decision = this.#decide(effect);
    if (decision === 'kill') await die();
    if (decision === 'before' || decision === 'torn') throw this.#errorOf(effect);
    if (decision !== 'pass') this.#waiting.push({ effect, when: decision });
  }

  /** The second half. */
  async after(effect: string): Promise<void> {
    const at = this.#waiting.findIndex((each) => each.effect === effect);
    if (at < 0) return;
    const [waiting] = this.#waiting.splice(at, 1);
    if (waiting?.when === 'kill-after') await die();
    throw this.#errorOf(effect);
  }

  #decide(effect: string): Decision {
    this.trace.push(effect);
    if (this.options === undefined) return 'pass';
    const { at, times = 1, when = 'before' } = this.options;
    if (this.trace.length < at || this.trace.length >= at + times) return 'pass';
    this.#fired++;
    return when;
  }

  #errorOf(effect: string): Error {
    return (
      this.options?.error?.(effect) ??
      Object.assign(new Error(`the plan lets ${effect} fail`), { code: 'ENOSPC' })
    );
  }
}

/** As a power cut, or the kernel short of memory: nothing that is open gets a chance. */
async function die(): Promise<never> {
  process.kill(process.pid, 'SIGKILL');
  return new Promise<never>(() => undefined);
}
