import { StoreError } from './errors.js';
import type { Address, BlobStore } from './ports.js';

/** An object is looked for this often before it is said not to be held: it may move from where we look next to where we have just looked. */
const LOOKS = 3;

/**
 * The blobs of both areas as one store: what is new goes online, what is read is found wherever it lies, also while it moves. Moves copy first and delete last, so an object is always in one of the two.
 */
export class TieredBlobStore implements BlobStore {
  constructor(
    readonly online: BlobStore,
    readonly offline: BlobStore,
  ) {}

  put(bytes: Uint8Array): Promise<Address> {
    return this.online.put(bytes);
  }

  /** @throws StoreError `object-altered` where one area holds it altered and the other does not hold it intact */
  async get(address: Address): Promise<Uint8Array | undefined> {
    for (let look = 0; look < LOOKS; look++) {
      const found = await this.#look(address);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  async #look(address: Address): Promise<Uint8Array | undefined> {
    let altered: StoreError | undefined;
    for (const store of [this.online, this.offline]) {
      try {
        const found = await store.get(address);
        if (found !== undefined) return found;
      } catch (error) {
        if (!(error instanceof StoreError) || error.code !== 'object-altered') throw error;
        altered = error;
      }
    }
    if (altered !== undefined) throw altered;
    return undefined;
  }

  async has(address: Address): Promise<boolean> {
    for (let look = 0; look < LOOKS; look++) {
      if ((await this.online.has(address)) || (await this.offline.has(address))) return true;
    }
    return false;
  }

  async remove(address: Address): Promise<boolean> {
    const online = await this.online.remove(address);
    const offline = await this.offline.remove(address);
    return online || offline;
  }

  /** Every address of both areas. One that moves while they are listed may be left out: list where no move is under way. */
  async *list(): AsyncIterable<Address> {
    const seen = new Set<Address>();
    for (const store of [this.online, this.offline]) {
      for await (const address of store.list()) {
        if (seen.has(address)) continue;
        seen.add(address);
        yield address;
      }
    }
  }
}
