/**
 * Receipts checked across changes of their server's key and of the consortium's parameters.
 *
 * A chain of receipts outlives both: the hospital goes on with it under its next identity epoch, and the consortium may pin other parameters. Each receipt is judged by the epoch that it names and
 * by the parameters under which it was signed; neither may go back along a chain, so that a key that was replaced, stolen perhaps, adds nothing to it.
 *
 * Of earlier parameters a gateway holds nothing. Their contract is still on the chain, and is asked there.
 */

import { type ConsortiumReader, chainErrorOf } from '@twinseal/chain';
import { authorizedHospitalsAbi, authorParametersAbi } from '@twinseal/contracts';
import { expandAuthorProof, MibscError, type PublicParameters } from '@twinseal/mibsc';
import {
  encodeIdentityBytes,
  hospitalAuthorId,
  hospitalIdentity,
  type Identity,
  type Receipt,
  RecordError,
  receiptDigest,
  receiptHash,
  verifyReceipt,
} from '@twinseal/record';
import {
  type Abi,
  type Address,
  BaseError,
  bytesToHex,
  ContractFunctionRevertedError,
  type Hex,
  zeroAddress,
} from 'viem';
import { readableReceipt } from './readable-receipt.js';

/** X || v at the end of a receipt. */
const PROOF_BYTES = 96;

/** What is wrong with one receipt of a hospital's chain about a twin. */
export interface ReceiptFault {
  /** Place in the list given. */
  readonly position: number;
  /**
   * `undecodable`: not the bytes of a receipt. `proof`: its server did not sign it, under any parameters that the consortium pinned. `foreign`: of another twin or hospital, or of an identity epoch
   * that the chain does not have. `gap`: its index is not the one that follows. `previous`: it does not name the receipt before it. `replaced-key`: signed with a key or under parameters that had
   * been replaced when the receipt before it was signed.
   */
  readonly code: 'undecodable' | 'proof' | 'foreign' | 'gap' | 'previous' | 'replaced-key';
}

export interface CheckedReceipts {
  /** Those whose proof holds and that are of this twin and hospital, each with its place. */
  readonly verified: readonly { readonly position: number; readonly receipt: Receipt }[];
  readonly faults: readonly ReceiptFault[];
}

/**
 * Checks all receipts of one twin that a hospital wrote, in order from index 0.
 *
 * @param input.params the parameters in force, as the chain pins them; earlier ones are asked for on the chain
 * @param input.hospital its id, without `hospital:`
 * @param input.twinId 32 bytes
 * @param input.receipts bytes, oldest first; untrusted
 * @param input.pinned what was asked of the chain before, for callers that check many chains
 * @throws ChainError
 *
 * Costs one check of an author proof each, and for those of earlier parameters one call of the node for each version.
 */
export async function verifyReceiptsOf(input: {
  readonly chain: ConsortiumReader;
  readonly params: PublicParameters;
  readonly hospital: string;
  readonly twinId: Uint8Array;
  readonly receipts: readonly Uint8Array[];
  readonly pinned?: PinnedParameters;
}): Promise<CheckedReceipts> {
  const { chain, params, hospital, twinId } = input;
  const pinned = input.pinned ?? new PinnedParameters(chain);
  const newestEpoch = (await chain.hospital(bytesToHex(hospitalAuthorId(hospital))))?.epoch ?? 0;
  const inForce = input.receipts.length === 0 ? 0 : await pinned.current();
  const verified: { position: number; receipt: Receipt }[] = [];
  const faults: ReceiptFault[] = [];
  let [index, previous] = [0, new Uint8Array(32)];
  let [epoch, version] = [1, 1];
  for (const [position, bytes] of input.receipts.entries()) {
    const receipt = readableReceipt(bytes);
    const fault = await (async (): Promise<ReceiptFault['code'] | undefined> => {
      if (receipt === undefined) return 'undecodable';
      const signedUnder = await versionOf(receipt, bytes);
      if (signedUnder === undefined) return 'proof';
      const of = Number(receipt.server.epoch);
      const isOurs =
        receipt.server.name === hospitalIdentity(hospital).name &&
        of <= newestEpoch &&
        isSame(receipt.twinId, twinId);
      if (!isOurs) return 'foreign';
      if (of < epoch || signedUnder < version) return 'replaced-key';
      [epoch, version] = [of, signedUnder];
      verified.push({ position, receipt });
      if (receipt.index !== index) {
        index = receipt.index;
        return 'gap';
      }
      return isSame(receipt.previous, previous) ? undefined : 'previous';
    })();
    if (fault !== undefined) faults.push({ position, code: fault });
    // Whatever it was, it stood in this place: the next one is measured against it.
    index += 1;
    previous = new Uint8Array(receiptHash(bytes));
  }
  return { verified, faults };

  async function versionOf(receipt: Receipt, bytes: Uint8Array): Promise<number | undefined> {
    try {
      verifyReceipt({ params, domain: chain.domain, receipt: bytes });
      return inForce;
    } catch (error) {
      if (!(error instanceof RecordError)) throw error;
      const proof = expanded(params, receipt.proof);
      return proof && pinned.versionOf(bytes, receipt.server, proof, inForce - 1);
    }
  }
}

