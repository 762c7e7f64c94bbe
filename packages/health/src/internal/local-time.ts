import { DateTime, IANAZone } from 'luxon';

/** A wall-clock time placed in its zone. */
export interface PlacedTime {
  /** RFC 3339 with seconds and the zone's offset. */
  readonly time: string;
  readonly epochMs: number;
  /** `gap`: clocks skipped this time; `overlap`: they showed it twice; `date-only`: the source gives no time of day. */
  readonly mark: 'gap' | 'overlap' | 'date-only' | undefined;
}

const FORMAT = /^(\d{2})\/(\d{2})\/(\d{4})(?: (\d{2}):(\d{2})(?::(\d{2}))?)?$/;
const DAY_MS = 86_400_000;

/**
 * Places the `DD/MM/YYYY HH:MM[:SS]` times of one device, in the order of its file; a date alone stands for its first instant.
 *
 * In the hour that clocks skip in spring, the device had not been set yet: the time is read with the offset before the change. In the hour
 * that they repeat in autumn, it is read with the first offset, unless the device's times had already gone further: then with the second.
 * @returns a function that gives undefined for what is no time
 * @throws RangeError where `zone` is no IANA zone
 */
export function localTimes(zone: string): (text: string) => PlacedTime | undefined {
  if (!IANAZone.isValidZone(zone))
    throw new RangeError('zone: expected an IANA time zone such as Europe/London');
  const iana = IANAZone.create(zone);
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

  return (text) => {
    const m = FORMAT.exec(text);
    if (!m) return undefined;
    const [day, month, year] = [Number(m[1]), Number(m[2]), Number(m[3])];
    const [hour, minute, second] = [Number(m[4] ?? 0), Number(m[5] ?? 0), Number(m[6] ?? 0)];
    const dayMs = Date.UTC(year, month - 1, day);
    const date = new Date(dayMs);
    const exists = year >= 1900 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
    if (!exists || hour > 23 || minute > 59 || second > 59) return undefined;
    const local = dayMs + ((hour * 60 + minute) * 60 + second) * 1000;
    const isEarlier = local < previousLocal;
    previousLocal = local;

    const offset = steadyOffset(dayMs);
    if (offset !== undefined) {
      inSecondPass = false;
      const mark = m[4] === undefined ? 'date-only' : undefined;
      return { time: format(local, offset), epochMs: local - offset * 60_000, mark };
    }
    let placed = DateTime.fromObject({ year, month, day, hour, minute, second }, { zone });
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
    if (m[4] === undefined) mark = 'date-only';
    const epochMs = placed.toMillis();
    return { time: format(epochMs + placed.offset * 60_000, placed.offset), epochMs, mark };
  };
}

function format(localMs: number, offsetMinutes: number): string {
  const size = Math.abs(offsetMinutes);
  const two = (n: number): string => String(n).padStart(2, '0');
  const sign = offsetMinutes < 0 ? '-' : '+';
  return `${new Date(localMs).toISOString().slice(0, 19)}${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
