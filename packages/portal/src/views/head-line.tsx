/** Against what something was checked, in one line. */

import { authorTitle, hospitalTitle, listOf, momentOf } from '../app/words.js';
import type { HeadReport } from '../worker/protocol.js';

export function HeadLine({ head }: { readonly head: HeadReport }) {
  const who = head.agreeing.map((name) => (name.startsWith('hospital:') ? authorTitle(name) : nameOf(name)));
  return (
    <p class="checked">
      <span class="tick" aria-hidden="true" />
      <span>
        Checked against block {head.blockNumber} ({momentOf(head.blockTime)}), known to {listOf(who)}.
      </span>
    </p>
  );
}

function nameOf(name: string): string {
  return name.includes(' ') ? name : hospitalTitle(name);
}
