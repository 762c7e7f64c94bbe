// Writes test/fixtures/wellbeing: twelve weeks of a person who does not exist, as a mood diary, a bottle monitor, a sleep tracker and two hospitals would write them. Run from
// packages/twin: `node scripts/make-wellbeing.mjs`. What is in them is known, so that what is found can be judged:
//
// - sleep falls from about 7.4 h to about 6.3 h on 2024-04-20;
// - the bottle is opened on 19 of 20 days until 2024-04-21, on 11 of 20 from then on;
// - mood falls by one and a half levels of five on 2024-04-27, a week after both; mornings are lower than evenings throughout; what one day feels like resembles the day before;
// - North treats depression with escitalopram; South, which cannot see that, orders clarithromycin on 2024-05-24.
//
// London's clocks go forward on 2024-03-31, within the period.
import { mkdirSync, writeFileSync } from 'node:fs';

const folder = new URL('../test/fixtures/wellbeing/', import.meta.url);
mkdirSync(folder, { recursive: true });
const DAY_MS = 86_400_000;
const FIRST = Date.parse('2024-03-04T00:00:00Z');
const DAYS = 84;
const [SLEEP_FALLS, OPENINGS_FALL, MOOD_FALLS] = ['2024-04-20', '2024-04-22', '2024-04-27'].map(
  (d) => (Date.parse(`${d}T00:00:00Z`) - FIRST) / DAY_MS,
);

// mulberry32 (public domain, Tommy Ettinger): the same files each time.
let state = 20240526;
function uniform() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
}
const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
const two = (n) => String(n).padStart(2, '0');
const date = (day) => new Date(FIRST + day * DAY_MS).toISOString().slice(0, 10);
/** London: +00:00 until 2024-03-31T01:00Z, +01:00 after it. */
const offset = (day, hour) =>
  Date.parse(`${date(day)}T${two(hour)}:00:00Z`) >= Date.parse('2024-03-31T01:00:00Z') ? '+01:00' : '+00:00';

const diary = [];
const bottle = [];
const sleep = [];
const WORDS = ['awful', 'bad', 'meh', 'good', 'rad'];
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
let carried = 0;
for (let day = 0; day < DAYS; day++) {
  // The night that ends on this day.
  const hours = Math.min(10, Math.max(3.5, (day < SLEEP_FALLS ? 7.4 : 6.3) + 0.7 * normal()));
  if (uniform() > 0.06) {
    const wake = Date.parse(
      `${date(day)}T0${6 + Math.floor(2 * uniform())}:${two(Math.floor(60 * uniform()))}:00${offset(day, 7)}`,
    );
    const start = wake - hours * 3_600_000;
    const local = (ms) =>
      `${new Date(ms + Number(offset(day, 7).slice(1, 3)) * 3_600_000).toISOString().slice(0, 19)}${offset(day, 7)}`;
    sleep.push({
      header: {
        id: `sleep-${date(day)}`,
        creation_date_time: local(wake),
        acquisition_provenance: { source_name: 'a wristband', modality: 'sensed' },
        schema_id: { namespace: 'omh', name: 'sleep-duration', version: '2.0' },
      },
      body: {
        sleep_duration: { value: Number(hours.toFixed(2)), unit: 'h' },
        effective_time_frame: {
          time_interval: { start_date_time: local(start), end_date_time: local(wake) },
        },
      },
    });
  }
  const opened = uniform() < (day < OPENINGS_FALL ? 0.95 : 0.55);
  if (opened) {
    const minute = Math.floor(60 * uniform());
    const wall = `${date(day)}T08:${two(minute)}:00`;
    const utc = new Date(Date.parse(`${wall}${offset(day, 8)}`)).toISOString().slice(0, 19);
    bottle.push([`${wall}${offset(day, 8)}`, `${utc}+00:00`]);
  }
  carried = 0.3 * carried + 0.5 * normal();
  const level = (day < MOOD_FALLS ? 4 : 2.5) + carried;
  for (const [hour, less] of [
    [9, 0.45],
    [21, 0],
  ]) {
    if (uniform() < 0.12) continue;
    const value = Math.min(5, Math.max(1, Math.round(level - less + 0.3 * normal())));
    const at = `${two(hour)}:${two(Math.floor(60 * uniform()))}`;
    diary.push([
      date(day),
      `${Number(date(day).slice(8))} ${new Date(FIRST + day * DAY_MS).toLocaleString('en-GB', { month: 'long', timeZone: 'UTC' })}`,
      WEEKDAYS[new Date(FIRST + day * DAY_MS).getUTCDay()],
      at,
      WORDS[value - 1],
      uniform() < 0.5 ? 'work' : 'friends | walk',
      '',
      '',
    ]);
  }
}

