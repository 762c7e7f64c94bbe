/** The door: three ways in. */

import { MODULES } from '@twinseal/twin';
import { useState } from 'preact/hooks';
import {
  keptSlip,
  openSession,
  ownTwins,
  type Session,
  SessionError,
  type SignedIn,
  signIn,
  twinInfo,
} from '../app/session.js';
import { useTask } from '../app/use-task.js';
import type { ConsortiumInfo } from '../chain/consortium.js';
import { hexOf } from '../internal/bytes.js';
import { deriveTwin } from '../keys/derive-twin.js';
import { readKeyFile } from '../keys/key-file.js';
import { askPasskey, createPasskey } from '../keys/passkey.js';
import { keySigner, type Signer } from '../keys/signer.js';
import type { Slip } from '../keys/slip.js';
import { connectWallet } from '../keys/wallet.js';

interface Props {
  readonly consortium: ConsortiumInfo;
  readonly onHome: (session: Session) => void;
  readonly onCreate: (signedIn: SignedIn, slip: Slip) => void;
}

export function Door({ consortium, onHome, onCreate }: Props) {
  const task = useTask();
  const [file, setFile] = useState<File>();
  const [passphrase, setPassphrase] = useState('');

  /** Signs in, and goes on to the own record, or to making one. */
  const enter = async (signer: Signer, slip: Slip | undefined, mayCreate: boolean): Promise<void> => {
    const signedIn = await signIn(signer, consortium);
    const ids = await ownTwins(signedIn);
    const id = slip === undefined ? ids[0] : ids.find((each) => each === slip.twinId);
    if (id !== undefined) {
      const own = slip ?? (await keptSlip(signedIn, id));
      return onHome(await openSession(signedIn, own, await twinInfo(signedIn, id)));
    }
    if (!mayCreate)
      throw new SessionError(
        'The chain knows no record under this key. If your key was changed or recovered, sign in with the new one.',
      );
    onCreate(signedIn, slip ?? randomSlip());
  };

  const passkey = (ask: () => Promise<Uint8Array>) =>
    task.run(async () => {
      const secret = await ask();
      const { controlKey, slip } = await deriveTwin(secret, MODULES);
      secret.fill(0);
      await enter(keySigner(controlKey), slip, true);
    });
  const keyFile = () =>
    task.run(async () => {
      if (file === undefined) throw new SessionError('Choose your key file first.');
      const opened = await readKeyFile(await file.text(), passphrase);
      setPassphrase('');
      const { chainId, hospitals } = opened.consortium;
      if (
        chainId !== consortium.chainId ||
        hospitals.toLowerCase() !== consortium.contracts.hospitals.toLowerCase()
      )
        throw new SessionError(
          'This key file belongs to another consortium than this page says it serves. Nothing was sent. If you expected them to be the same, do not use this page.',
        );
      await enter(keySigner(opened.controlKey), opened.slip, false);
    });

  return (
    <div class="door">
      <h1>Your record, in your hand</h1>
      <p class="lead">
        See who may read what, and who has read. Allow and withdraw. Open your own record: it is decrypted in
        this browser and checked here, and no hospital has your key.
      </p>
      {task.failure !== undefined && (
        <p class="alert" role="alert">
          {task.failure}
        </p>
      )}
      <p role="status" class="busy-line">
        {task.isBusy ? 'Signing in …' : ''}
      </p>
      <div class="ways">
        <section class="card" aria-labelledby="way-passkey">
          <h2 id="way-passkey">Passkey</h2>
          <p>Your device makes your key anew each time, with your finger, face or PIN. Nothing is stored.</p>
          <div class="row">
            <button type="button" class="primary" disabled={task.isBusy} onClick={() => passkey(askPasskey)}>
              Sign in with a passkey
            </button>
            <button type="button" disabled={task.isBusy} onClick={() => passkey(createPasskey)}>
              Make a new passkey
            </button>
          </div>
        </section>
        <section class="card" aria-labelledby="way-file">
          <h2 id="way-file">Key file</h2>
          <p>
            A file that “twinseal patient key-file” wrote, locked with your passphrase. It is read here and
            not sent.
          </p>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              keyFile();
            }}
          >
            <label>
              Key file
              <input type="file" required onChange={(event) => setFile(event.currentTarget.files?.[0])} />
            </label>
            <label>
              Passphrase
              <input
                type="password"
                required
                autoComplete="off"
                value={passphrase}
                onInput={(event) => setPassphrase(event.currentTarget.value)}
              />
            </label>
            <button type="submit" class="primary" disabled={task.isBusy}>
              Sign in with the key file
            </button>
          </form>
        </section>
        <section class="card" aria-labelledby="way-wallet">
          <h2 id="way-wallet">Wallet</h2>
          <p>
            An Ethereum wallet in this browser. It shows you everything that you sign, and needs no ether.
          </p>
          <div class="row">
            <button
              type="button"
              class="primary"
              disabled={task.isBusy}
              onClick={() => task.run(async () => enter(await connectWallet(), undefined, true))}
            >
              Sign in with a wallet
            </button>
          </div>
        </section>
      </div>
    </div>
  );
}

/** For a wallet, which derives nothing: the custodian keeps the slip for it. */
function randomSlip(): Slip {
  const random = () => hexOf(crypto.getRandomValues(new Uint8Array(32)));
  return {
    twinId: random(),
    scopeSalts: Object.fromEntries(MODULES.map((module) => [module, random()])),
    purposeSalt: random(),
  };
}
