import type { Resource } from './collected.js';

const PARTIAL = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2}))?)?)?$/;

/**
 * A FHIR date, dateTime or instant as RFC 3339 with seconds and an offset; a date without time is taken as its first instant in UTC.
 * @returns undefined where `value` is not a FHIR time
 */
export function toRfc3339(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const m = PARTIAL.exec(value);
  if (!m) return undefined;
  const [year, month, day] = [m[1], m[2] ?? '01', m[3] ?? '01'] as [string, string, string];
  // Date.parse takes 31 February for 3 March; only a day that comes back unchanged is one.
  const midnight = new Date(`${year}-${month}-${day}T00:00:00Z`);
  if (year === '0000' || Number.isNaN(midnight.getTime()) || midnight.getUTCDate() !== Number(day))
    return undefined;
  const text = m[4] ? value : `${year}-${month}-${day}T00:00:00Z`;
  return Number.isNaN(Date.parse(text)) ? undefined : text;
}

function periodStart(value: unknown): string | undefined {
  const period = value as { start?: unknown; end?: unknown } | undefined;
  return toRfc3339(period?.start) ?? toRfc3339(period?.end);
}

/** When the thing that the resource speaks of happened (its beginning), RFC 3339; undefined where the resource does not say. */
export function clinicalTime(r: Resource): string | undefined {
  return (
    toRfc3339(r.effectiveDateTime) ??
    toRfc3339(r.effectiveInstant) ??
    periodStart(r.effectivePeriod) ??
    toRfc3339(r.onsetDateTime) ??
    periodStart(r.onsetPeriod) ??
    toRfc3339(r.performedDateTime) ??
    periodStart(r.performedPeriod) ??
    toRfc3339(r.occurrenceDateTime) ??
    periodStart(r.occurrencePeriod) ??
    toRfc3339(r.authoredOn) ??
    toRfc3339(r.started) ??
    toRfc3339(r.whenHandedOver) ??
    periodStart(r.period) ??
    periodStart(r.billablePeriod) ??
    toRfc3339(r.startDate) ??
    toRfc3339(r.recordedDate) ??
    toRfc3339(r.recorded) ??
    toRfc3339(r.issued) ??
    toRfc3339(r.created) ??
    toRfc3339(r.date)
  );
}

/** When the source stated the resource, RFC 3339: its own last update, else when it was recorded, else when it happened. */
export function statedTime(r: Resource): string | undefined {
  const meta = r.meta as { lastUpdated?: unknown } | undefined;
  return (
    toRfc3339(meta?.lastUpdated) ??
    toRfc3339(r.issued) ??
    toRfc3339(r.recordedDate) ??
    toRfc3339(r.recorded) ??
    toRfc3339(r.authoredOn) ??
    toRfc3339(r.created) ??
    clinicalTime(r)
  );
}
