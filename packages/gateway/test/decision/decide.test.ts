/** The decision function alone: every row of its table, and that nothing else permits. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Ask,
  type Caller,
  OPERATIONS,
  type Operation,
  STAFF_ROLES,
  type StaffRole,
} from '../../src/decision/ask.js';
import {
  type AccountStanding,
  type Coverage,
  decide,
  type Facts,
  type TwinFacts,
} from '../../src/decision/decide.js';

const TWIN = 'ab'.repeat(32);
const NOW = 1_800_000_000;
const account: Caller = { kind: 'account', address: `0x${'11'.repeat(20)}`, session: 's' };
const staff = (...roles: StaffRole[]): Caller => ({ kind: 'staff', id: 'dr-1', roles, by: 'oidc' });
const peer: Caller = { kind: 'peer', authorId: 'cd'.repeat(32), address: `0x${'22'.repeat(20)}` };
const known: TwinFacts = { known: true, ownLane: false };
const grant = (modules: string[], over: Partial<Coverage> = {}): Coverage => ({
  modules,
  reason: 0,
  until: NOW + 60,
  ...over,
});

function ask(
  caller: Caller,
  operation: Operation,
  twin?: TwinFacts,
  more: Partial<Ask> = {},
  facts: Partial<Facts> = {},
) {
  const isRead = operation === 'read-record' ? { purpose: 'TREAT' } : {};
  return decide(
    { caller, operation, ...(twin === undefined ? {} : { twinId: TWIN }), ...isRead, ...more },
    { nowS: NOW, ...(twin === undefined ? {} : { twin }), ...facts },
  );
}
const permits = (...args: Parameters<typeof ask>) => ask(...args).permit;

describe('an account', () => {
  // By hand from docs: what each standing may do with a twin.
  const may: Record<AccountStanding, Operation[]> = {
    control: [
      'read-sealed',
      'read-salts',
      'read-consents',
      'read-receipts',
      'read-recovery',
      'relay-consent',
    ],
    proxy: ['read-consents', 'read-receipts', 'read-recovery', 'relay-consent'],
    guardian: ['read-recovery', 'relay-consent'],
    successor: ['read-recovery', 'relay-consent'],
  };
  const always: Operation[] = ['read-public', 'read-own', 'list-twins'];
  it.each(Object.entries(may))('as %s', (standing, operations) => {
    const twin = { ...known, standing: [standing as AccountStanding] };
    expect(OPERATIONS.filter((operation) => permits(account, operation, twin)).sort()).toEqual(
      [...operations, ...always].sort(),
    );
  });
  it('that is nothing to the twin may nothing with it, known here or not', () => {
    for (const twin of [
      known,
      { known: false, ownLane: false },
      { ...known, ownLane: true, coverage: [grant(['a'])] },
    ])
      expect(OPERATIONS.filter((operation) => permits(account, operation, twin)).sort()).toEqual(
        [...always].sort(),
      );
  });
  it('may hand over a consent that names no twin yet', () => {
    expect(permits(account, 'relay-consent')).toBe(true);
    expect(permits(account, 'read-sealed')).toBe(false);
  });
});

describe('staff', () => {
  it('reads by the modules of live grants, for a purpose', () => {
    const twin = { ...known, coverage: [grant(['a', 'b']), grant(['c'], { until: NOW })] };
    expect(ask(staff('clinician'), 'read-record', twin)).toMatchObject({
      permit: true,
      reason: 0,
      modules: ['a', 'b'],
      ownLane: false,
      obligations: ['log', 'receipt'],
    });
    expect(ask(staff('clinician'), 'read-record', twin, { modules: ['b', 'c'] })).toMatchObject({
      modules: ['b'],
    });
    expect(ask(staff('clinician'), 'read-record', twin, { modules: ['c'] })).toMatchObject({
      permit: false,
      reason: 'no-grant',
    });
    expect(permits(staff('clinician'), 'read-record', twin, { purpose: undefined as never })).toBe(false);
    expect(permits(staff('clinician'), 'read-record', twin, { purpose: 'CURIOSITY' })).toBe(false);
  });
  it('reads what the hospital wrote itself without a grant, and nothing of others', () => {
    expect(ask(staff('clinician'), 'read-record', { ...known, ownLane: true })).toMatchObject({
      permit: true,
      modules: [],
      ownLane: true,
    });
  });
  it('reads by an emergency only what no grant covers as one, and the patient is told', () => {
    const twin = { ...known, coverage: [grant(['a']), grant(['a', 'b'], { reason: 11 })] };
    expect(ask(staff('clinician'), 'read-record', twin)).toMatchObject({
      reason: 11,
      obligations: ['log', 'receipt', 'notify-patient'],
    });
    expect(ask(staff('clinician'), 'read-record', twin, { modules: ['a'] })).toMatchObject({
      reason: 0,
      obligations: ['log', 'receipt'],
    });
  });
  it('gives the chain’s reason for a refusal to the log, and none to the twin’s existence', () => {
    expect(ask(staff('clinician'), 'read-record', { ...known, refusal: 6 })).toMatchObject({
      permit: false,
      code: 6,
    });
    expect(ask(staff('clinician'), 'read-record', { known: false, ownLane: false })).toMatchObject({
      permit: false,
      reason: 'twin-unknown',
    });
  });
  it('may by role, with twins that the hospital knows', () => {
    const may: Record<StaffRole, Operation[]> = {
      clinician: ['request-access', 'open-emergency'],
      registrar: ['read-consents', 'read-recovery', 'relay-consent', 'take-record', 'administer'],
      auditor: ['read-sealed', 'read-consents', 'read-receipts', 'read-recovery', 'administer'],
      operator: ['relay-consent', 'take-record', 'administer'],
    };
    const always: Operation[] = ['read-public', 'read-own', 'list-twins'];
    for (const role of STAFF_ROLES) {
      const found = OPERATIONS.filter((operation) => permits(staff(role), operation, known));
      expect([role, found.sort()]).toEqual([role, [...may[role], ...always].sort()]);
    }
  });
  it('without a role may nothing but know who it is', () => {
    expect(
      OPERATIONS.filter((operation) =>
        permits(staff(), operation, { ...known, ownLane: true, coverage: [grant(['a'])] }),
      ),
    ).toEqual(['read-public', 'read-own']);
  });
});

describe('another gateway', () => {
  it('reads its own lane and what was released to it, and may nothing else', () => {
    for (const as of ['author', 'released'] as const) {
      expect(OPERATIONS.filter((operation) => permits(peer, operation, { ...known, peer: as }))).toEqual([
        'read-public',
        'read-sealed',
      ]);
    }
    expect(permits(peer, 'read-sealed', { ...known, ownLane: true, coverage: [grant(['a'])] })).toBe(false);
  });
});

describe('always', () => {
  const callers = fc.constantFrom<Caller>(
    { kind: 'nobody' },
    account,
    peer,
    ...STAFF_ROLES.map((role) => staff(role)),
    staff(),
  );
  const facts = fc.record({
    known: fc.boolean(),
    ownLane: fc.boolean(),
    standing: fc.subarray<AccountStanding>(['control', 'proxy', 'guardian', 'successor']),
    coverage: fc.array(
      fc.record({
        modules: fc.subarray(['a', 'b', 'c']),
        reason: fc.constantFrom(0 as const, 11 as const),
        until: fc.integer({ min: NOW - 10, max: NOW + 10 }),
      }),
    ),
    peer: fc.constantFrom('author' as const, 'released' as const),
  });
  const operations = fc.constantFrom(...OPERATIONS);

  it('nobody gets anything but what is public', () => {
    fc.assert(
      fc.property(operations, facts, (operation, twin) => {
        expect(permits({ kind: 'nobody' }, operation, twin)).toBe(operation === 'read-public');
      }),
    );
  });
  it('the volume refuses whoever asks too much, whatever else is true', () => {
    fc.assert(
      fc.property(callers, operations, facts, (caller, operation, twin) => {
        const decision = ask(caller, operation, twin, {}, { volume: { isExceeded: true, unusual: [] } });
        expect(decision).toMatchObject({ permit: false, reason: 'volume' });
      }),
    );
  });
  it('what is out of the ordinary is told and refuses nothing', () => {
    fc.assert(
      fc.property(callers, operations, facts, (caller, operation, twin) => {
        const plain = ask(caller, operation, twin);
        const marked = ask(
          caller,
          operation,
          twin,
          {},
          { volume: { isExceeded: false, unusual: ['many-reads'] } },
        );
        expect(marked.permit).toBe(plain.permit);
        expect(marked.unusual).toEqual(['many-reads']);
      }),
    );
  });
  it('opened content never goes without a purpose, a receipt and a live grant or the own lane', () => {
    fc.assert(
      fc.property(
        callers,
        facts,
        fc.option(fc.subarray(['a', 'b', 'c']), { nil: undefined }),
        (caller, twin, modules) => {
          const decision = ask(caller, 'read-record', twin, modules === undefined ? {} : { modules });
          if (!decision.permit) return;
          expect(caller.kind === 'staff' && caller.roles.includes('clinician') && twin.known).toBe(true);
          expect(decision.obligations).toContain('receipt');
          const live = new Set(
            twin.coverage.filter(({ until }) => until > NOW).flatMap((each) => each.modules),
          );
          for (const module of decision.modules ?? [])
            expect(live.has(module) && modules?.includes(module) !== false).toBe(true);
          expect(decision.ownLane === true || (decision.modules?.length ?? 0) > 0).toBe(true);
        },
      ),
    );
  });
});
