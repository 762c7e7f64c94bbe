/** Recomputes the worked values of docs/RECORD.md from the page alone: neither the package nor its vectors are asked. */

import { createDecipheriv } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cat, hex, hkdf, hmac, keccak, LP, mth, sha256, T, u16, u64 } from './support/plain.js';

const page = readFileSync(new URL('../../../docs/RECORD.md', import.meta.url), 'utf8');

/** The values of each fenced block between the markers, by title and name; long ones go on in the same column. */
function readPage(): Map<string, Map<string, string>> {
  const section = page.split('<!-- worked values -->')[1]?.split('<!-- end of worked values -->')[0] ?? '';
  const blocks = new Map<string, Map<string, string>>();
  for (const [, title = '', body = ''] of section.matchAll(/^(.+):\n\n```text\n([^`]*)```/gm)) {
    const values = new Map<string, string>();
    let last = '';
    for (const line of body.trimEnd().split('\n')) {
      const [, name = '', value = ''] = /^(\S*)\s+(\S+)$/.exec(line) ?? [];
      if (name !== '') last = name;
      values.set(last, (values.get(last) ?? '') + value);
    }
    blocks.set(title, values);
  }
  return blocks;
}

const blocks = readPage();
const text = (title: string, name: string): string => {
  const value = blocks.get(title)?.get(name);
  if (value === undefined) throw new Error(`the page has no ${name} under ${title}`);
  return value;
};
const bytes = (title: string, name: string): Buffer => hex(text(title, name));
const same = (title: string, name: string, computed: Buffer) =>
  expect(`${name} ${computed.toString('hex')}`).toBe(`${name} ${text(title, name)}`);

describe('the worked values of docs/RECORD.md', () => {
  const LANE = 'Identity and lane';
  const twinId = bytes(LANE, 'twinId');
  const name = text(LANE, 'name');
  const authorId = bytes(LANE, 'authorId');
  const laneId = bytes(LANE, 'laneId');

  test('identity and lane (REC-3, REC-4, REC-5)', () => {
    same(LANE, 'identityBytes', cat(LP(name), LP(text(LANE, 'epoch'))));
    same(LANE, 'authorId', keccak(T('TWINSEAL-V1-AUTHOR-ID'), name));
    same(LANE, 'laneId', keccak(T('TWINSEAL-V1-LANE'), twinId, authorId));
  });

  test('scope and purpose (REC-19, REC-24)', () => {
    same(
      'Scope',
      'scope',
      keccak(T('TWINSEAL-V1-SCOPE'), twinId, bytes('Scope', 'salt'), text('Scope', 'module')),
    );
    const [salt, code] = [bytes('Purpose', 'salt'), text('Purpose', 'code')];
    same('Purpose', 'purpose', keccak(T('TWINSEAL-V1-PURPOSE'), twinId, salt, code));
  });

  const TAG = 'Tag and counter';
  const [seq, counter] = [Number(text(TAG, 'seq')), Number(text(TAG, 'counter'))];
  test('tag and counter (REC-10)', () => {
    const tk = bytes(TAG, 'tk');
    same(TAG, 'tag', hmac(tk, LP('TWINSEAL-V1-TAG'), laneId, u64(seq)));
    const mask = hmac(tk, LP('TWINSEAL-V1-COUNTER'), laneId, u64(seq)).readBigUInt64BE();
    same(TAG, 'maskedCounter', u64(BigInt(counter) ^ mask));
  });

  const version = Number(text('Part', 'accessVersion'));
  test('part (REC-12, REC-13, REC-16)', () => {
    const [K, salt, ctx] = [bytes('Part', 'K'), bytes('Part', 'salt_s'), bytes('Part', 'ctx')];
    same('Part', 'ctx', cat(twinId, authorId, bytes(TAG, 'tag'), u64(seq), u64(version), u64(counter)));
    same('Part', 'commitment', hkdf(K, salt, cat(LP('commit'), ctx), 32));
    const head = cat('TSSL', Uint8Array.of(1, 1), salt, bytes('Part', 'commitment'));
    same('Part', 'slot', cat(head, bytes('Part', 'wrapped')));
    const key = hkdf(K, salt, cat(LP('slot'), ctx), 32);
    const decipher = createDecipheriv('aes-256-gcm', key, new Uint8Array(12));
    decipher.setAAD(head);
    decipher.setAuthTag(bytes('Part', 'wrapped').subarray(32));
    same('Part', 'P', cat(decipher.update(bytes('Part', 'wrapped').subarray(0, 32)), decipher.final()));
    same('Part', 'address(slot)', sha256(bytes('Part', 'slot')));
    const addresses = cat(bytes('Part', 'address(slot)'), bytes('Part', 'address(payload)'));
    same('Part', 'partDigest', sha256(LP('TWINSEAL-V1-PART'), addresses));
  });

  const time = Number(text('Leaf', 'time'));
  test('manifest (REC-8, REC-9)', () => {
    const entries = ['entry_1', 'entry_2', 'entry_3'].map((e) => bytes('Manifest', e));
    const author = LP(bytes(LANE, 'identityBytes'));
    const numbers = cat(u64(seq), u64(version), u64(time), u16(entries.length));
    same('Manifest', 'header', cat('TSMF', Uint8Array.of(1, 1), twinId, author, numbers));
    const leaves = [bytes('Manifest', 'header'), ...entries].map((x) => keccak(Uint8Array.of(0), x));
    same('Manifest', 'h', mth(leaves));
  });

  test('leaf (REC-6, REC-7)', () => {
    const h = bytes('Manifest', 'h');
    same('Leaf', 'hashed', cat(Uint8Array.of(0), twinId, authorId, u64(seq), h, u64(version), u64(time)));
    same('Leaf', 'leaf', keccak(bytes('Leaf', 'hashed')));
    same('Leaf', 'authorDigest', keccak(T('TWINSEAL-V1-AUTHOR-INSTANCE'), bytes('Leaf', 'leaf')));
  });

  test('capsule (REC-20)', () => {
    const context = bytes('Capsule', 'context');
    const issuer = LP(bytes(LANE, 'identityBytes'));
    const place = cat(twinId, authorId, bytes('Scope', 'scope'), u64(version));
    expect(context.subarray(0, -8)).toEqual(cat('TSCP', Uint8Array.of(1, 1), place, issuer));
    expect(bytes('Capsule', 'sealed')).toHaveLength(320);
  });

  test('receipt (REC-22)', () => {
    const body = bytes('Receipt', 'body');
    same('Receipt', 'digest', keccak(T('TWINSEAL-V1-AUTHOR-RECEIPT'), sha256(body)));
    same('Receipt', 'hash', sha256(body, bytes('Receipt', 'proof')));
  });

  test('each value of the page was looked at', () => {
    // Inputs (salts, keys) and computed values together; a block added to the page must be added here.
    expect([...blocks.keys()]).toEqual([
      LANE,
      'Scope',
      'Purpose',
      TAG,
      'Part',
      'Manifest',
      'Leaf',
      'Capsule',
      'Receipt',
    ]);
  });
});
