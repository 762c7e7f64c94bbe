/**
 * Several sealed objects in one body: each as `LP(object)` of docs/RECORD.md, section 1, one after the other and nothing else. What they are is said by where they stand and by
 * their own heads.
 */

import { PeerError } from './errors.js';

/** Bytes of a length. */
const LENGTH_BYTES = 4;

/** The body of some objects. @throws RangeError for an object of 2^32 bytes or more */
export function encodeObjects(objects: readonly Uint8Array[]): Uint8Array {
  const body = new Uint8Array(objects.reduce((sum, { length }) => sum + LENGTH_BYTES + length, 0));
  const view = new DataView(body.buffer);
  let at = 0;
  for (const object of objects) {
    if (object.length > 0xffff_ffff) throw new RangeError('objects: expected fewer than 2^32 bytes in each');
    view.setUint32(at, object.length);
    body.set(object, at + LENGTH_BYTES);
    at += LENGTH_BYTES + object.length;
  }
  return body;
}

/**
 * The objects of a body, as copies.
 *
 * @param max most objects
 * @throws PeerError `garbage` where it ends inside one, holds an empty one or more than `max`
 */
export function decodeObjects(body: Uint8Array, max: number): Uint8Array[] {
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const objects: Uint8Array[] = [];
  let at = 0;
  while (at < body.length) {
    const start = at + LENGTH_BYTES;
    const length = start <= body.length ? view.getUint32(at) : 0;
    if (length === 0 || start + length > body.length || objects.length === max) {
      throw new PeerError('garbage', 'The body is no list of objects, or one of too many.');
    }
    // Not slice(): on a Buffer that is a view, and would keep the whole body alive.
    objects.push(new Uint8Array(body.subarray(start, start + length)));
    at = start + length;
  }
  return objects;
}
