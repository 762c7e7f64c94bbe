/**
 * The counters of one module along a lane (REC-10): consecutive from 0 where every instance can be read; where some cannot, each of
 * those may or may not have touched the module once.
 */
export class CounterTrack {
  /** The next counter lies from #low to #high. */
  #low = 0;
  #high = 0;
  #holes: number[] = [];
  readonly #untouched = new Set<number>();

  /** An instance that cannot be read. */
  hole(seq: number): void {
    this.#high += 1;
    this.#holes.push(seq);
  }

  /** An instance that can be read and has no entry of the module. */
  untouched(seq: number): void {
    this.#untouched.add(seq);
  }

  /** An instance with an entry of the module; returns whether its counter can be right. */
  next(counter: number): boolean {
    const fits = this.#low <= counter && counter <= this.#high;
    // None of the holes can have touched the module when the counter goes on as if they were not there.
    if (counter === this.#low) for (const seq of this.#holes) this.#untouched.add(seq);
    this.#holes = [];
    this.#low = this.#high = counter + 1;
    return fits;
  }

  /** Whether an instance is known not to touch the module. */
  isUntouched(seq: number): boolean {
    return this.#untouched.has(seq);
  }
}
