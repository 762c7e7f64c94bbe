/** What the test and the worker say to each other; bytes as hexadecimal. */
export interface Request {
  readonly backend: 'mcl' | 'noble';
  readonly parameters: string;
  /** Key of the reader, who is also the sender of the answer. */
  readonly key: string;
  readonly envelope: string;
}

export interface Answer {
  readonly message?: string;
  /** The message sealed again, in the browser, for the sender of the first envelope. */
  readonly reply?: string;
  /** Milliseconds: loading the backend, opening, sealing. */
  readonly times?: readonly number[];
  readonly error?: string;
}
