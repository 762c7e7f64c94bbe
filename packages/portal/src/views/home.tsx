/** The own record's five views, behind tabs (WAI-ARIA Authoring Practices, "Tabs"). */

import { useEffect, useRef, useState } from 'preact/hooks';
import type { Session } from '../app/session.js';
import { Accesses } from './accesses.js';
import { Checks } from './checks.js';
import { OwnRecord } from './own-record.js';
import { Precautions } from './precautions.js';
import { Sharing } from './sharing.js';

const TABS = [
  { id: 'sharing', title: 'Who may read', View: Sharing },
  { id: 'accesses', title: 'Who has read', View: Accesses },
  { id: 'record', title: 'My record', View: OwnRecord },
  { id: 'precautions', title: 'Precautions', View: Precautions },
  { id: 'checks', title: 'How it is checked', View: Checks },
] as const;

export function Home({ session }: { readonly session: Session }) {
  const [current, setCurrent] = useState(0);
  const tabs = useRef<(HTMLButtonElement | null)[]>([]);
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever comes in by keyboard or screen reader starts here, not at the place of a button that is gone.
  useEffect(() => heading.current?.focus(), []);
  const go = (index: number) => {
    const next = (index + TABS.length) % TABS.length;
    setCurrent(next);
    tabs.current[next]?.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: current + 1,
      ArrowLeft: current - 1,
      Home: 0,
      End: TABS.length - 1,
    };
    const target = steps[event.key];
    if (target === undefined) return;
    event.preventDefault();
    go(target);
  };
  const { id, View } = TABS[current] as (typeof TABS)[number];
  return (
    <>
      <h1 ref={heading} tabIndex={-1} class="hidden">
        My twin
      </h1>
      <div class="tabs" role="tablist" aria-label="My twin">
        {TABS.map((tab, index) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`tab-${tab.id}`}
            aria-selected={index === current}
            aria-controls="panel"
            tabIndex={index === current ? 0 : -1}
            ref={(element) => {
              tabs.current[index] = element;
            }}
            onClick={() => setCurrent(index)}
            onKeyDown={onKey}
          >
            {tab.title}
          </button>
        ))}
      </div>
      <div id="panel" role="tabpanel" aria-labelledby={`tab-${id}`}>
        <View session={session} />
      </div>
    </>
  );
}
