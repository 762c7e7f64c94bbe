/** The status page: one page of HTML without scripts, for the hospital's own people. Patients are twin ids; names are shown when they are asked for, for each is an access of which the patient learns. */

import type { GatewayStatus, TwinStatus } from './status.js';

/** Content-Security-Policy of the page: nothing but its own style, whose hash is not needed because nothing else may come in. */
export const PAGE_CSP =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** What the address of the page ends in where names are asked for. */
export const NAMES_QUERY = 'names=yes';

const STATES: Readonly<Record<TwinStatus['state'], readonly [string, string]>> = {
  verified: ['Verified', 'everything that this hospital may read was checked down to its author'],
  awaiting: ['Granted, not yet delivered', 'an author has not delivered its capsules yet'],
  unreachable: ['Unreachable', 'no keeper of a lane answers'],
  faulty: ['Faulty', 'something did not verify; it is not mixed in'],
  unopened: ['Not opened yet', 'the gateway has not looked yet'],
};

const STYLE = `
:root { color-scheme: light dark; --ink: #1b1f24; --soft: #57606a; --line: #d0d7de; --ground: #fff; --panel: #f6f8fa; --good: #116329; --wait: #7a4b00; --bad: #a40e26; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --soft: #9da7b1; --line: #30363d; --ground: #0d1117; --panel: #161b22; --good: #56d364; --wait: #e3b341; --bad: #ff7b72; } }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--ground); }
main { max-width: 72rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { font-size: 1.5rem; margin: 0; overflow-wrap: anywhere; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
p { margin: .25rem 0; } .soft { color: var(--soft); }
dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .75rem; margin: 1rem 0; }
dl div { background: var(--panel); border: 1px solid var(--line); border-radius: .5rem; padding: .5rem .75rem; }
a { color: inherit; } dt { color: var(--soft); font-size: .85rem; } dd { margin: 0; font-size: 1.25rem; font-variant-numeric: tabular-nums; }
ul.twins { list-style: none; margin: 0; padding: 0; display: grid; gap: .75rem; }
ul.twins > li { border: 1px solid var(--line); border-radius: .5rem; padding: .75rem 1rem; }
.head { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: baseline; justify-content: space-between; }
.head strong { overflow-wrap: anywhere; } code { font: .85rem/1.4 ui-monospace, monospace; overflow-wrap: anywhere; }
.verified { color: var(--good); } .awaiting, .unopened { color: var(--wait); } .unreachable, .faulty { color: var(--bad); }
table { border-collapse: collapse; width: 100%; margin-top: .5rem; font-size: .9rem; } th, td { text-align: left; padding: .25rem .5rem .25rem 0; border-top: 1px solid var(--line); vertical-align: top; }
th { color: var(--soft); font-weight: 600; } td.number, th.number { text-align: right; padding-right: 1.5rem; font-variant-numeric: tabular-nums; }
.wide { overflow-x: auto; } ol.events { margin: 0; padding-left: 1.25rem; font-size: .9rem; } footer { margin-top: 2.5rem; font-size: .85rem; color: var(--soft); }
`;

/**
 * The page as HTML.
 *
 * @param names by twin id, where they were asked for: of those twins whose name may be read now. The page does not ask again by itself then, since each time would be another access
 */