/** Says of receipts under which parameters they were signed; remembers what the chain answered about the parameters, which never changes. */
export class PinnedParameters {
  readonly #chain: ConsortiumReader;
  readonly #contracts = new Map<number, Address>();
  readonly #points = new Map<string, Hex>();

  constructor(chain: ConsortiumReader) {
    this.#chain = chain;
  }

  /** The version in force. @throws ChainError */
  async current(): Promise<number> {
    return Number(
      await this.#chain.view('hospitals', authorizedHospitalsAbi as Abi, 'parametersVersion', []),
    );
  }

  /**
   * The newest version up to `newest` under which a receipt's proof holds, as the version's contract judges it.
   *
   * @param identity who is to have signed
   * @param expanded the proof's points in EIP-2537 encoding
   * @returns undefined where there is none
   * @throws ChainError
   */
  async versionOf(
    receipt: Uint8Array,
    identity: Identity,
    expanded: { readonly X: Uint8Array; readonly v: Uint8Array },
    newest: number,
  ): Promise<number | undefined> {
    const digest = bytesToHex(receiptDigest(receipt.subarray(0, -PROOF_BYTES)));
    const [X, v] = [bytesToHex(expanded.X), bytesToHex(expanded.v)];
    for (let version = newest; version >= 1; version--) {
      const point = await this.#pointOf(version, identity);
      if (point === undefined) continue;
      const isSigned = await this.#ask(version, 'isAuthor', [
        this.#chain.domain.contract,
        digest,
        X,
        v,
        point,
      ]);
      if (isSigned === true) return version;
    }
    return undefined;
  }

  async #pointOf(version: number, identity: Identity): Promise<Hex | undefined> {
    const bytes = bytesToHex(encodeIdentityBytes(identity));
    const key = `${version} ${bytes}`;
    const known = this.#points.get(key);
    if (known !== undefined) return known;
    const answer = (await this.#ask(version, 'authorPoint', [bytes])) as readonly [bigint, Hex] | undefined;
    if (answer !== undefined) this.#points.set(key, answer[1]);
    return answer?.[1];
  }

  /** @returns undefined where the version's contract refuses to answer: for points that are none, and an identity that no key can have */
  async #ask(version: number, functionName: string, args: readonly unknown[]): Promise<unknown> {
    const address = await this.#contractOf(version);
    if (address === zeroAddress) return undefined;
    try {
      return await this.#chain.connection.reader.readContract({
        address,
        abi: authorParametersAbi as Abi,
        functionName,
        args,
      });
    } catch (error) {
      const isRefused =
        error instanceof BaseError &&
        error.walk((each) => each instanceof ContractFunctionRevertedError) !== null;
      if (isRefused) return undefined;
      throw chainErrorOf(error, functionName);
    }
  }

  async #contractOf(version: number): Promise<Address> {
    const known = this.#contracts.get(version);
    if (known !== undefined) return known;
    const address = (await this.#chain.view('hospitals', authorizedHospitalsAbi as Abi, 'parametersAt', [
      version,
    ])) as Address;
    if (address !== zeroAddress) this.#contracts.set(version, address);
    return address;
  }
}

/** The proof's points as contracts take them; undefined where they are none. */
function expanded(params: PublicParameters, proof: Uint8Array) {
  try {
    return expandAuthorProof(params, proof);
  } catch (error) {
    if (error instanceof MibscError) return undefined;
    throw error;
  }
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
