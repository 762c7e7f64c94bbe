import { DateTime, IANAZone } from 'luxon';

/** A wall-clock time placed in its zone. */
export interface PlacedTime {
  /** RFC 3339 with seconds and the zone's offset. */
  readonly time: string;
  readonly epochMs: number;
  /** `gap`: clocks skipped this time; `overlap`: they showed it twice; `date-only`: the source gives no time of day. */
  readonly mark: 'gap' | 'overlap' | 'date-only' | undefined;
}

/** What a clock on a wall shows: no zone, no offset. */
export interface WallTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** False where the source gives a day only; the time of day is 00:00 then. */
  readonly hasTime: boolean;
}

const FORMAT = /^(\d{2})\/(\d{2})\/(\d{4})(?: (\d{2}):(\d{2})(?::(\d{2}))?)?$/;
const DAY_MS = 86_400_000;

/**
 * Milliseconds of a wall-clock time as if it were UTC: orders times of one clock, and tells whether the calendar has them.
 * @returns undefined where there is no such day or time of day; years before 1900 are none
 */
export function wallMs(wall: WallTime): number | undefined {
  const { year, month, day, hour, minute, second } = wall;
  const dayMs = Date.UTC(year, month - 1, day);
  const date = new Date(dayMs);
  const exists = year >= 1900 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!exists || hour > 23 || minute > 59 || second > 59) return undefined;
  return dayMs + ((hour * 60 + minute) * 60 + second) * 1000;
}

/**
 * Places the `DD/MM/YYYY HH:MM[:SS]` times of one device, as {@link placeWallTimes} does.
 * @returns a function that gives undefined for what is no time
 * @throws RangeError where `zone` is no IANA zone
 */
export function localTimes(zone: string): (text: string) => PlacedTime | undefined {
  const place = placeWallTimes(zone);
  return (text) => {
    const m = FORMAT.exec(text);
    if (!m) return undefined;
    return place({
      year: Number(m[3]),
      month: Number(m[2]),
      day: Number(m[1]),
      hour: Number(m[4] ?? 0),
      minute: Number(m[5] ?? 0),
      second: Number(m[6] ?? 0),
      hasTime: m[4] !== undefined,
    });
  };
}

/**
 * Places the wall-clock times of one device, handed over oldest first; a date alone stands for its first instant.
 *
 * In the hour that clocks skip in spring, the device had not been set yet: the time is read with the offset before the change. In the hour
 * that they repeat in autumn, it is read with the first offset, unless the device's times had already gone further: then with the second.
 * A journey is a change of clocks like these two, at the moment when the device was set to the new zone.
 * @param zones an IANA zone, `Europe/London`; of a traveller several, each after the first with the moment from which it held:
 *   `Europe/London, Asia/Tokyo from 2024-05-01T09:00:00+09:00`
 * @returns a function that gives undefined for what is no time
 * @throws RangeError where a zone is no IANA zone, a moment no RFC 3339 time, or the moments do not rise
 */
export function placeWallTimes(zones: string): (wall: WallTime) => PlacedTime | undefined {
  const spans = parseZones(zones);
  const [only, second] = spans;
  return second === undefined ? placeInZone((only as ZoneSpan).zone) : placeOnJourney(spans);
}

interface ZoneSpan {
  readonly zone: IANAZone;
  readonly fromMs: number;
}

function parseZones(text: string): ZoneSpan[] {
  const spans: ZoneSpan[] = [];
  for (const part of text.split(',')) {
    const [, name = '', from] = /^\s*(\S+)(?:\s+from\s+(\S+))?\s*$/.exec(part) ?? [];
    if (!IANAZone.isValidZone(name))
      throw new RangeError('zone: expected an IANA time zone such as Europe/London');
    const isMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/.test(from ?? '');
    const fromMs =
      spans.length === 0 && from === undefined
        ? -Infinity
        : isMoment
          ? Date.parse(from as string)
          : Number.NaN;
    if (
      !(
        fromMs > (spans.at(-1)?.fromMs ?? Number.NEGATIVE_INFINITY) ||
        (spans.length === 0 && fromMs === -Infinity)
      )
    )
      throw new RangeError(
        'zone: expected rising moments, as in Europe/London, Asia/Tokyo from 2024-05-01T09:00:00+09:00',
      );
    spans.push({ zone: IANAZone.create(name), fromMs });
  }
  return spans;
}

