import { encodeStatement, type Statement } from '@twinseal/record';

/** What the own lane holds: {@link statementKey} → digest of {@link statementContent}. Keep one map per module. */
export type KnownStatements = ReadonlyMap<string, string>;

/** The fold's key of a statement (REC-18) as text. */
export function statementKey(statement: Pick<Statement, 'source'>): string {
  return JSON.stringify([statement.source.system, statement.source.id]);
}

/**
 * What a statement says, as canonical text: the times at which it was stated and taken in are left out, so that
 * collecting the same export again says nothing new.
 */
export function statementContent(statement: Statement): string {
  const epoch = '1970-01-01T00:00:00Z';
  return encodeStatement({ ...statement, sourceTime: epoch, recordedTime: epoch });
}

/**
 * The statements that the own lane does not hold yet, or holds with other content. Novelty is judged inside one lane and module only:
 * an author does not know what others hold, and a merge wants both provenances.
 * @param statements of one module
 * @param known what that module of the lane holds
 * @param digest a collision-resistant digest of text, as text (for example SHA-256 in hexadecimal)
 * @returns the novel ones in their order, and `known` with them
 */
export function novel(
  statements: readonly Statement[],
  known: KnownStatements,
  digest: (text: string) => string,
): { novel: Statement[]; known: Map<string, string> } {
  const after = new Map(known);
  const fresh: Statement[] = [];
  for (const statement of statements) {
    const key = statementKey(statement);
    const content = digest(statementContent(statement));
    if (after.get(key) === content) continue;
    after.set(key, content);
    fresh.push(statement);
  }
  return { novel: fresh, known: after };
}
