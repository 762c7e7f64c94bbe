// Vectors nobody here wrote: transparency-dev/merkle's test data for RFC 9162 proofs, SHA-256.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { verifyConsistency, verifyInclusion } from '../src/index.js';

interface InclusionVector {
  file: string;
  leafIdx: number;
  treeSize: number;
  root: string;
  leafHash: string;
  proof: string[] | null;
  wantErr: boolean;
}
interface ConsistencyVector {
  file: string;
  size1: number;
  size2: number;
  root1: string;
  root2: string;
  proof: string[] | null;
  wantErr: boolean;
}
const vectors: { inclusion: InclusionVector[]; consistency: ConsistencyVector[] } = JSON.parse(
  readFileSync(new URL('./fixtures/rfc9162-vectors.json', import.meta.url), 'utf8'),
);
const sha256 = (data: Uint8Array) => new Uint8Array(createHash('sha256').update(data).digest());
const bytes = (base64: string | undefined) => new Uint8Array(Buffer.from(base64 ?? '', 'base64'));

describe('RFC 9162 vectors', () => {
  it('are all here', () => {
    expect(vectors.inclusion.filter((v) => v.wantErr)).toHaveLength(92);
    expect(vectors.consistency.filter((v) => v.wantErr)).toHaveLength(92);
    expect(vectors.inclusion.length + vectors.consistency.length).toBe(196);
  });
  it.each(vectors.inclusion)('$file', (v) => {
    const claim = {
      leaf: bytes(v.leafHash),
      index: v.leafIdx,
      size: v.treeSize,
      proof: (v.proof ?? []).map(bytes),
      root: bytes(v.root),
    };
    expect(verifyInclusion(sha256, claim)).toBe(!v.wantErr);
  });
  it.each(vectors.consistency)('$file', (v) => {
    const claim = {
      oldSize: v.size1,
      newSize: v.size2,
      oldRoot: bytes(v.root1),
      newRoot: bytes(v.root2),
      proof: (v.proof ?? []).map(bytes),
    };
    expect(verifyConsistency(sha256, claim)).toBe(!v.wantErr);
  });
});