/** Every zone is asked which moments the clock may have meant; those within its time count. */
function placeOnJourney(spans: readonly ZoneSpan[]): (wall: WallTime) => PlacedTime | undefined {
  let previousLocal = 0;
  let inLaterPass = false;
  return (wall) => {
    const local = wallMs(wall);
    if (local === undefined) return undefined;
    const isEarlier = local < previousLocal;
    previousLocal = local;
    const meant: { epochMs: number; offset: number }[] = [];
    let beforeChange: { epochMs: number; offset: number } | undefined;
    for (const [i, { zone, fromMs }] of spans.entries()) {
      const untilMs = spans[i + 1]?.fromMs ?? Infinity;
      const { year, month, day, hour, minute, second } = wall;
      const guess = DateTime.fromObject({ year, month, day, hour, minute, second }, { zone });
      const own = guess.getPossibleOffsets().map((t) => ({ epochMs: t.toMillis(), offset: t.offset }));
      for (const each of own) {
        const isShown = each.epochMs + each.offset * 60_000 === local;
        if (isShown && each.epochMs >= fromMs && each.epochMs < untilMs) meant.push(each);
        if (each.epochMs >= fromMs) beforeChange ??= each;
      }
    }
    meant.sort((a, b) => a.epochMs - b.epochMs);
    if (meant.length > 1 && isEarlier) inLaterPass = true;
    if (meant.length < 2) inLaterPass = false;
    const found = (inLaterPass ? meant.at(-1) : meant[0]) ?? beforeChange;
    if (found === undefined) return undefined;
    const mark = !wall.hasTime
      ? 'date-only'
      : meant.length === 0
        ? 'gap'
        : meant.length > 1
          ? 'overlap'
          : undefined;
    return {
      time: formatLocal(found.epochMs + found.offset * 60_000, found.offset),
      epochMs: found.epochMs,
      mark,
    };
  };
}

/** As {@link placeWallTimes}, in one zone. */
function placeInZone(iana: IANAZone): (wall: WallTime) => PlacedTime | undefined {
  // Offsets (minutes) of days without a change of clocks: nearly all, and placing a time in them needs no search.
  const steady = new Map<number, number | undefined>();
  let previousLocal = 0;
  let inSecondPass = false;

  function steadyOffset(dayMs: number): number | undefined {
    if (!steady.has(dayMs)) {
      const offset = iana.offset(dayMs - DAY_MS);
      // Offsets are below a day, and no zone changes its clocks twice within three days.
      steady.set(dayMs, offset === iana.offset(dayMs + 2 * DAY_MS) ? offset : undefined);
    }
    return steady.get(dayMs);
  }

  return (wall) => {
    const local = wallMs(wall);
    if (local === undefined) return undefined;
    const { year, month, day, hour, minute, second, hasTime } = wall;
    const dayMs = Date.UTC(year, month - 1, day);
    const isEarlier = local < previousLocal;
    previousLocal = local;

    const offset = steadyOffset(dayMs);
    if (offset !== undefined) {
      inSecondPass = false;
      const mark = hasTime ? undefined : 'date-only';
      return { time: formatLocal(local, offset), epochMs: local - offset * 60_000, mark };
    }
    let placed = DateTime.fromObject({ year, month, day, hour, minute, second }, { zone: iana });
    if (!placed.isValid) return undefined;
    let mark: PlacedTime['mark'];
    if (placed.hour !== hour || placed.minute !== minute) mark = 'gap';
    else {
      const [first, last] = placed.getPossibleOffsets().sort((a, b) => a.toMillis() - b.toMillis());
      if (first && last) {
        mark = 'overlap';
        if (isEarlier) inSecondPass = true;
        placed = inSecondPass ? last : first;
      }
    }
    if (mark !== 'overlap') inSecondPass = false;
    if (!hasTime) mark = 'date-only';
    const epochMs = placed.toMillis();
    return { time: formatLocal(epochMs + placed.offset * 60_000, placed.offset), epochMs, mark };
  };
}

/** RFC 3339 of a wall-clock time (as {@link wallMs} has it) at an offset. */
export function formatLocal(localMs: number, offsetMinutes: number): string {
  const size = Math.abs(offsetMinutes);
  const two = (n: number): string => String(n).padStart(2, '0');
  const sign = offsetMinutes < 0 ? '-' : '+';
  return `${new Date(localMs).toISOString().slice(0, 19)}${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
