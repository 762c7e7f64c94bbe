/**
 * A session of a patient: sign-in at the serving gateway, the identity key by extraction, the worker that holds it. Everything is in memory and ends with the session.
 */

import {
  KEY_REQUEST_TYPES,
  type KeyResponse,
  keyRequestDomain,
  prepareKeyRequest,
} from '@twinseal/authority/key-request';
import { patientIdentity } from '@twinseal/record';
import { createSiweMessage } from 'viem/siwe';
import { GatewayApi, GatewayRefusal } from '../api/gateway-api.js';
import type { ConsortiumInfo } from '../chain/consortium.js';
import { bytesOf, fromBase64url } from '../internal/bytes.js';
import type { Signer } from '../keys/signer.js';
import type { Slip } from '../keys/slip.js';
import { RecordWorker } from '../worker/client.js';

/** A twin as its patient is told of it. */
export interface TwinInfo {
  readonly twinId: string;
  readonly identityEpoch: number;
  /** authorId, `0x` hexadecimal. */
  readonly custodian: `0x${string}`;
}

/** Signed in, and the own twin found or not. */
export interface SignedIn {
  readonly api: GatewayApi;
  readonly signer: Signer;
  readonly consortium: ConsortiumInfo;
  /** Seconds since 1970. */
  readonly expiresAt: number;
}

/** Signed in, with the own twin and the key that opens it. */
export interface Session extends SignedIn {
  readonly slip: Slip;
  readonly twin: TwinInfo;
  readonly worker: RecordWorker;
}

/** Something went wrong in a way that the patient should read. */
export class SessionError extends Error {
  override readonly name = 'SessionError';
}

const STATEMENT = 'Sign in to my Twinseal record at this hospital.';
/** How long the signed sign-in may be handed over, in ms. */
const SIGN_IN_LIFETIME_MS = 5 * 60_000;

export async function loadConsortium(origin: string): Promise<ConsortiumInfo> {
  return new GatewayApi(origin).get<ConsortiumInfo>('/consortium');
}

/** EIP-4361: the gateway learns the account and nothing else. */
export async function signIn(signer: Signer, consortium: ConsortiumInfo): Promise<SignedIn> {
  const { origin, host } = location;
  const open = new GatewayApi(origin);
  const { nonce } = await open.post<{ nonce: string }>('/sign-in/nonce', {});
  const now = Date.now();
  const message = createSiweMessage({
    domain: host,
    address: signer.address,
    statement: STATEMENT,
    uri: origin,
    version: '1',
    chainId: consortium.chainId,
    nonce,
    issuedAt: new Date(now),
    expirationTime: new Date(now + SIGN_IN_LIFETIME_MS),
  });
  const signature = await signer.signText(message);
  const { token, expiresAt } = await open.post<{ token: string; expiresAt: number }>('/sign-in/wallet', {
    message,
    signature,
  });
  return { api: new GatewayApi(origin, token), signer, consortium, expiresAt };
}

/** The twin that a slip names, where it is registered and the account controls it. */
export async function ownTwin({ api }: SignedIn, twinId: string): Promise<TwinInfo | undefined> {
  try {
    return await api.get<TwinInfo>(`/twins/${twinId}`);
  } catch (error) {
    // The same answer for a twin that does not exist and for somebody else's.
    if (error instanceof GatewayRefusal && error.status === 403) return undefined;
    throw error;
  }
}

/** The slip of the twin that an account controls, as the gateway keeps it: for wallets, which remember no salts. */
export async function keptSlip({ api }: SignedIn): Promise<Slip | undefined> {
  const { twins } = await api.get<{ twins: readonly { readonly twinId: string }[] }>('/twins');
  const [first] = twins;
  return first === undefined ? undefined : api.get<Slip>(`/twins/${first.twinId}/slip`);
}

/** Asks the authority for the identity key, sealed to a fresh key of this page; the gateway passes it on and cannot read it. */
export async function openSession(signedIn: SignedIn, slip: Slip, twin: TwinInfo): Promise<Session> {
  const { api, signer, consortium } = signedIn;
  const domain = keyRequestDomain(consortium.chainId, consortium.contracts.hospitals);
  const identity = patientIdentity(bytesOf(slip.twinId), twin.identityEpoch);
  const pending = await prepareKeyRequest(domain, identity, Math.floor(Date.now() / 1000));
  const signature = await signer.signTyped({
    domain,
    types: KEY_REQUEST_TYPES,
    primaryType: 'KeyRequest',
    message: { ...pending.unsigned },
  });
  const sealed = await api.post<{ enc: string; sealed: string }>('/key-requests', {
    ...pending.unsigned,
    deadline: pending.unsigned.deadline.toString(),
    signature,
  });
  const response: KeyResponse = { enc: fromBase64url(sealed.enc), sealed: fromBase64url(sealed.sealed) };
  const identityKey = await pending.open(response);
  const worker = new RecordWorker();
  try {
    await worker.ask(
      'open-session',
      {
        origin: api.origin,
        token: api.token ?? '',
        consortium,
        slip,
        identityKey,
        custodian: twin.custodian,
      },
      { transfer: [identityKey.buffer as ArrayBuffer] },
    );
  } catch (error) {
    worker.end();
    throw error;
  }
  return { ...signedIn, slip, twin, worker };
}

/** Ends a session at the gateway and here. The page is loaded anew afterwards, so that nothing of it stays in memory. */
export async function signOut(session: SignedIn & Partial<Pick<Session, 'worker'>>): Promise<void> {
  session.worker?.end();
  // A gateway that does not answer forgets the session by itself.
  await session.api.delete('/sign-in/session').catch(() => undefined);
}
