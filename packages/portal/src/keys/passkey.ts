/** Passkeys: the platform's own API (WebAuthn Level 3), which is all that is needed where no server checks anything. */

import { PRF_INPUT } from './derive-twin.js';

/** Why a passkey could not be used, in words for the patient. */
export class PasskeyError extends Error {
  override readonly name = 'PasskeyError';
}

const TIMEOUT_MS = 120_000;
const prf = () => ({ prf: { eval: { first: new TextEncoder().encode(PRF_INPUT) } } });

interface PrfAnswer {
  readonly prf?: { readonly enabled?: boolean; readonly results?: { readonly first?: ArrayBuffer } };
}

/** Makes a passkey for this page's host, and asks its function. @returns 32 bytes. @throws PasskeyError */
export async function createPasskey(): Promise<Uint8Array> {
  const made = await attempt(() =>
    navigator.credentials.create({
      publicKey: {
        rp: { id: location.hostname, name: 'Twinseal' },
        user: {
          id: crypto.getRandomValues(new Uint8Array(16)),
          name: 'My Twinseal record',
          displayName: 'My Twinseal record',
        },
        challenge: crypto.getRandomValues(new Uint8Array(32)),
        // ES256 and RS256, as every authenticator knows one of them (COSE).
        pubKeyCredParams: [
          { type: 'public-key', alg: -7 },
          { type: 'public-key', alg: -257 },
        ],
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        timeout: TIMEOUT_MS,
        extensions: prf() as AuthenticationExtensionsClientInputs,
      },
    }),
  );
  const answer = made.getClientExtensionResults() as PrfAnswer;
  if (answer.prf?.results?.first !== undefined) return new Uint8Array(answer.prf.results.first);
  if (answer.prf?.enabled !== true) throw unable();
  // Some authenticators answer the function only when signing in.
  return askPasskey(made.rawId);
}

/** Signs in with a passkey of this page's host. @returns the function's answer, 32 bytes. @throws PasskeyError */
export async function askPasskey(id?: ArrayBuffer): Promise<Uint8Array> {
  const got = await attempt(() =>
    navigator.credentials.get({
      publicKey: {
        rpId: location.hostname,
        challenge: crypto.getRandomValues(new Uint8Array(32)),
        userVerification: 'required',
        timeout: TIMEOUT_MS,
        ...(id === undefined ? {} : { allowCredentials: [{ type: 'public-key' as const, id }] }),
        extensions: prf() as AuthenticationExtensionsClientInputs,
      },
    }),
  );
  const first = (got.getClientExtensionResults() as PrfAnswer).prf?.results?.first;
  if (first === undefined) throw unable();
  return new Uint8Array(first);
}

async function attempt(ask: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  if (!('credentials' in navigator) || typeof PublicKeyCredential === 'undefined')
    throw new PasskeyError('This browser has no passkeys here. Use a newer one, a wallet, or a key file.');
  try {
    const credential = await ask();
    if (credential !== null) return credential as PublicKeyCredential;
  } catch (error) {
    const { name } = error as Error;
    if (name === 'SecurityError')
      throw new PasskeyError(
        'Passkeys do not work under this address. Open the page by its name (localhost instead of 127.0.0.1).',
      );
    if (name !== 'NotAllowedError' && name !== 'AbortError')
      throw new PasskeyError('The passkey could not be used. Try again, or use a wallet or a key file.');
  }
  throw new PasskeyError('No passkey was used: it was cancelled, it took too long, or there is none yet.');
}

function unable(): PasskeyError {
  return new PasskeyError(
    'This passkey cannot make keys (it lacks the “prf” extension). Use a newer device or browser, a wallet, or a key file.',
  );
}
