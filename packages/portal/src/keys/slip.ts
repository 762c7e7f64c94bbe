/** What a patient's side knows of the own twin beside the control key. */

/** Twin id and salts (docs/RECORD.md, REC-19 and REC-24); 32 bytes each, hexadecimal. */
export interface Slip {
  readonly twinId: string;
  /** By module. */
  readonly scopeSalts: Readonly<Record<string, string>>;
  readonly purposeSalt: string;
}
