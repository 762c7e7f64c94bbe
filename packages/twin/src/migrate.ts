/**
 * Forward migration of what parts say. A part's first line names the version of its content (REC-17); what was sealed stays as it was sealed for ever, and is brought to the version of today
 * each time it is opened. So an old history always opens, and nothing but this file knows old forms.
 */
import type { Statement } from '@twinseal/record';
import type { LanePart } from './fold-lane.js';
import { statementKey } from './novel.js';
import { TwinError } from './twin-error.js';

/** The version of content that this package writes and works on. */
export const CONTENT_VERSION = 1;

/** One step: what a statement of version `from` says in version `from + 1`. */
export interface Migration {
  readonly from: number;
  /** What changed, for people. */
  readonly what: string;
  /** Must leave source and times as they are: they are what a fold goes by. */
  readonly migrate: (statement: Statement) => Statement;
}

/** The steps so far: none, for there has been no other version than 1. */
export const MIGRATIONS: readonly Migration[] = [];

/**
 * Brings a part to a version of content, one step after the other.
 * @param part of version `part.version`; without one it is of version 1
 * @throws TwinError `content-version` where the part is newer than `to`: what a later release wrote is not guessed at
 * @throws RangeError where a step is missing or stands twice, or one changed a statement's source or times (a fault of the step's author)
 */
export function migratePart(
  part: LanePart,
  to: number = CONTENT_VERSION,
  migrations: readonly Migration[] = MIGRATIONS,
): LanePart {
  const { version = 1 } = part;
  if (!Number.isInteger(version) || version < 1 || version > to)
    throw new TwinError('content-version', `content of version ${version}; known are 1 to ${to}`);
  let { statements } = part;
  for (let v = version; v < to; v++) {
    const [step, ...more] = migrations.filter((m) => m.from === v);
    if (step === undefined || more.length > 0)
      throw new RangeError(`migrations: expected one step from version ${v}`);
    statements = statements.map((s) => {
      const after = step.migrate(s);
      if (
        statementKey(after) !== statementKey(s) ||
        after.source.version !== s.source.version ||
        after.sourceTime !== s.sourceTime ||
        after.recordedTime !== s.recordedTime ||
        after.op !== s.op
      )
        throw new RangeError(`migrations: the step from version ${v} changed a source or a time`);
      return after;
    });
  }
  return { ...part, version: to, statements };
}
