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
import { GatewayApi } from '../api/gateway-api.js';
import type { ConsortiumInfo } from '../chain/consortium.js';
import { bytesOf, fromBase64url } from '../internal/bytes.js';
import type { Signer } from '../keys/signer.js';
import type { Slip } from '../keys/slip.js';
import { RecordWorker } from '../worker/client.js';
import { Elsewhere } from './elsewhere.js';
import { signInAt } from './sign-in.js';

export { SessionError } from './sign-in.js';

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
  /** The other gateways. */
  readonly elsewhere: Elsewhere;
}

/** Signed in, with the own twin and the key that opens it. */
export interface Session extends SignedIn {
  readonly slip: Slip;
  readonly twin: TwinInfo;
  readonly worker: RecordWorker;
}

export async function loadConsortium(origin: string): Promise<ConsortiumInfo> {
  return new GatewayApi(origin).get<ConsortiumInfo>('/consortium');
}

/** Signs in at the gateway that serves the page. @throws SessionError, GatewayRefusal */
export async function signIn(signer: Signer, consortium: ConsortiumInfo): Promise<SignedIn> {
  const session = await signInAt(location.origin, signer, consortium.chainId);
  return { ...session, signer, consortium, elsewhere: new Elsewhere(signer, consortium.chainId) };
}

/** The ids of the twins that the account controls, wherever they are kept. */
export async function ownTwins({ api }: SignedIn): Promise<readonly string[]> {
  const { twins } = await api.get<{
    twins: readonly { readonly twinId: string; readonly relation: string }[];
  }>('/twins');
  return twins.filter(({ relation }) => relation === 'control').map(({ twinId }) => twinId);
}

export function twinInfo({ api }: SignedIn, twinId: string): Promise<TwinInfo> {
  return api.get<TwinInfo>(`/twins/${twinId}`);
}

/** The slip of a twin as the gateway keeps it: for wallets, which remember no salts. */
export function keptSlip({ api }: SignedIn, twinId: string): Promise<Slip> {
  return api.get<Slip>(`/twins/${twinId}/slip`);
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
  await Promise.all([session.elsewhere.end(), session.api.delete('/sign-in/session').catch(() => undefined)]);
}
