/** Forms that many routes, and what travels in them, share: each is written here and nowhere else. A form says what a text looks like; whether it is right is for whoever takes it. */

import { z } from 'zod';

/** 32 bytes without 0x: ids, hashes and salts of the record. */
export const hex64 = z.string().regex(/^[0-9a-f]{64}$/, 'expected 64 lowercase hexadecimal digits');
export const twinId = hex64.describe('Id of a twin: 32 random bytes in hexadecimal.');
export const authorId = hex64.describe('Id of a lane’s author (docs/RECORD.md, REC-4).');
export const hex32 = z
  .string()
  .regex(/^0x[0-9a-f]{64}$/, 'expected 0x and 64 lowercase hexadecimal digits')
  .describe('32 bytes.');
export const address = z
  .string()
  .regex(/^0x[0-9a-fA-F]{40}$/, 'expected an address: 0x and 40 hexadecimal digits')
  .describe('An Ethereum address.');
export const signature = z
  .string()
  .regex(/^0x([0-9a-fA-F]{2}){0,4096}$/, 'expected a signature in hexadecimal')
  .describe('EIP-712, by an account or an ERC-1271 wallet.');
/** A signature that is checked here and not by a contract: there is at least something of it. */
export const checkedSignature = z
  .string()
  .regex(/^0x([0-9a-fA-F]{2}){1,4096}$/, 'expected a signature in hexadecimal')
  .describe('By the account that is named.');
/** A signature of an account itself: r, s and v, 65 bytes. */
export const accountSignature = z
  .string()
  .regex(/^0x[0-9a-f]{130}$/, 'expected a signature of 65 bytes')
  .describe('EIP-712, by an account.');
/** A whole number of the contracts, as decimal text: they go beyond what JSON's numbers keep. */
export const decimal = z
  .string()
  .regex(/^(0|[1-9][0-9]{0,77})$/, 'expected a whole number as decimal text')
  .describe('A whole number as decimal text.');
/** Times of the contracts. */
export const decimalSeconds = z
  .string()
  .regex(/^[0-9]{1,15}$/, 'expected seconds since 1970 as decimal text')
  .describe('Seconds since 1970, as decimal text.');
export const moduleName = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,62}$/, 'expected the name of a module: a to z, 0 to 9 and -')
  .describe('Name of a module, such as medications.');
/** A place in a list, in a path or a query. */
export const place = z
  .string()
  .regex(/^(0|[1-9][0-9]{0,8})$/, 'expected a whole number from 0 to 999999999')
  .transform(Number);
export const from = place.describe('How many to pass over. Default 0.');
export const time = z
  .string()
  .max(40, 'expected an RFC 3339 time')
  .refine(
    (text) => /^\d{4}-\d\d-\d\dT/.test(text) && !Number.isNaN(Date.parse(text)),
    'expected an RFC 3339 time',
  )
  .describe('RFC 3339, such as 2026-01-31T08:00:00Z.');
export const seconds = z.number().int().describe('Seconds since 1970.');

export const twinParams = z.strictObject({ twinId });
export const laneParams = z.strictObject({ twinId, authorId });
