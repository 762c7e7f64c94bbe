/** One thing that is wrong with a configuration. Never quotes a value: a password may stand in the wrong field. */
export interface ConfigProblem {
  /** Dotted path of the field, such as `listen.port`; empty for the file as a whole. */
  readonly path: string;
  /** What is wrong and what was expected there. */
  readonly problem: string;
  /** The environment variable that set the field, where one did. */
  readonly variable?: string;
}

export type ConfigErrorCode =
  /** The file is missing, too large or unreadable. */
  | 'config-unreadable'
  /** The file is no JSON. */
  | 'config-syntax'
  /** Fields are missing, unknown or out of range. */
  | 'config-invalid'
  /** The address would be reachable from elsewhere, and has no TLS. */
  | 'listen-without-tls'
  /** A file with a secret may be read by other users, or is none. */
  | 'key-file-exposed'
  /** A secret that the configuration names is not where it says. */
  | 'secret-missing';

/** A configuration that is refused; `problems` lists every wrong field. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  constructor(
    readonly code: ConfigErrorCode,
    /** What was read: a file's path as the caller gave it. */
    readonly file: string,
    readonly problems: readonly ConfigProblem[],
    options?: { cause?: unknown },
  ) {
    super(messageOf(file, problems), options);
  }
}

function messageOf(file: string, problems: readonly ConfigProblem[]): string {
  const lines = problems.map(({ path, problem, variable }) => {
    const field = path === '' ? variable : path;
    const setter = path === '' || variable === undefined ? '' : ` (set by ${variable})`;
    return `${field === undefined ? '' : `${field}: `}${problem}${setter}`;
  });
  return lines.length === 1
    ? `The configuration ${file} is refused: ${lines[0]}`
    : `The configuration ${file} is refused:\n${lines.map((line) => `  ${line}`).join('\n')}`;
}
