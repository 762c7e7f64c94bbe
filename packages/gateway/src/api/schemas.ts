/** Forms that many routes share. */

import { z } from 'zod';

export const twinId = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'expected 64 lowercase hexadecimal digits')
  .describe('Id of a twin: 32 random bytes in hexadecimal.');
export const authorId = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'expected 64 lowercase hexadecimal digits')
  .describe('Id of a lane’s author (docs/RECORD.md, REC-4).');
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
/** A whole number of the contracts, as decimal text: they go beyond what JSON's numbers keep. */
export const decimal = z
  .string()
  .regex(/^(0|[1-9][0-9]{0,77})$/, 'expected a whole number as decimal text')
  .describe('A whole number as decimal text.');
export const moduleName = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,62}$/, 'expected the name of a module: a to z, 0 to 9 and -')
  .describe('Name of a module, such as medications.');
/** A place in a list, in a query. */
export const from = z
  .string()
  .regex(/^(0|[1-9][0-9]{0,8})$/, 'expected a whole number from 0 to 999999999')
  .transform(Number)
  .describe('How many to pass over. Default 0.');
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
