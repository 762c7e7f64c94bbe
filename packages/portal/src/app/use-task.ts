/** Work that takes a while and may fail, for a component: busy, done, or a sentence. */

import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { sentenceOf } from './sentence-of.js';

export interface Task {
  readonly isBusy: boolean;
  readonly failure: string | undefined;
  /** Starts work unless some is under way. */
  run(work: () => Promise<void>): void;
}

export function useTask(): Task {
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const busy = useRef(false);
  const here = useRef(true);
  useEffect(() => {
    // The component may come back (a development build does so).
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  const run = useCallback((work: () => Promise<void>) => {
    if (busy.current) return;
    busy.current = true;
    setBusy(true);
    setFailure(undefined);
    work()
      .catch((error: unknown) => {
        if (here.current) setFailure(sentenceOf(error));
      })
      .finally(() => {
        busy.current = false;
        if (here.current) setBusy(false);
      });
  }, []);
  return { isBusy, failure, run };
}
