/** Stable codes of {@link TwinError}. */
export type TwinErrorCode = 'module-definition' | 'module-revision' | 'content-version';

/** Something from outside (a module definition, a part of a later version) was refused; says every place and reason, never clinical content. */
export class TwinError extends Error {
  override readonly name = 'TwinError';
  readonly code: TwinErrorCode;
  /** `path: reason`, one each. */
  readonly issues: readonly string[];

  constructor(code: TwinErrorCode, message: string, issues: readonly string[] = []) {
    super(issues.length > 0 ? `${message}: ${issues.join('; ')}` : message);
    this.code = code;
    this.issues = issues;
  }
}
