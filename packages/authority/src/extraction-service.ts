/**
 * The consortium's authority (the paper's PKG): makes the system parameters once, and extracts identity keys for whoever controls the identity on the chain.
 *
 * It can open everything and forge every author (docs/SCHEME.md, "What is claimed, and what is not"). Its master secret lives in one file, readable by its owner.
 */

import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  type Backend,
  decodeMasterSecret,
  decodeParameters,
  encodeIdentityKey,
  encodeMasterSecret,
  encodeParameters,
  type Identity,
  type KeyAuthority,
  type MasterSecret,
  type PublicParameters,
  setup,
  validateParameters,
} from '@twinseal/mibsc';
import { parseIdentityText, RecordError } from '@twinseal/record';
import { type Address, isAddressEqual, recoverTypedDataAddress, type TypedDataDomain } from 'viem';
import { AuthorityError } from './errors.js';
import type { ExtractionLog } from './extraction-log.js';
import {
  KEY_REQUEST_TYPES,
  type KeyRequest,
  type KeyResponse,
  keyRequestDigest,
  sealKeyResponse,
} from './key-request.js';

/** Who may ask for an identity's keys: the address that the chain names for it, or undefined where the chain does not know it. */
export type ControllerOf = (identity: Identity) => Promise<Address | undefined>;

export interface AuthorityFiles {
  /** The master secret; made with owner-only permissions. */
  readonly masterSecret: string;
  /** The public parameters, for everybody. */
  readonly parameters: string;
}

/** The parameters and secret of an authority, before it is bound to a chain. */
export interface AuthorityKeys {
  readonly params: PublicParameters;
  readonly master: MasterSecret;
}

/**
 * Runs Setup(N) and keeps the result.
 *
 * @param maxRecipients N: the largest recipient set of one capsule; the parameters grow by 96 bytes for each
 */
export async function createAuthorityKeys(
  backend: Backend,
  maxRecipients: number,
  files: AuthorityFiles,
): Promise<AuthorityKeys> {
  const { params, master } = setup(backend, maxRecipients);
  for (const path of [files.masterSecret, files.parameters])
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFile(files.masterSecret, encodeMasterSecret(master), { mode: 0o600, flag: 'wx' });
  await chmod(files.masterSecret, 0o600);
  await writeFile(files.parameters, encodeParameters(params), { flag: 'wx' });
  return { params, master };
}

/** Opens what `createAuthorityKeys` kept; the parameters are validated anew. */
export async function openAuthorityKeys(backend: Backend, files: AuthorityFiles): Promise<AuthorityKeys> {
  const params = validateParameters(
    decodeParameters(backend, new Uint8Array(await readFile(files.parameters))),
  );
  return { params, master: decodeMasterSecret(backend, new Uint8Array(await readFile(files.masterSecret))) };
}

/** Hands extracted keys to whoever controls the identity, and to nobody else. What extracts stands behind the scheme's `KeyAuthority`. */
export class ExtractionService {
  readonly #authority: KeyAuthority;
  readonly #domain: TypedDataDomain;
  readonly #controllerOf: ControllerOf;
  readonly #log: ExtractionLog;
  readonly #nowS: () => number;

  constructor(options: {
    authority: KeyAuthority;
    domain: TypedDataDomain;
    controllerOf: ControllerOf;
    log: ExtractionLog;
    /** The clock, in seconds since 1970. */
    nowS?: () => number;
  }) {
    this.#authority = options.authority;
    this.#domain = options.domain;
    this.#controllerOf = options.controllerOf;
    this.#log = options.log;
    this.#nowS = options.nowS ?? (() => Math.floor(Date.now() / 1000));
  }

  get params(): PublicParameters {
    return this.#authority.params;
  }

  /**
   * Extracts the keys of an identity for its controller.
   *
   * @throws AuthorityError `request-malformed`, `request-expired`, `unknown-identity`, `not-the-controller`
   */
  async extractFor(request: KeyRequest): Promise<KeyResponse> {
    const identity = this.#identityOf(request);
    if (request.deadline < BigInt(this.#nowS())) {
      throw new AuthorityError(
        'request-expired',
        'The key request is past its deadline. Ask again with a new one.',
      );
    }
    const controller = await this.#controllerOf(identity);
    if (controller === undefined) {
      throw new AuthorityError(
        'unknown-identity',
        `The chain knows no ${request.identity}. Register it first.`,
      );
    }
    const signer = await this.#signerOf(request);
    if (!isAddressEqual(signer, controller)) {
      throw new AuthorityError(
        'not-the-controller',
        `The key request for ${request.identity} is not signed by the key that the chain names for it.`,
      );
    }
    const key = encodeIdentityKey(await this.#authority.extract(identity));
    // Logged before the keys leave: an extraction that nobody can see must not be possible.
    await this.#log.append({
      timeS: this.#nowS(),
      identity: request.identity,
      controller,
      request: keyRequestDigest(this.#domain, request),
    });
    return sealKeyResponse(this.#domain, request, key);
  }

  #identityOf(request: KeyRequest): Identity {
    try {
      return parseIdentityText(request.identity);
    } catch (cause) {
      if (!(cause instanceof RecordError)) throw cause;
      throw new AuthorityError(
        'request-malformed',
        'identity: expected name#epoch as docs/RECORD.md, REC-3, has it.',
        {
          cause,
        },
      );
    }
  }

  async #signerOf(request: KeyRequest): Promise<Address> {
    const { identity, ephemeralKey, deadline, signature } = request;
    try {
      return await recoverTypedDataAddress({
        domain: this.#domain,
        types: KEY_REQUEST_TYPES,
        primaryType: 'KeyRequest',
        message: { identity, ephemeralKey, deadline },
        signature,
      });
    } catch (cause) {
      throw new AuthorityError('request-malformed', 'signature: not a secp256k1 signature of 65 bytes.', {
        cause,
      });
    }
  }
}
