/** What founding a consortium takes, whoever the parties are: ether for development accounts, contracts, admission by quorum, keys from the authority. */

import {
  type ExtractionService,
  KEY_REQUEST_TYPES,
  type KeyRequest,
  type KeyResponse,
  keyRequestDomain,
  prepareKeyRequest,
} from '@twinseal/authority';
import {
  type Connection,
  type Consortium,
  ConsortiumReader,
  ConsortiumWriter,
  deployConsortium,
} from '@twinseal/chain';
import { ACTION_KIND, type HospitalTerms } from '@twinseal/contracts';
import {
  contractParameters,
  decodeIdentityKey,
  type Identity,
  type IdentityKey,
  type PublicParameters,
} from '@twinseal/mibsc';
import { bytesToHex, encodeAbiParameters, type LocalAccount, parseEther } from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { UsageError } from '../usage-error.js';

/** Share of the hospitals that decides on admission, percent. */
const QUORUM_PERCENT = 51;

/** A consortium that was just founded. */
export interface Founded {
  readonly reader: ConsortiumReader;
  /** Transaction gas of all deployments. */
  readonly deploymentGas: number;
  /** Transaction gas of the last hospital's admission. */
  readonly admissionGas: number;
}

/**
 * Deploys the contracts with all but the last hospital as founders, who then admit the last one by quorum.
 *
 * @param hospitals terms and control key of each, at least two
 * @param relayers further accounts that are to have ether
 */
export async function foundOnChain(
  connection: Connection,
  params: PublicParameters,
  hospitals: readonly { readonly terms: HospitalTerms; readonly account: LocalAccount }[],
): Promise<Founded> {
  // Keeps no power over what it deploys, so it need not be kept either.
  const deployer = privateKeyToAccount(generatePrivateKey());
  await fund(connection, [deployer, ...hospitals.map(({ account }) => account)]);
  const { digest, w, H1, H2 } = contractParameters(params);
  const deployment = await deployConsortium(connection, deployer, {
    founders: hospitals.slice(0, -1).map(({ terms }) => terms),
    quorumPercent: QUORUM_PERCENT,
    parameters: { digest: bytesToHex(digest), w: bytesToHex(w), H1: bytesToHex(H1), H2: bytesToHex(H2) },
  });
  const reader = new ConsortiumReader(connection, deployment.consortium);
  const last = hospitals.at(-1) as (typeof hospitals)[number];
  const admissionGas = await admitByQuorum(
    reader,
    last.terms,
    hospitals.slice(0, -1).map(({ account }) => account),
  );
  return {
    reader,
    deploymentGas: Object.values(deployment.gas).reduce((sum, gas) => sum + gas, 0),
    admissionGas,
  };
}

/** Asks for the keys of an identity as its controller does, here or over a network. @param extract the authority, or the way to it */
export async function askForKey(
  consortium: Consortium,
  params: PublicParameters,
  identity: Identity,
  account: LocalAccount,
  extract: (request: KeyRequest) => Promise<KeyResponse>,
): Promise<IdentityKey> {
  const domain = keyRequestDomain(consortium.chainId, consortium.hospitals);
  const pending = await prepareKeyRequest(domain, identity, Math.floor(Date.now() / 1000));
  const signature = await account.signTypedData({
    domain,
    types: KEY_REQUEST_TYPES,
    primaryType: 'KeyRequest',
    message: { ...pending.unsigned },
  });
  const response = await extract({ ...pending.unsigned, signature });
  return decodeIdentityKey(params, await pending.open(response));
}

/** The way to an authority in the same process. */
export function extractHere(service: ExtractionService): (request: KeyRequest) => Promise<KeyResponse> {
  return (request) => service.extractFor(request);
}

/** A development chain's ether is free. On a real chain, whoever relays pays; patients never need any. */
export async function fund(connection: Connection, accounts: readonly LocalAccount[]): Promise<void> {
  const balance = `0x${parseEther('1000').toString(16)}`;
  for (const { address } of accounts) {
    await connection.reader
      .request({ method: 'anvil_setBalance' as never, params: [address, balance] as never })
      .catch((cause: unknown) => {
        throw new UsageError(
          `The chain at ${connection.url} gives no ether to the accounts (anvil_setBalance). Use a development chain of your own, such as anvil.`,
          { cause },
        );
      });
  }
}

async function admitByQuorum(
  reader: ConsortiumReader,
  terms: HospitalTerms,
  founders: readonly LocalAccount[],
): Promise<number> {
  const salt = bytesToHex(crypto.getRandomValues(new Uint8Array(32)));
  const writers = founders.map((account) => new ConsortiumWriter(reader, account));
  const action = await reader.actionDigest(ACTION_KIND.admit, admissionPayload(terms), salt);
  const needed = await reader.approvalsNeeded(action);
  // The one who sends the admission approves by sending it.
  for (const writer of writers.slice(1, needed)) await writer.approve(action);
  return (await (writers[0] as ConsortiumWriter).admit(terms, salt)).gas;
}

/** `abi.encode` of the arguments before the salt, as the quorum's action digest has them. */
function admissionPayload(terms: HospitalTerms) {
  return encodeAbiParameters(
    [
      {
        type: 'tuple',
        components: [
          { name: 'id', type: 'string' },
          { name: 'epoch', type: 'uint32' },
          { name: 'controller', type: 'address' },
          { name: 'endpoint', type: 'string' },
        ],
      },
    ],
    [terms],
  );
}
