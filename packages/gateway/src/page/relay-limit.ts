/** What a gateway pays for strangers, bounded: so many in an hour, and a tenth of it (rounded up) from one network address. */

const HOUR_S = 3600;

export class RelayLimit {
  readonly #perHour: number;
  #hour = 0;
  #all = 0;
  readonly #byRemote = new Map<string, number>();

  constructor(perHour: number) {
    this.#perHour = perHour;
  }

  /** Takes one, where there is one left. @param remote where it comes from */
  take(remote: string, nowS: number): boolean {
    const hour = Math.floor(nowS / HOUR_S);
    if (hour !== this.#hour) {
      this.#hour = hour;
      this.#all = 0;
      this.#byRemote.clear();
    }
    const ofRemote = this.#byRemote.get(remote) ?? 0;
    if (this.#all >= this.#perHour || ofRemote >= Math.ceil(this.#perHour / 10)) return false;
    this.#all++;
    this.#byRemote.set(remote, ofRemote + 1);
    return true;
  }
}
