import { describe, expect, test } from 'vitest';
import { hospitalIdentity, newModuleSecret, openOwnCapsules, sealModuleCapsule } from '../src/index.js';
import {
  type Built,
  buildLane,
  domain,
  granted,
  keyOf,
  north,
  params,
  patient,
  south,
  twinId,
} from './support/lane.js';
import { seededRandom } from './support/random.js';

const built: Built = await buildLane();
const open = (capsules: Uint8Array[], change: Partial<Parameters<typeof openOwnCapsules>[0]> = {}) =>
  openOwnCapsules({
    params,
    domain,
    twinId,
    keys: [north],
    capsules,
    modules: granted('conditions', 'glucose', 'billing'),
    ...change,
  });

describe('openOwnCapsules', () => {
  test('finds every secret again that the lane was sealed under', async () => {
    const { secrets, findings } = await open([...built.source.served.values()]);
    expect(findings).toEqual([]);
    const found = new Map(
      secrets.map(({ module, sealingEpoch, secret }) => [`${module} ${sealingEpoch}`, secret]),
    );
    expect(new Map([...found].sort())).toEqual(new Map([...built.secrets].sort()));
  });

  test('takes none that another issued, even for this lane', async () => {
    const capsule = await built.capsule('glucose', 1, { issuer: patient });
    expect(await open([capsule])).toMatchObject({ secrets: [], findings: [{ code: 'capsule-foreign' }] });
  });

  test('names what is of another twin, lane or module, not for it, altered or contradictory', async () => {
    const good = await built.capsule('glucose', 1);
    const altered = Uint8Array.from(good);
    altered[good.length - 1] = (altered[good.length - 1] as number) ^ 1;
    const { secrets, findings } = await open(
      [
        good,
        good,
        await built.capsule('glucose', 1, { twinId: new Uint8Array(32) }),
        await built.capsule('glucose', 1, { authorId: new Uint8Array(32) }),
        await built.capsule('billing', 1),
        await built.capsule('glucose', 2, { recipients: [south.identity] }),
        altered,
        new Uint8Array(5),
        await built.capsule('glucose', 1, { secret: newModuleSecret(seededRandom('another')) }),
      ],
      { modules: granted('glucose') },
    );
    expect(secrets).toMatchObject([
      { module: 'glucose', sealingEpoch: 1, secret: built.secrets.get('glucose 1') },
    ]);
    expect(findings.map(({ code }) => code)).toEqual([
      'capsule-foreign',
      'capsule-foreign',
      'capsule-foreign',
      'capsule-not-for-me',
      'capsule-altered',
      'capsule-altered',
      'secret-mismatch',
    ]);
  });

  test('opens those of an older identity epoch with its key', async () => {
    const newer = keyOf(hospitalIdentity('north', 2));
    const capsules = [
      await built.capsule('glucose', 1),
      await built.capsule('glucose', 2, { issuer: newer, recipients: [newer.identity] }),
    ];
    expect((await open(capsules, { keys: [newer, north] })).secrets).toHaveLength(2);
    expect((await open(capsules, { keys: [newer] })).findings).toMatchObject([
      { code: 'capsule-not-for-me' },
    ]);
  });

  test('tells the caller', async () => {
    await expect(open([], { keys: [] })).rejects.toThrow(TypeError);
    await expect(open([], { keys: [north, south] })).rejects.toThrow(TypeError);
    await expect(open([], { twinId: new Uint8Array(31) })).rejects.toThrow(TypeError);
  });
});

describe('sealModuleCapsule', () => {
  const input = {
    params,
    domain,
    twinId,
    authorId: new Uint8Array(32),
    scope: new Uint8Array(32),
    sealingEpoch: 1,
    issuedAt: 1,
    issuer: north,
    recipients: [north.identity, south.identity],
    secret: newModuleSecret(seededRandom('s')),
  };
  test.each([
    ['no recipients', { recipients: [] }, RangeError],
    ['one twice', { recipients: [north.identity, north.identity] }, RangeError],
    ['one of no grammar', { recipients: [{ name: 'north', epoch: '1' }] }, TypeError],
    ['a short K', { secret: { K: new Uint8Array(31), tagKey: new Uint8Array(32) } }, TypeError],
    ['a short scope', { scope: new Uint8Array(31) }, TypeError],
    ['a negative epoch', { sealingEpoch: -1 }, RangeError],
  ])('refuses %s', async (_what, change, kind) => {
    await expect(sealModuleCapsule({ ...input, ...change })).rejects.toThrow(kind);
  });

  test('refuses more recipients than the parameters allow', async () => {
    const recipients = Array.from({ length: 9 }, (_, i) => hospitalIdentity(`h${i}`));
    await expect(sealModuleCapsule({ ...input, recipients })).rejects.toMatchObject({ code: 'recipients' });
  });

  test('two capsules of the same are never the same', async () => {
    const [one, two] = [await sealModuleCapsule(input), await sealModuleCapsule(input)];
    expect(one.subarray(-320, -272)).not.toEqual(two.subarray(-320, -272));
  });
});
