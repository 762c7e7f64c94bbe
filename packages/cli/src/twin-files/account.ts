/** What became of each record of an input file: stored, a duplicate, or refused with a reason. */

import type { CollectIssue, HealthError } from '@twinseal/health';

/** One refused record. */
export interface Refusal {
  readonly code: string;
  readonly place: string;
  readonly expected: string;
  readonly message: string;
}

/** The account of one file. in = stored + duplicates + refused. */
export interface FileAccount {
  readonly file: string;
  /** Id of the connector that read it. */
  readonly format: string;
  in: number;
  stored: number;
  duplicates: number;
  refused: number;
  /** Refusals by code: all of them. */
  readonly reasons: Record<string, number>;
  /** The first of them; a file of nothing but faults must not fill the memory. */
  readonly refusals: Refusal[];
  /** What was noticed about records that were nevertheless taken, by code. */
  readonly remarks: Record<string, number>;
  /** Something about the file as a whole. */
  note?: string;
}

/** The four numbers that must add up. */
export interface Accounting {
  readonly in: number;
  readonly stored: number;
  readonly duplicates: number;
  readonly refused: number;
}

export const MAX_REFUSALS_KEPT = 1000;

export function newAccount(file: string, format: string): FileAccount {
  return {
    file,
    format,
    in: 0,
    stored: 0,
    duplicates: 0,
    refused: 0,
    reasons: {},
    refusals: [],
    remarks: {},
  };
}

/** Counts a refused record. */
export function countRefusal(account: FileAccount, refusal: Refusal): void {
  account.refused++;
  account.reasons[refusal.code] = (account.reasons[refusal.code] ?? 0) + 1;
  if (account.refusals.length < MAX_REFUSALS_KEPT) account.refusals.push(refusal);
}

export function refusalOf(error: HealthError): Refusal {
  return { code: error.code, place: error.place, expected: error.expected, message: error.message };
}

export function countRemarks(account: FileAccount, issues: readonly CollectIssue[]): void {
  for (const { code } of issues) account.remarks[code] = (account.remarks[code] ?? 0) + 1;
}

/** The sum over files. */
export function totalOf(accounts: readonly FileAccount[]): Accounting {
  const sum = (of: (account: FileAccount) => number) =>
    accounts.reduce((total, account) => total + of(account), 0);
  return {
    in: sum((a) => a.in),
    stored: sum((a) => a.stored),
    duplicates: sum((a) => a.duplicates),
    refused: sum((a) => a.refused),
  };
}

/** Whether every record of every file was accounted for. */
export function addsUp(accounts: readonly FileAccount[]): boolean {
  return accounts.every((a) => a.in === a.stored + a.duplicates + a.refused);
}