const csv = (header, rows) =>
  `${[header, ...rows].map((r) => r.map((c) => (/[",|]/.test(c) ? `"${c}"` : c)).join(',')).join('\n')}\n`;
writeFileSync(
  new URL('diary.csv', folder),
  csv(['full_date', 'date', 'weekday', 'time', 'mood', 'activities', 'note_title', 'note'], diary.reverse()),
);
writeFileSync(
  new URL('bottle.csv', folder),
  csv(
    [
      'Index',
      'Patient ID',
      'ECM ID',
      'Dose #',
      'Dose Timestamp',
      'Dose Timestamp UTC',
      'Dose Group',
      'Dose Label',
    ],
    bottle.map(([local, utc], i) => [
      i === 0 ? '1' : '',
      i === 0 ? '0001' : '',
      i === 0 ? '100000001-BR9' : '',
      String(i + 1),
      local,
      utc,
      '--',
      '1',
    ]),
  ),
);
writeFileSync(new URL('sleep.json', folder), `[\n${sleep.map((s) => JSON.stringify(s)).join(',\n')}\n]\n`);

const patient = {
  resourceType: 'Patient',
  id: 'robin',
  name: [{ family: 'Example', given: ['Robin'] }],
  birthDate: '1990-05-01',
};
const subject = { reference: 'Patient/robin' };
const hospital = (id, name) => ({ resourceType: 'Organization', id, name });
const encounter = (id, at, provider, name) => ({
  resourceType: 'Encounter',
  id,
  status: 'finished',
  class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' },
  subject,
  serviceProvider: { reference: `Organization/${provider}`, display: name },
  period: { start: at, end: at },
});
const order = (id, at, of, coding) => ({
  resourceType: 'MedicationRequest',
  id,
  status: 'active',
  intent: 'order',
  medicationCodeableConcept: { coding: [coding] },
  subject,
  encounter: { reference: `Encounter/${of}` },
  authoredOn: at,
});
const bundle = (...resources) => ({
  resourceType: 'Bundle',
  type: 'collection',
  entry: resources.map((resource) => ({
    fullUrl: `https://example.org/${resource.resourceType}/${resource.id}`,
    resource,
  })),
});
const write = (name, value) =>
  writeFileSync(new URL(name, folder), `${JSON.stringify(value, undefined, 1)}\n`);
write(
  'north.json',
  bundle(
    patient,
    hospital('north', 'North'),
    encounter('n1', '2024-01-15T10:00:00+00:00', 'north', 'North'),
    {
      resourceType: 'Condition',
      id: 'depression',
      clinicalStatus: {
        coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }],
      },
      code: {
        coding: [
          {
            system: 'http://snomed.info/sct',
            code: '370143000',
            display: 'Major depressive disorder (disorder)',
          },
        ],
      },
      subject,
      encounter: { reference: 'Encounter/n1' },
      onsetDateTime: '2023-11-01',
      recordedDate: '2024-01-15T10:00:00+00:00',
    },
    // The ingredient's own code, of CPIC's table.
    order('escitalopram', '2024-01-15T10:05:00+00:00', 'n1', {
      system: 'http://www.nlm.nih.gov/research/umls/rxnorm',
      code: '321988',
      display: 'escitalopram',
    }),
  ),
);
write(
  'south.json',
  bundle(
    patient,
    hospital('south', 'South'),
    encounter('s1', '2024-05-24T15:00:00+01:00', 'south', 'South'),
    // A code of the house: only the name tells.
    order('clarithromycin', '2024-05-24T15:05:00+01:00', 's1', {
      system: 'https://south.example/formulary',
      code: 'CLA250',
      display: 'Clarithromycin 250 mg tablets',
    }),
  ),
);
console.log(`${diary.length} diary entries, ${bottle.length} openings, ${sleep.length} nights`);