export function statusPage(status: GatewayStatus, nowS: number, names?: ReadonlyMap<string, string>): string {
  const { chain, totals, twins, waiting, events, receipts, notifications } = status;
  const under = Object.entries(waiting).filter(([, count]) => count > 0);
  const facts: readonly (readonly [string, string])[] = [
    ['Twins known', String(totals.twins)],
    ['Lanes kept', String(totals.lanes)],
    ['Instances', String(totals.instances)],
    ['Not anchored yet', String(totals.unanchored)],
    ...batchFacts(status.batches),
    ['Chain', chain.reachable ? `block ${chain.block}` : 'does not answer'],
    [
      'Under way',
      under.length === 0 ? 'nothing' : under.map(([kind, count]) => `${count} ${kind}`).join(', '),
    ],
    [
      'Receipts anchored',
      `${receipts.anchored} of ${receipts.written}${receipts.lastFailure === undefined ? '' : `; failing: ${receipts.lastFailure}`}`,
    ],
    [
      'Notices not fetched',
      `${notifications.undelivered}${notifications.lastFailure === undefined ? '' : `; failing: ${notifications.lastFailure}`}`,
    ],
    ['Memory', `${status.memoryMiB} MiB`],
    ['Up for', duration(nowS - status.startedS)],
  ];
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">${names === undefined ? '<meta http-equiv="refresh" content="5">' : ''}
<title>${text(status.hospital)} · Twinseal gateway</title><style>${STYLE}</style></head>
<body><main>
<h1>${text(status.hospital)}</h1>
<p class="soft">Twinseal gateway ${text(status.version)} at ${text(status.endpoint)}</p>
<dl>${facts.map(([name, value]) => `<div><dt>${name}</dt><dd>${text(value)}</dd></div>`).join('')}</dl>
<h2>Patients</h2>
<p class="soft">${names === undefined ? `By the ids of their twins. <a href="/?${NAMES_QUERY}">Show names</a>: each is an access by the operator, with a receipt that the patient sees.` : '<a href="/">Hide names</a>'}</p>
${twins.length === 0 ? '<p class="soft">No patient was introduced to this hospital yet.</p>' : `<ul class="twins">${twins.map((twin) => twinItem(twin, names)).join('')}</ul>`}
${totals.twins > twins.length ? `<p class="soft">The first ${twins.length} of ${totals.twins}.</p>` : ''}
<h2>Last events</h2>
${events.length === 0 ? '<p class="soft">Nothing yet.</p>' : `<ol class="events" reversed>${[...events].reverse().slice(0, 20).map(eventItem).join('')}</ol>`}
<footer>Not a medical device. The cryptography has had no external review. This page is for the hospital's own people${names === undefined ? ' and refreshes every 5 seconds' : ''}.</footer>
</main></body></html>
`;
}

/** Where the own instances go onto the chain many at a time, or did: how far that is. */
function batchFacts({ mode, batches, waiting, lastFailure }: GatewayStatus['batches']): [string, string][] {
  if (mode === 'direct' && batches === 0) return [];
  const failing = lastFailure === undefined ? '' : `; failing: ${lastFailure}`;
  return [['Batches anchored', `${batches}; ${waiting} waiting for the next${failing}`]];
}

function twinItem(twin: TwinStatus, names: ReadonlyMap<string, string> | undefined): string {
  const [state, meaning] = STATES[twin.state];
  const { view } = twin;
  const lanes = view === undefined || view.lanes.length === 0 ? '' : laneTable(view);
  const closed =
    view === undefined || view.closedLanes === 0
      ? ''
      : `; ${view.closedLanes} more ${view.closedLanes === 1 ? 'lane is' : 'lanes are'} closed to this hospital`;
  const granted =
    view === undefined || view.granted.length === 0 ? 'nothing beyond the own lane' : view.granted.join(', ');
  return `<li><div class="head"><strong>${text(names === undefined ? `Twin ${twin.twinId.slice(0, 8)}…` : (names.get(twin.twinId) ?? 'Name not open to this hospital'))}</strong><span class="${twin.state}" title="${meaning}">${state}</span></div>
<p><code>${twin.twinId}</code></p>
<p class="soft">${twin.role}${twin.area === 'online' ? '' : ', offline'}; granted: ${text(granted)}${closed}${view === undefined ? '' : `; ${view.entries} entries in the master`}${anchoringOf(twin)}</p>${lanes}</li>`;
}

/** How far the own lane is on the chain, where some of it is or was in batches. */
function anchoringOf({ batched, batch, ownInstances, unanchored }: TwinStatus): string {
  if (batch === undefined) return unanchored === 0 ? '' : `; ${unanchored} sealed, not yet anchored`;
  const waiting = unanchored === 0 ? '' : `, ${unanchored} sealed, not yet anchored`;
  const later = Math.max(0, ownInstances - unanchored - batched);
  return `; ${batched} in batches (the last in batch ${batch})${later === 0 ? '' : `, ${later} anchored directly since`}${waiting}`;
}

function laneTable(view: NonNullable<TwinStatus['view']>): string {
  const rows = view.lanes.map(
    ({ author, instances, opened, state, findings }) =>
      `<tr><td>${text(author.replace(/^patient:.*/, 'the patient').replace(/^hospital:/, ''))}</td><td class="number">${instances}</td><td class="number">${opened}</td><td class="${state}">${STATES[state][0]}${
        findings.length === 0
          ? ''
          : ` <span class="soft">(${text([...new Set(findings.map(({ code }) => code))].join(', '))})</span>`
      }</td></tr>`,
  );
  return `<div class="wide"><table><thead><tr><th>Lane of</th><th class="number">Instances</th><th class="number">Parts opened</th><th>Verification</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

function eventItem({ atS, what, twinId, count }: GatewayStatus['events'][number]): string {
  const when = new Date(atS * 1000).toISOString().slice(11, 19);
  const twin = twinId === undefined ? '' : ` <code>${twinId.slice(0, 16)}…</code>`;
  return `<li>${when} UTC ${text(what)}${count === undefined ? '' : ` (${count})`}${twin}</li>`;
}

function duration(seconds: number): string {
  if (seconds < 120) return `${seconds} s`;
  if (seconds < 7200) return `${Math.floor(seconds / 60)} min`;
  return `${Math.floor(seconds / 3600)} h`;
}

/** Text inside HTML, or inside an attribute in double quotes. */
function text(value: string): string {
  return value.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
