/** Asking a server that is not trusted: a failure is an answer not given, and is kept for the operator. */

/** Collects what went wrong with the asking itself. */
export class Asking {
  readonly errors: unknown[] = [];

  /** The answer, or undefined when it failed. */
  async ask<T>(question: () => Promise<T>): Promise<T | undefined> {
    try {
      return await question();
    } catch (error) {
      this.errors.push(error);
      return undefined;
    }
  }

  /** An object's bytes; undefined when it failed or gave something else. */
  async bytes(question: () => Promise<Uint8Array | undefined>): Promise<Uint8Array | undefined> {
    const answer: unknown = await this.ask(question);
    return answer instanceof Uint8Array ? answer : undefined;
  }
}

/** Maps in order with at most `limit` calls under way, so that neither latency nor memory adds up. */
export async function mapLimited<T, R>(
  items: readonly T[],
  limit: number,
  map: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results = new Array<R>(items.length);
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let i = next++; i < items.length; i = next++) results[i] = await map(items[i] as T, i);
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  return results;
}
