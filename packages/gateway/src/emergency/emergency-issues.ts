/**
 * In which emergencies a hospital that the patient named may issue capsules (docs/RECORD.md, REC-28): the patient's choice, the emergencies and their ends, all as the own chain has
 * them. Nobody is believed about any of it.
 */

import { type ConsortiumReader, chainErrorOf } from '@twinseal/chain';
import { accessAbi, emergencyAbi, ZERO_32 } from '@twinseal/contracts';
import { type EmergencyIssue, formatName } from '@twinseal/record';
import { type Hex, hexToBytes } from 'viem';
import { grantHistory } from '../audit/grant-history.js';
import { openedEmergencies } from './basic-modules.js';

/** Whom a patient named for emergencies, from a place of the chain on. */
interface Choice {
  /** Author id of a hospital; zero for nobody. */
  readonly recipient: Hex;
  readonly blockNumber: bigint;
  readonly logIndex: number;
}

type Place = Pick<Choice, 'blockNumber' | 'logIndex'>;

/**
 * Who may issue capsules in an emergency because the patient named it, for whom, and of what.
 *
 * A hospital counts for an emergency only where the patient's choice named it when the emergency was opened, and until it ended (or now, where it is open): whoever is named too
 * late, or no longer, may not.
 *
 * @throws ChainError
 */
export async function emergencyIssues(chain: ConsortiumReader, twinId: Hex): Promise<EmergencyIssue[]> {
  const choices = await choicesOf(chain, twinId);
  // Most patients name nobody, and are asked about no further.
  if (choices.every(({ recipient }) => recipient === ZERO_32)) return [];
  const [opened, history, versions, { version }] = await Promise.all([
    openedEmergencies(chain, twinId),
    // What is over by the clock is over by its expiry: which of them are live is not asked here.
    grantHistory(chain, twinId, 0),
    narrowings(chain, twinId),
    chain.accessVersion(twinId),
  ]);
  const times = new Map<bigint, Promise<number>>();
  const timeOf = (blockNumber: bigint): Promise<number> => {
    const known =
      times.get(blockNumber) ??
      chain.connection.reader
        .getBlock({ blockNumber })
        .then(({ timestamp }) => Number(timestamp))
        .catch((error: unknown) => {
          throw chainErrorOf(error, 'block');
        });
    times.set(blockNumber, known);
    return known;
  };
  const issues: EmergencyIssue[] = [];
  for (const opening of opened) {
    const interval = history.find(({ grantId }) => grantId === opening.grantId);
    if (interval === undefined) continue;
    const place = { blockNumber: BigInt(opening.blockNumber), logIndex: opening.logIndex };
    const named = choices.findLast((choice) => isBefore(choice, place))?.recipient ?? ZERO_32;
    if (named === ZERO_32) continue;
    const later = choices.filter((choice) => !isBefore(choice, place) && choice.recipient !== named);
    const changed = await Promise.all(later.map(({ blockNumber }) => timeOf(blockNumber)));
    if (changed.some((atS) => atS < interval.untilS)) continue;
    const [issuer, hospital] = await Promise.all([chain.hospital(named), chain.hospital(opening.hospital)]);
    if (issuer === undefined || hospital === undefined) continue;
    issues.push({
      twinId: hexToBytes(twinId),
      issuer: formatName({ kind: 'hospital', hospital: issuer.id }),
      hospital: formatName({ kind: 'hospital', hospital: hospital.id }),
      scopes: interval.terms.scopes.map((scope) => hexToBytes(scope)),
      throughVersion: await versionUntil(versions, interval.untilS, version, timeOf),
    });
  }
  return issues;
}

/** What a patient chose, as the contract has it. */
export interface EmergencyPolicy {
  /** Over the basic scopes; zero where none were chosen. */
  readonly digest: Hex;
  /** Author id of a hospital; zero for nobody. */
  readonly recipient: Hex;
  /** Of the next choice. */
  readonly nonce: bigint;
}

/** What a patient chose for emergencies. @throws ChainError */
export async function policyOf(chain: ConsortiumReader, twinId: Hex): Promise<EmergencyPolicy> {
  return (await chain.view('emergency', emergencyAbi, 'policyOf', [twinId])) as EmergencyPolicy;
}

/** Author id of the hospital that the patient names for emergencies now; undefined for nobody. @throws ChainError */
export async function namedRecipient(chain: ConsortiumReader, twinId: Hex): Promise<Hex | undefined> {
  const { recipient } = await policyOf(chain, twinId);
  return recipient === ZERO_32 ? undefined : recipient;
}

/** Every choice of the patient, oldest first; what an earlier generation had is the first. */
async function choicesOf(chain: ConsortiumReader, twinId: Hex): Promise<Choice[]> {
  const filter = {
    address: await chain.contract('emergency'),
    abi: emergencyAbi,
    args: { twinId },
    fromBlock: BigInt(chain.consortium.firstBlock),
  } as const;
  const { reader } = chain.connection;
  const [set, imported] = await Promise.all([
    reader.getContractEvents({ ...filter, eventName: 'EmergencyPolicySet' }),
    reader.getContractEvents({ ...filter, eventName: 'EmergencyPolicyImported' }),
  ]).catch((error: unknown) => {
    throw chainErrorOf(error, 'events');
  });
  return [...set, ...imported]
    .map(({ args, blockNumber, logIndex }) => ({
      recipient: (args as { recipient: Hex }).recipient,
      blockNumber,
      logIndex,
    }))
    .sort((a, b) => (isBefore(a, b) ? -1 : 1));
}

interface Narrowing {
  readonly version: number;
  readonly blockNumber: bigint;
}

async function narrowings(chain: ConsortiumReader, twinId: Hex): Promise<Narrowing[]> {
  const logs = await chain.connection.reader
    .getContractEvents({
      address: await chain.contract('access'),
      abi: accessAbi,
      eventName: 'AccessNarrowed',
      args: { twinId },
      fromBlock: BigInt(chain.consortium.firstBlock),
    })
    .catch((error: unknown) => {
      throw chainErrorOf(error, 'events');
    });
  return logs.map(({ args, blockNumber }) => ({ version: Number(args.version), blockNumber }));
}

/** The version in force right before a moment: what ends an emergency raises it. */
async function versionUntil(
  versions: readonly Narrowing[],
  untilS: number,
  current: number,
  timeOf: (blockNumber: bigint) => Promise<number>,
): Promise<number> {
  let inForce = 1;
  for (const { version, blockNumber } of versions) {
    if ((await timeOf(blockNumber)) >= untilS) return inForce;
    inForce = version;
  }
  return current;
}

function isBefore(a: Place, b: Place): boolean {
  return a.blockNumber < b.blockNumber || (a.blockNumber === b.blockNumber && a.logIndex < b.logIndex);
}
