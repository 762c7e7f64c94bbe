/** Who could read what of a twin, when: the patient's grants and the emergencies as intervals of the chain's time. Needs no key. */

import { type ConsortiumReader, chainErrorOf } from '@twinseal/chain';
import { accessAbi, type GrantTerms, OPERATION } from '@twinseal/contracts';
import type { Hex } from 'viem';

/** One grant, from when to when it held. */
export interface GrantInterval {
  readonly grantId: Hex;
  readonly terms: GrantTerms;
  readonly emergency: boolean;
  /** The twin's access version right after it was given: what it opens where it is not for the full history. */
  readonly versionAtGrant: number;
  /** Seconds since 1970, of the chain. */
  readonly fromS: number;
  /** Excluded. */
  readonly untilS: number;
}

/** Every grant of a twin with the operation `read`, with its end. @throws ChainError */
export async function grantHistory(
  chain: ConsortiumReader,
  twinId: Hex,
  nowS: number,
): Promise<GrantInterval[]> {
  const { reader } = chain.connection;
  const filter = {
    address: await chain.contract('access'),
    abi: accessAbi,
    args: { twinId },
    fromBlock: BigInt(chain.consortium.firstBlock),
  } as const;
  const [grants, revoked, lapsed, all] = await Promise.all([
    chain.grants(twinId, nowS),
    reader.getContractEvents({ ...filter, eventName: 'Revoked' }),
    reader.getContractEvents({ ...filter, eventName: 'Lapsed' }),
    reader.getContractEvents({ ...filter, eventName: 'AllRevoked' }),
  ]).catch((error: unknown) => {
    throw chainErrorOf(error, 'events');
  });
  const times = new Map<bigint, Promise<number>>();
  const timeOf = (blockNumber: bigint): Promise<number> => {
    const known =
      times.get(blockNumber) ?? reader.getBlock({ blockNumber }).then(({ timestamp }) => Number(timestamp));
    times.set(blockNumber, known);
    return known;
  };
  return Promise.all(
    grants
      .filter(({ terms }) => (terms.operations & OPERATION.read) !== 0)
      .map(async ({ grantId, terms, emergency, versionAtGrant, blockNumber }) => {
        const ends = [...revoked, ...lapsed]
          .filter(({ args }) => args.grantId === grantId)
          .map((log) => log.blockNumber);
        const over = all.map((log) => log.blockNumber).filter((each) => each > BigInt(blockNumber));
        const ended = await Promise.all([...ends, ...over.slice(0, 1)].map(timeOf));
        return {
          grantId,
          terms,
          emergency,
          versionAtGrant,
          fromS: Math.max(await timeOf(BigInt(blockNumber)), Number(terms.notBefore)),
          untilS: Math.min(Number(terms.expiry), ...ended),
        };
      }),
  );
}

/** Whether some grant let a hospital read a scope at a time. @param slackS seconds that the clocks may differ */
export function wasGranted(
  history: readonly GrantInterval[],
  ask: { readonly hospital: Hex; readonly scope: Hex; readonly sealingEpoch?: number; readonly atS: number },
  slackS = 0,
): boolean {
  return history.some(
    ({ terms, fromS, untilS, versionAtGrant }) =>
      terms.hospital === ask.hospital &&
      terms.scopes.includes(ask.scope) &&
      (terms.fullHistory || ask.sealingEpoch === undefined || ask.sealingEpoch >= versionAtGrant) &&
      fromS - slackS <= ask.atS &&
      ask.atS < untilS + slackS,
  );
}
