/**
 * The authority's log: one line of JSON for every extraction, fsynced before the keys leave. Each line carries the SHA-256 of the line before, so a line
 * cannot be altered or taken out in the middle without being seen. It names who asked for which identity when, and holds no key.
 */

import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { AuthorityError } from './errors.js';

/** One extraction. */
export interface ExtractionEntry {
  /** Seconds since 1970. */
  readonly timeS: number;
  readonly identity: string;
  readonly controller: string;
  /** EIP-712 digest of the request. */
  readonly request: string;
}

const START = '0'.repeat(64);

export class ExtractionLog {
  readonly #file: FileHandle;
  #previous: string;
  #tail: Promise<unknown> = Promise.resolve();
  readonly #entries: ExtractionEntry[];

  private constructor(file: FileHandle, previous: string, entries: ExtractionEntry[]) {
    this.#file = file;
    this.#previous = previous;
    this.#entries = entries;
  }

  /** Opens or makes the log and checks its chain. @throws AuthorityError `log-altered` */
  static async open(path: string): Promise<ExtractionLog> {
    const file = await open(path, 'a+', 0o600);
    const lines = (await file.readFile('utf8')).split('\n').filter((line) => line !== '');
    let previous = START;
    const entries: ExtractionEntry[] = [];
    for (const [index, line] of lines.entries()) {
      let entry: (ExtractionEntry & { previous: string }) | undefined;
      try {
        entry = JSON.parse(line);
      } catch {
        // falls through to the refusal below
      }
      if (entry?.previous !== previous) {
        await file.close();
        throw new AuthorityError(
          'log-altered',
          `Line ${index + 1} of the extraction log does not follow the line before.`,
        );
      }
      const { previous: _, ...rest } = entry;
      entries.push(rest);
      previous = digestOf(line);
    }
    return new ExtractionLog(file, previous, entries);
  }

  append(entry: ExtractionEntry): Promise<void> {
    const written = this.#tail.then(async () => {
      const line = JSON.stringify({ ...entry, previous: this.#previous });
      await this.#file.appendFile(`${line}\n`);
      await this.#file.datasync();
      this.#previous = digestOf(line);
      this.#entries.push(entry);
    });
    this.#tail = written.catch(() => undefined);
    return written;
  }

  all(): readonly ExtractionEntry[] {
    return this.#entries;
  }

  async close(): Promise<void> {
    await this.#tail;
    await this.#file.close();
  }
}

function digestOf(line: string): string {
  return createHash('sha256').update(line).digest('hex');
}
