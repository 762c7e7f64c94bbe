/**
 * Which record number of the hospital is which twin. Kept in the vault under keyed hashes: nothing outside it, and nothing on the chain, joins the two. One number is one twin;
 * a twin may have several numbers (a hospital that merged, a record that was opened twice).
 */

import { createHmac } from 'node:crypto';
import { GatewayError } from '../errors.js';
import type { Gateway } from '../ports.js';

type Parts = Pick<Gateway, 'vault' | 'lookupKey'>;

/** The twin of a record number, 64 hexadecimal digits; undefined where it is not mapped. */
export function twinOfRecord(gateway: Parts, number: string): Promise<string | undefined> {
  return gateway.vault.getJson<string | null>(entryOf(gateway, number)).then((twinId) => twinId ?? undefined);
}

/** The record numbers of a twin, in the order in which they were mapped. */
export async function recordsOf(gateway: Parts, twinId: string): Promise<readonly string[]> {
  return (await gateway.vault.getJson<string[]>(listOf(twinId))) ?? [];
}

/**
 * Maps a record number to a twin. Safe to repeat. The caller lets in one at a time.
 *
 * @param number as the hospital writes it, 1 to 256 characters
 * @throws GatewayError `record-foreign` where it belongs to another twin
 */
export async function mapRecord(gateway: Parts, number: string, twinId: string): Promise<void> {
  const known = await twinOfRecord(gateway, number);
  if (known !== undefined && known !== twinId) {
    throw new GatewayError(
      'record-foreign',
      'The record number belongs to another twin. Take it from there first, if that was a mistake.',
    );
  }
  const numbers = await recordsOf(gateway, twinId);
  // The list first: what is in it and points nowhere is mapped by the repetition.
  if (!numbers.includes(number)) await gateway.vault.putJson(listOf(twinId), [...numbers, number]);
  await gateway.vault.putJson(entryOf(gateway, number), twinId);
}

/** Takes a record number from a twin. What was taken in under it stays where it is. @returns whether it was mapped */
export async function unmapRecord(gateway: Parts, number: string, twinId: string): Promise<boolean> {
  if ((await twinOfRecord(gateway, number)) !== twinId) return false;
  await gateway.vault.putJson(entryOf(gateway, number), null);
  const numbers = await recordsOf(gateway, twinId);
  await gateway.vault.putJson(
    listOf(twinId),
    numbers.filter((each) => each !== number),
  );
  return true;
}

function entryOf({ lookupKey }: Parts, number: string): string {
  return `record/${createHmac('sha256', lookupKey).update(`record\n${number}`).digest('hex')}`;
}

function listOf(twinId: string): string {
  return `records-of/${twinId}`;
}
