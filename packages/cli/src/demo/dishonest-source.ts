/** Servers that lie, each in one way: what the demonstration and the tests put between a reader and the true keeper. */

import { type RecordSource, toHex } from '@twinseal/record';

/** One way of lying. */
export interface Lie {
  /** What it does, in a few words. */
  readonly name: string;
  readonly apply: (source: RecordSource) => RecordSource;
}

/** A copy with one bit flipped. @param bit counted from the first byte's lowest */
export function flipBit(bytes: Uint8Array, bit: number): Uint8Array {
  // Not slice(): on a Buffer that is a view, and the original would change.
  const copy = new Uint8Array(bytes);
  const at = Math.floor(bit / 8) % copy.length;
  copy[at] = (copy[at] as number) ^ (1 << (bit % 8));
  return copy;
}

/** The bit in the middle of an object: inside its content, whatever its form. */
function flipMiddle(bytes: Uint8Array): Uint8Array {
  return flipBit(bytes, Math.floor(bytes.length / 2) * 8 + 3);
}

/** Lies about one part of a lane, given the addresses of its slot and payload. */
export function liesAboutPart(part: { readonly slot: Uint8Array; readonly payload: Uint8Array }): Lie[] {
  const flipObject = (name: string, address: Uint8Array): Lie => ({
    name,
    apply: (source) =>
      override(source, {
        object: async (asked) => {
          const object = await source.object(asked);
          return object !== undefined && toHex(asked) === toHex(address) ? flipMiddle(object) : object;
        },
      }),
  });
  return [
    flipObject('a bit flipped in a payload', part.payload),
    flipObject("a bit flipped in a part's slot", part.slot),
  ];
}

/** Lies about a lane as a whole. @param count how many instances it has */
export function liesAboutLane(count: number): Lie[] {
  const lies: Lie[] = [
    {
      name: 'a bit flipped in a manifest',
      apply: (source) =>
        override(source, {
          manifest: async (lane, seq) => {
            const manifest = await source.manifest(lane, seq);
            return manifest !== undefined && seq === 0 ? flipMiddle(manifest) : manifest;
          },
        }),
    },
    {
      name: 'a bit flipped in every capsule',
      apply: (source) =>
        override(source, { capsules: async (lane) => (await source.capsules(lane)).map(flipMiddle) }),
    },
    {
      name: 'the newest instance withheld',
      apply: (source) =>
        override(source, {
          manifest: async (lane, seq) => (seq === count - 1 ? undefined : source.manifest(lane, seq)),
        }),
    },
    {
      name: 'a lie about the head',
      apply: (source) =>
        override(source, {
          head: async (lane) => {
            const head = await source.head(lane);
            return head === undefined ? undefined : { count: head.count + 1, mk: flipMiddle(head.mk) };
          },
        }),
    },
  ];
  if (count >= 2) {
    lies.push({
      name: 'two instances swapped',
      apply: (source) =>
        override(source, { manifest: (lane, seq) => source.manifest(lane, seq < 2 ? 1 - seq : seq) }),
    });
  }
  if (count >= 3) {
    lies.push({
      name: 'an instance taken out',
      apply: (source) =>
        override(source, {
          manifest: async (lane, seq) => (seq === 1 ? undefined : source.manifest(lane, seq)),
        }),
    });
  }
  return lies;
}

/** A source with some methods replaced. */
export function override(source: RecordSource, replaced: Partial<RecordSource>): RecordSource {
  return {
    head: (lane) => source.head(lane),
    manifest: (lane, seq) => source.manifest(lane, seq),
    locator: (partDigest) => source.locator(partDigest),
    object: (address) => source.object(address),
    capsules: (lane) => source.capsules(lane),
    ...replaced,
  };
}
