/** What a demonstration reports. The JSON form is for programs; the names of its fields are stable. */

/** What `twinseal demo --json` prints, one object. */
export interface DemoReport {
  readonly patients: number;
  readonly hospitals: number;
  /** Gateways that took part. */
  readonly gateways: number;
  /** Gateways that were closed and opened again from what lies on disk. */
  readonly restarts: number;
  /** Whether the granted hospitals saw the same after the restart. */
  readonly reopened: boolean;
  /** What was collected: FHIR resources after conversion, and bytes of input after decompression. */
  readonly sources: { readonly resources: number; readonly bytes: number };
  readonly lanes: number;
  readonly instances: number;
  readonly parts: number;
  /** Instances on the chain. */
  readonly anchored: number;
  readonly requests: { readonly granted: number; readonly refused: number };
  /** Parts that the granted hospitals opened. */
  readonly opened: number;
  /** Instances that the granted hospitals verified, author proofs included. */
  readonly verified: number;
  /** Lies of dishonest servers and openings without a grant: tried, and found out or failed. */
  readonly tampered: { readonly tried: number; readonly rejected: number };
  /** Names, identifiers, texts of the input and secret keys found where they must not lie. */
  readonly plaintextHits: number;
  readonly bytesSealed: number;
  /** Transaction gas: base and calldata included. */
  readonly gas: {
    readonly admit: number;
    readonly register: number;
    readonly grant: number;
    readonly request: number;
    readonly anchorMedian: number;
    readonly anchorMax: number;
  };
  /** Wall-clock seconds by stage, and `total`. */
  readonly seconds: Readonly<Record<string, number>>;
  /** Largest resident size of this process and of the embedded chain's together, MiB. */
  readonly peakRssMiB: number;
}

/** True where everything that must hold held. */
export function isSound(report: DemoReport): boolean {
  return (
    report.instances > 0 &&
    report.anchored === report.instances &&
    report.requests.granted === report.patients &&
    report.requests.refused === report.patients &&
    report.opened > 0 &&
    report.verified > 0 &&
    report.tampered.tried > 0 &&
    report.tampered.rejected === report.tampered.tried &&
    report.reopened &&
    report.plaintextHits === 0
  );
}

/** The median; 0 of nothing. */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  if (sorted.length === 0) return 0;
  if (sorted.length % 2 === 1) return sorted[middle] as number;
  return Math.round(((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2);
}
