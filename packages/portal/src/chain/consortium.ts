/** A consortium as gateways tell of it, and what they agree on. */

/** A hospital as the directory on the chain has it. */
export interface HospitalInfo {
  /** 32 bytes, `0x` hexadecimal (docs/RECORD.md, REC-4). */
  readonly authorId: `0x${string}`;
  readonly id: string;
  /** Epoch of its identity. */
  readonly epoch: number;
  readonly status: 'none' | 'active' | 'suspended' | 'removed';
  /** Address of its gateway. */
  readonly endpoint: string;
}

export interface ConsortiumInfo {
  readonly chainId: number;
  /** Contracts by what they are for. */
  readonly contracts: Readonly<
    Record<
      'hospitals' | 'registration' | 'recovery' | 'access' | 'emergency' | 'stores' | 'twins' | 'requests',
      `0x${string}`
    >
  >;
  /** In order of admission. */
  readonly hospitals: readonly HospitalInfo[];
  /** Digest of the scheme's parameters that the contracts pin, `0x` hexadecimal. */
  readonly parametersDigest: string;
  /** Id of the hospital whose gateway says so. */
  readonly gateway: string;
}

/** Whether two gateways tell of the same consortium: chain, contracts and the hospitals' names. */
export function isSameConsortium(a: ConsortiumInfo, b: ConsortiumInfo): boolean {
  return markOf(a) === markOf(b);
}

function markOf({ chainId, contracts, parametersDigest, hospitals }: ConsortiumInfo): string {
  const places = Object.entries(contracts)
    .map(([role, address]) => `${role} ${address.toLowerCase()}`)
    .sort();
  return JSON.stringify([
    chainId,
    places,
    parametersDigest,
    hospitals.map(({ authorId, id }) => [authorId, id]).sort(),
  ]);
}
