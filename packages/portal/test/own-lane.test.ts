/** What is sealed for a new reader of the patient's own lane, and from what. */

import {
  authorId,
  decodeCapsule,
  formatIdentity,
  hospitalIdentity,
  type Identity,
  moduleScope,
  newModuleSecret,
  openModuleCapsule,
  patientIdentity,
  sealModuleCapsule,
} from '@twinseal/record';
import { describe, expect, it } from 'vitest';
import {
  domain,
  granted,
  keyOf,
  north,
  params,
  patient,
  salts,
  south,
  twinId,
  west,
} from '../../record/test/support/lane.js';
import { hex0x } from '../src/internal/bytes.js';
import { missingCapsules } from '../src/worker/own-lane.js';

const own = authorId(patient.identity.name);
const scopeOf = (module: 'conditions' | 'glucose' | 'billing') => moduleScope(twinId, salts[module], module);
const secret = newModuleSecret();

/** A capsule of the own lane's glucose, as the patient's app issues it. */
const issued = (change: Partial<Parameters<typeof sealModuleCapsule>[0]> = {}) =>
  sealModuleCapsule({
    params,
    domain,
    issuer: patient,
    twinId,
    authorId: own,
    scope: scopeOf('glucose'),
    sealingEpoch: 1,
    issuedAt: 1000,
    recipients: [patient.identity],
    secret,
    ...change,
  });
const reader = (identity: Identity, ...modules: Parameters<typeof scopeOf>[0][]) => ({
  identity,
  scopes: modules.map((module) => hex0x(scopeOf(module))),
});
const missing = (
  capsules: readonly Uint8Array[],
  change: Partial<Parameters<typeof missingCapsules>[0]> = {},
) =>
  missingCapsules({
    params,
    domain,
    key: patient,
    twinId,
    modules: granted('conditions', 'glucose', 'billing'),
    capsules,
    readers: [reader(south.identity, 'glucose')],
    version: 3,
    nowS: 2000,
    ...change,
  });

describe('missingCapsules', () => {
  it('seals the same secret for whoever lacks it, once for all of them, and for nobody else', async () => {
    const readers = [reader(south.identity, 'glucose', 'billing'), reader(west.identity, 'glucose')];
    const fresh = await missing([await issued()], { readers });
    expect(fresh).toHaveLength(1);
    const capsule = decodeCapsule(fresh[0] as Uint8Array);
    expect(capsule).toMatchObject({ scope: scopeOf('glucose'), sealingEpoch: 1, issuer: patient.identity });
    expect(capsule.recipients.map(formatIdentity).sort()).toEqual(['hospital:south#1', 'hospital:west#1']);
    for (const key of [south, west])
      expect(await openModuleCapsule({ params, domain, capsule, key })).toEqual(secret);
    await expect(openModuleCapsule({ params, domain, capsule, key: north })).rejects.toMatchObject({
      code: 'not-a-recipient',
    });
    // With these beside the others nothing is missing any more.
    expect(await missing([await issued(), ...fresh], { readers })).toEqual([]);
  });

  it('issues later than everything before, whatever the clock says', async () => {
    const [fresh] = await missing([await issued({ issuedAt: 5000 })]);
    expect(decodeCapsule(fresh as Uint8Array).issuedAt).toBe(5001);
  });

  it('seals anew for a reader whose key was changed', async () => {
    const known = [await issued({ recipients: [patient.identity, south.identity] })];
    expect(await missing(known)).toEqual([]);
    const [fresh] = await missing(known, { readers: [reader(hospitalIdentity('south', 2), 'glucose')] });
    expect(decodeCapsule(fresh as Uint8Array).recipients.map(formatIdentity)).toEqual(['hospital:south#2']);
  });

  it.each([
    ['for a module that the grant does not name', {}, { readers: [reader(south.identity, 'billing')] }],
    ['of a version that the chain does not have', { sealingEpoch: 4 }, {}],
    // A secret that the custodian, or anybody, planted must not be handed on in the patient's name.
    ['that another issued', { issuer: north, recipients: [patient.identity] }, {}],
    ['of another lane', { authorId: authorId(north.identity.name) }, {}],
    ['of another twin', { twinId: new Uint8Array(32) }, {}],
    ['that the patient cannot open', { recipients: [west.identity] }, {}],
    ['of a key that is not the patient’s', {}, { key: keyOf(patientIdentity(new Uint8Array(32).fill(1))) }],
  ])('seals nothing %s', async (_what, capsule, change) => {
    expect(await missing([await issued(capsule)], change)).toEqual([]);
  });

  it('is not stopped by what is no capsule', async () => {
    expect(await missing([new Uint8Array(5), await issued()])).toHaveLength(1);
  });
});
