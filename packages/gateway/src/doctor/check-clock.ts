/** The own clock, held against the chain's newest block and the peers' clocks; and whether peers answer. */

import type { ConsortiumReader } from '@twinseal/chain';
import { hospitalAuthorId } from '@twinseal/record';
import { bytesToHex } from 'viem';
import type { GatewayConfig } from '../config/index.js';
import { DEFAULT_MAX_SKEW_S } from '../peers/message-signatures.js';
import type { Findings } from './finding.js';

/** Clients of a chain take no block that is more than 15 s ahead of their clock. */
const BLOCK_AHEAD_S = 15;
/** A chain that makes blocks all the time is asked no more of than one within this time. */
const BLOCK_OLD_S = 900;

/** The own clock is not behind the newest block; on a chain that makes blocks all the time, not far ahead of it either. */
export async function checkClock(chain: ConsortiumReader, nowMs: number, findings: Findings): Promise<void> {
  const { reader } = chain.connection;
  const block = await reader.getBlock();
  const aheadS = Number(block.timestamp) - Math.floor(nowMs / 1000);
  if (aheadS > BLOCK_AHEAD_S) {
    findings.error(
      'clock',
      `The chain's newest block is ${aheadS} s ahead of this machine's clock: consents look as if they were not valid yet, and peers refuse what is signed here.`,
      'Set the clock, by NTP.',
    );
    return;
  }
  if (-aheadS > BLOCK_OLD_S && (await makesBlocksAllTheTime(chain, block.number))) {
    findings.warn(
      'clock',
      `The chain's newest block is ${Math.round(-aheadS / 60)} minutes old: this machine's clock is ahead, or the chain or its node stands still.`,
      'Compare the clock with another one; look whether the node keeps up.',
    );
    return;
  }
  findings.ok('clock', "This machine's clock agrees with the chain's newest block.");
}

/** A development chain makes a block for each transaction, and its newest may be of yesterday. */
async function makesBlocksAllTheTime(chain: ConsortiumReader, newest: bigint): Promise<boolean> {
  const { reader } = chain.connection;
  const span = newest < 16n ? newest : 16n;
  if (span === 0n) return false;
  const [last, earlier] = await Promise.all([
    reader.getBlock({ blockNumber: newest }),
    reader.getBlock({ blockNumber: newest - span }),
  ]);
  // Empty blocks at a steady pace: nobody makes those by hand.
  const isSteady = Number(last.timestamp - earlier.timestamp) >= Number(span);
  return isSteady && last.transactions.length === 0 && earlier.transactions.length === 0;
}

/** Every active hospital's gateway answers, and its clock agrees. */
export async function checkPeers(
  config: GatewayConfig,
  chain: ConsortiumReader,
  now: () => number,
  timeoutMs: number,
  findings: Findings,
): Promise<void> {
  const self = bytesToHex(hospitalAuthorId(config.hospital));
  const peers = (await chain.hospitals()).filter(({ authorId: id, status }) => id !== self && status === 1);
  await Promise.all(
    peers.map(async ({ id, endpoint }) => {
      const begun = now();
      const response = await askPeer(endpoint, timeoutMs);
      if (response === undefined) {
        findings.warn(
          'peers',
          `The gateway of ${id} does not answer at ${endpoint}.`,
          'Its lanes are read from replicas until it is back. If it should run: ask there, and check name resolution, firewall and certificate.',
        );
        return;
      }
      const date = Date.parse(response.headers.get('date') ?? '');
      // A Date header has whole seconds, and the answer took a while.
      const skewS = Number.isNaN(date) ? 0 : Math.round((date - (begun + now()) / 2) / 1000);
      if (Math.abs(skewS) > DEFAULT_MAX_SKEW_S) {
        findings.error(
          'peers',
          `The clock of ${id} is ${Math.abs(skewS)} s ${skewS > 0 ? 'ahead of' : 'behind'} this machine's: signed requests between the two are refused.`,
          'Set the clock that is wrong, by NTP; other peers tell which.',
        );
      } else findings.ok('peers', `The gateway of ${id} answers at ${endpoint}.`);
    }),
  );
  if (peers.length === 0) findings.ok('peers', 'There are no other active hospitals.');
}

/** Any answer will do: even a refusal tells that somebody is there, and what time it is there. */
async function askPeer(endpoint: string, timeoutMs: number): Promise<Response | undefined> {
  try {
    const response = await fetch(endpoint, {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    await response.body?.cancel();
    return response;
  } catch {
    return undefined;
  }
}
