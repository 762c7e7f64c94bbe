/** The page as a whole: a door, and behind it the own record. */

import { useCallback, useEffect, useState } from 'preact/hooks';
import type { ConsortiumInfo } from '../chain/consortium.js';
import type { Slip } from '../keys/slip.js';
import { CreateTwin } from '../views/create-twin.js';
import { Door } from '../views/door.js';
import { Home } from '../views/home.js';
import { IDLE_MS, watchIdle } from './idle.js';
import { sentenceOf } from './sentence-of.js';
import { loadConsortium, type Session, type SignedIn, signOut } from './session.js';

type Stage =
  | { readonly at: 'door' }
  /** Signed in; the twin that the slip names does not exist yet. */
  | { readonly at: 'create'; readonly signedIn: SignedIn; readonly slip: Slip }
  | { readonly at: 'home'; readonly session: Session };

/** What the page says after it was loaded anew; nothing of the session. */
const NOTES: Readonly<Record<string, string>> = {
  '#signed-out': 'You are signed out. Nothing of your record is left in this page.',
  '#ended':
    'Your session ended: it lasts a quarter of an hour. Sign in again. Nothing of your record is left in this page.',
  '#idle':
    'You were signed out because nothing was touched for ten minutes. Nothing of your record is left in this page.',
};

export function App() {
  const [consortium, setConsortium] = useState<ConsortiumInfo>();
  const [failure, setFailure] = useState<string>();
  const [stage, setStage] = useState<Stage>({ at: 'door' });
  const signedIn = stage.at === 'create' ? stage.signedIn : stage.at === 'home' ? stage.session : undefined;

  useEffect(() => {
    loadConsortium(location.origin).then(setConsortium, (error: unknown) => setFailure(sentenceOf(error)));
  }, []);

  const leave = useCallback(
    (why: 'signed-out' | 'ended' | 'idle') => {
      if (signedIn === undefined) return;
      setStage({ at: 'door' });
      void signOut(signedIn).finally(() => {
        // Loaded anew: what was in memory goes with the old page.
        history.replaceState(null, '', `#${why}`);
        location.reload();
      });
    },
    [signedIn],
  );

  useEffect(() => {
    if (signedIn === undefined) return;
    // The marker of an earlier session says nothing any more.
    if (location.hash !== '') history.replaceState(null, '', location.pathname);
    const stopIdle = watchIdle(IDLE_MS, () => leave('idle'));
    const timer = setTimeout(() => leave('ended'), Math.max(0, signedIn.expiresAt * 1000 - Date.now()));
    // A page that goes away into the browser's cache must not come back with a record in it.
    const gone = (event: PageTransitionEvent) => {
      if (event.persisted) leave('signed-out');
    };
    addEventListener('pagehide', gone);
    return () => {
      stopIdle();
      clearTimeout(timer);
      removeEventListener('pagehide', gone);
    };
  }, [signedIn, leave]);

  return (
    <>
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <header class="top">
        <span class="brand">
          <span class="mark" aria-hidden="true" />
          Twinseal
        </span>
        {signedIn !== undefined && (
          <button type="button" class="quiet" onClick={() => leave('signed-out')}>
            Sign out
          </button>
        )}
      </header>
      <main id="main" tabIndex={-1}>
        {stage.at === 'door' && NOTES[location.hash] !== undefined && (
          <p class="note" role="status">
            {NOTES[location.hash]}
          </p>
        )}
        {failure !== undefined && (
          <p class="alert" role="alert">
            {failure}
          </p>
        )}
        {stage.at === 'door' && consortium !== undefined && (
          <Door
            consortium={consortium}
            onHome={(session) => setStage({ at: 'home', session })}
            onCreate={(signed, slip) => setStage({ at: 'create', signedIn: signed, slip })}
          />
        )}
        {stage.at === 'create' && (
          <CreateTwin
            signedIn={stage.signedIn}
            slip={stage.slip}
            onHome={(session) => setStage({ at: 'home', session })}
          />
        )}
        {stage.at === 'home' && <Home session={stage.session} />}
      </main>
      <footer>
        <p>
          Not a medical device. It shows what is written in your record and suggests no treatment. The
          cryptography has had no external review.
        </p>
      </footer>
    </>
  );
}
