/** The arguments and options that all commands on input files share, and what they say about them. */

import type { Command } from 'commander';

/** What the person chose, as commander hands it over. */
export interface InputFlags {
  readonly json?: boolean;
  readonly wearable?: string;
  /** Undefined where the person did not say: then only formats whose zone is known without asking are read. */
  readonly zone?: string;
  readonly strict?: boolean;
  readonly patient?: string;
  readonly samePatient?: boolean;
  readonly add?: readonly string[];
}

/** Adds `[files...]` and the options about reading them. */
export function addInputOptions(command: Command): Command {
  return command
    .argument(
      '[files...]',
      'FHIR R4 bundles, NDJSON or single resources and what other formats are known, each also as .gz (default: the shipped data)',
    )
    .option('--wearable <folder>', "CSV files of the T1D-UOM form, as the patient's own devices")
    .option(
      '--zone <name>',
      'IANA zone of clocks that write none (pill bottles, diaries, T1D-UOM; its study\'s is Europe/London); of a journey "Europe/London, Asia/Tokyo from 2024-05-01T09:00:00+09:00"',
    )
    .option('--strict', 'refuse everything for one bad record')
    .option('--json', 'print one JSON object on stdout and nothing else');
}

/** Adds the options that decide whose twin is built, and of which modules. */
export function addTwinOptions(command: Command): Command {
  return addInputOptions(command)
    .option('--patient <Patient/id>', 'the one to look at, where the files speak of several')
    .option('--same-patient', 'all patients in the files are one person')
    .option('--add <file>', "a user's own module (may be repeated)", collectValues);
}

/** Collects a repeated option. */
export function collectValues(value: string, held: readonly string[] | undefined): string[] {
  return [...(held ?? []), value];
}

/** Ends the help of every command on files. */
export const NOTHING_SEALED =
  'Nothing is sealed and nothing is written but what is asked for. Each statement counts as taken in when its source stated it, and a lane as sealed once a week; ' +
  "handles are this preview's own (a hospital's are keyed with its secret).";
