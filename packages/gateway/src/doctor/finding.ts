/** What a look at a gateway's surroundings found. */

export type Level = 'ok' | 'warning' | 'error';

/** One finding. Names files, addresses and numbers of the configuration; never a secret. */
export interface Finding {
  /** What was looked at; stable. */
  readonly check: Check;
  readonly level: Level;
  /** What is there, and what it means. */
  readonly means: string;
  /** What to do; present unless all is well. */
  readonly remedy?: string;
}

/** What is looked at, in this order. */
export const CHECKS = [
  'configuration',
  'permissions',
  'tls',
  'keys',
  'lock',
  'chain',
  'contracts',
  'parameters',
  'hospital',
  'identity-key',
  'account',
  'clock',
  'peers',
  'provider',
  'vault',
  'batches',
  'database',
  'blobs',
  'offline',
  'disk',
] as const;

export type Check = (typeof CHECKS)[number];

export interface Diagnosis {
  readonly findings: readonly Finding[];
  readonly errors: number;
  readonly warnings: number;
}

/** Collects findings. */
export class Findings {
  readonly all: Finding[] = [];

  ok(check: Check, means: string): void {
    this.all.push({ check, level: 'ok', means });
  }

  warn(check: Check, means: string, remedy: string): void {
    this.all.push({ check, level: 'warning', means, remedy });
  }

  error(check: Check, means: string, remedy: string): void {
    this.all.push({ check, level: 'error', means, remedy });
  }

  /** In the order of {@link CHECKS}. */
  diagnosis(): Diagnosis {
    const findings = CHECKS.flatMap((check) => this.all.filter((finding) => finding.check === check));
    const count = (level: Level) => findings.filter((finding) => finding.level === level).length;
    return { findings, errors: count('error'), warnings: count('warning') };
  }
}
