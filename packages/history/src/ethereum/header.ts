/**
 * Block headers of Ethereum (Yellow Paper, section 4.4; EIP-1559, 4895, 4844, 4788, 7685 add fields at the end): from an RPC answer to the bytes
 * that hash to the block hash. Who trusts a block hash, trusts the state root in it, and nobody who served the header.
 */
import { RLP } from '@ethereumjs/rlp';
import type { Hash } from '../hashing.js';
import { equalBytes } from '../internal/bytes.js';
import { ProofError } from './errors.js';

/** The fields of a header that verification uses. */
export interface BlockHeader {
  /** Keccak-256 of the encoded header, 32 bytes. */
  readonly blockHash: Uint8Array;
  readonly parentHash: Uint8Array;
  readonly stateRoot: Uint8Array;
  readonly receiptsRoot: Uint8Array;
  readonly number: bigint;
  /** Seconds since 1970. */
  readonly timestamp: bigint;
}

/** A header as `eth_getBlockByHash` answers: `0x` hexadecimal, numbers without leading zeros. Later fields are absent on older chains. */
export interface RpcHeader {
  readonly parentHash: string;
  readonly sha3Uncles: string;
  readonly miner: string;
  readonly stateRoot: string;
  readonly transactionsRoot: string;
  readonly receiptsRoot: string;
  readonly logsBloom: string;
  readonly difficulty: string;
  readonly number: string;
  readonly gasLimit: string;
  readonly gasUsed: string;
  readonly timestamp: string;
  readonly extraData: string;
  readonly mixHash: string;
  readonly nonce: string;
  readonly baseFeePerGas?: string;
  readonly withdrawalsRoot?: string;
  readonly blobGasUsed?: string;
  readonly excessBlobGas?: string;
  readonly parentBeaconBlockRoot?: string;
  readonly requestsHash?: string;
}

/** Field order with its kind: `n` a number (no leading zeros), else the number of bytes, `*` any. */
const FIELDS: readonly (readonly [keyof RpcHeader, number | 'n' | '*'])[] = [
  ['parentHash', 32],
  ['sha3Uncles', 32],
  ['miner', 20],
  ['stateRoot', 32],
  ['transactionsRoot', 32],
  ['receiptsRoot', 32],
  ['logsBloom', 256],
  ['difficulty', 'n'],
  ['number', 'n'],
  ['gasLimit', 'n'],
  ['gasUsed', 'n'],
  ['timestamp', 'n'],
  ['extraData', '*'],
  ['mixHash', 32],
  ['nonce', 8],
  ['baseFeePerGas', 'n'],
  ['withdrawalsRoot', 32],
  ['blobGasUsed', 'n'],
  ['excessBlobGas', 'n'],
  ['parentBeaconBlockRoot', 32],
  ['requestsHash', 32],
];
const REQUIRED = 15;

/**
 * The RLP bytes of a header.
 *
 * @throws ProofError `header-malformed` when a field is missing before a present one, or is not what it should be
 */
export function encodeHeader(header: RpcHeader): Uint8Array {
  const values = FIELDS.map(([name]) => header[name] ?? undefined);
  const count = values.indexOf(undefined);
  const present = count === -1 ? values.length : count;
  if (present < REQUIRED || values.slice(present).some((value) => value !== undefined)) {
    throw new ProofError('header-malformed', 'A block header lacks fields.');
  }
  return RLP.encode(
    FIELDS.slice(0, present).map(([name, kind], i) => field(name, kind, values[i] as string)),
  );
}

/**
 * Checks that a served header is the one with this hash, and gives what it says.
 *
 * @param blockHash 32 bytes, from a source that the caller trusts
 * @throws ProofError `header-malformed`, `header-mismatch`
 */
export function verifyHeader(hash: Hash, header: RpcHeader, blockHash: Uint8Array): BlockHeader {
  const given = hash(encodeHeader(header));
  if (!equalBytes(given, blockHash)) {
    throw new ProofError('header-mismatch', 'The block header does not hash to the block hash.');
  }
  return {
    blockHash: given,
    parentHash: bytesOf('parentHash', header.parentHash),
    stateRoot: bytesOf('stateRoot', header.stateRoot),
    receiptsRoot: bytesOf('receiptsRoot', header.receiptsRoot),
    number: BigInt(header.number),
    timestamp: BigInt(header.timestamp),
  };
}

/**
 * Checks that the bytes of a header are those with this hash, and gives what they say. Fields that a later fork may add behind those known here are left alone.
 *
 * @param encoded RLP bytes of the header, from anyone
 * @param blockHash 32 bytes, from a source that the caller trusts
 * @throws ProofError `header-malformed`, `header-mismatch`
 */
export function verifyEncodedHeader(hash: Hash, encoded: Uint8Array, blockHash: Uint8Array): BlockHeader {
  const given = hash(encoded);
  if (!equalBytes(given, blockHash)) {
    throw new ProofError('header-mismatch', 'The block header does not hash to the block hash.');
  }
  let fields: unknown;
  try {
    fields = RLP.decode(encoded);
  } catch (cause) {
    throw new ProofError('header-malformed', 'A block header is not RLP.', { cause });
  }
  if (!Array.isArray(fields) || fields.length < REQUIRED)
    throw new ProofError('header-malformed', 'A block header lacks fields.');
  const bytes = (name: keyof RpcHeader): Uint8Array => {
    const at = FIELDS.findIndex(([each]) => each === name);
    const [, kind] = FIELDS[at] as (typeof FIELDS)[number];
    const value: unknown = (fields as unknown[])[at];
    const fits = value instanceof Uint8Array && (kind === 'n' ? value.length <= 32 : value.length === kind);
    return fits ? value : malformed(name);
  };
  const number = (name: keyof RpcHeader) => bytes(name).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  return {
    blockHash: given,
    parentHash: bytes('parentHash'),
    stateRoot: bytes('stateRoot'),
    receiptsRoot: bytes('receiptsRoot'),
    number: number('number'),
    timestamp: number('timestamp'),
  };
}

function field(name: string, kind: number | 'n' | '*', text: string): Uint8Array {
  if (kind === 'n') {
    if (!/^0x(0|[1-9a-f][0-9a-f]{0,63})$/.test(text)) malformed(name);
    const digits = text.slice(2);
    // RLP writes zero as nothing.
    return digits === '0'
      ? new Uint8Array(0)
      : bytesOf(name, `0x${digits.length % 2 === 1 ? '0' : ''}${digits}`);
  }
  const bytes = bytesOf(name, text);
  if (kind !== '*' && bytes.length !== kind) malformed(name);
  return bytes;
}

function bytesOf(name: string, text: string): Uint8Array {
  if (!/^0x([0-9a-fA-F]{2})*$/.test(text)) malformed(name);
  return Uint8Array.from(text.slice(2).match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function malformed(name: string): never {
  throw new ProofError('header-malformed', `The field ${name} of a block header is malformed.`);
}
