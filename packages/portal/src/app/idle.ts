/** Ends a session that nobody touches. */

/** As the page promises. */
export const IDLE_MS = 10 * 60_000;
const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** Calls back once when nothing was touched for so long, also where the machine slept meanwhile. @returns ends the watch */
export function watchIdle(idleMs: number, onIdle: () => void): () => void {
  let last = Date.now();
  const touched = () => {
    // Whoever comes back too late finds the door closed.
    if (Date.now() - last >= idleMs) check();
    else last = Date.now();
  };
  const check = () => {
    if (Date.now() - last < idleMs) return;
    stop();
    onIdle();
  };
  const timer = setInterval(check, Math.min(1000, idleMs));
  for (const name of SIGNS_OF_LIFE) addEventListener(name, touched, { passive: true, capture: true });
  function stop() {
    clearInterval(timer);
    for (const name of SIGNS_OF_LIFE) removeEventListener(name, touched, { capture: true });
  }
  return stop;
}
