import {
  compareInstants,
  encodeStatement,
  type Instant,
  parseInstant,
  type Statement,
} from '@twinseal/record';
import { migratePart } from './migrate.js';
import { statementKey } from './novel.js';

/** One opened and verified part. */
export interface LanePart {
  /** Identity text of the lane's author, with or without `#epoch`: a lane survives a change of key. */
  readonly author: string;
  readonly module: string;
  readonly seq: number;
  /** Version of the content (REC-17); default 1. */
  readonly version?: number;
  /** In the part's order. */
  readonly statements: readonly Statement[];
}

/** The statement that holds for one key of one module of one lane; a retraction holds as well, and hides what it retracts. */
export interface LaneSlot {
  readonly author: string;
  readonly module: string;
  readonly seq: number;
  /** Position in its part, from 0. */
  readonly position: number;
  readonly statement: Statement;
  readonly instant: Instant;
}

/** A folded lane, or part of one: slots by {@link slotKey}. Treat as immutable. */
export interface LaneState {
  readonly slots: ReadonlyMap<string, LaneSlot>;
}

/** Key of a slot: author's name, module, source system and id. */
export function slotKey(slot: Pick<LaneSlot, 'author' | 'module' | 'statement'>): string {
  return `${slot.author}\n${slot.module}\n${statementKey(slot.statement)}`;
}

/**
 * Folds parts of lanes (REC-18): of several statements of one key in one module the greatest by (instant of sourceTime, seq, position) holds.
 * @param parts in any order; several modules of several lanes may stand together
 * @param filter which statements to look at; default all. Positions are counted before it.
 * @throws RecordError `time` where a sourceTime is none; TwinError `content-version` where a part is of a version not known here
 */
export function foldLane(parts: readonly LanePart[], filter?: (statement: Statement) => boolean): LaneState {
  const slots = new Map<string, LaneSlot>();
  for (const opened of parts) {
    const part = migratePart(opened);
    const author = part.author.replace(/#.*$/, '');
    part.statements.forEach((statement, position) => {
      if (filter && !filter(statement)) return;
      const instant = parseInstant(statement.sourceTime);
      const slot = { author, module: part.module, seq: part.seq, position, statement, instant };
      const key = slotKey(slot);
      const held = slots.get(key);
      if (held === undefined || compareSlots(held, slot) < 0) slots.set(key, slot);
    });
  }
  return { slots };
}

/**
 * The order of REC-18 over statements of one key; negative, zero or positive. Two different statements never compare equal: what a verified
 * lane cannot contain (two statements at one place) is ordered by content, so that a merge stays independent of order even on forged input.
 */
export function compareSlots(a: LaneSlot, b: LaneSlot): number {
  return (
    compareInstants(a.instant, b.instant) ||
    a.seq - b.seq ||
    a.position - b.position ||
    (a.statement === b.statement
      ? 0
      : compareText(encodeStatement(a.statement), encodeStatement(b.statement)))
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
