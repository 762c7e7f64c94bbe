/** P4: whoever knows g opens every ciphertext; with the curve's generator as g, that is everyone. */
import { describe, expect, it } from 'vitest';
import type { G1, G2, GT } from '../../src/index.js';
import {
  decodeParameters,
  encodeParameters,
  sealCapsule,
  setup,
  validateParameters,
} from '../../src/index.js';
import {
  divideGT,
  type PublishedCiphertext,
  type PublishedParameters,
  publishedExtract,
  publishedH1,
  publishedSetup,
  publishedSigncrypt,
} from '../../src/published/index.js';
import { BACKENDS, codeOf, identity, seededRandom, utf8, world } from '../support.js';
import { Adversary, CHAIN, inverse, polynomial, scalarOf } from './adversary.js';
import { publishedWorld } from './published.js';

/** `e(g, C2) e(C1, q(γ) h) = u^(k prod H1(ID_i))`, q = (F - F(0))/γ. */
function open(
  params: PublishedParameters,
  g: G1,
  recipients: string[],
  { C1, C2, C3 }: PublishedCiphertext,
): GT {
  const { backend, H } = params;
  const F = polynomial(recipients.map(publishedH1));
  const q = F.slice(1);
  const qh = backend.g2.multiScalar(
    H.slice(0, q.length) as G2[],
    q.map((c) => backend.scalar(c)),
  );
  const power = backend.pairingProduct([
    [g, C2],
    [C1, qh],
  ]);
  return divideGT(backend, C3, backend.powGT(power, backend.scalar(inverse(F[0] as bigint))));
}

describe.each(BACKENDS)('P4 on %s', (name) => {
  it('succeeds against the published scheme set up with the standard generator', async () => {
    const { backend, message } = await publishedWorld(name);
    const g = backend.g1.generator;
    const { params, master } = publishedSetup(backend, 4, { random: seededRandom('p4'), g });
    const recipients = ['alice', 'bob'];
    const sender = publishedExtract(params, master, 'hospital');
    const sigma = publishedSigncrypt(params, sender, recipients, message('secret'));
    expect(backend.equalsGT(open(params, g, recipients, sigma), message('secret'))).toBe(true);
  });

  it('fails against ours: g is random, secret, and not among the parameters', async () => {
    const { params, key, backend } = await world(name);
    const recipients = ['alice', 'bob'].map((r) => identity(r));
    const context = utf8('c');
    const issuer = key('hospital');
    const secret = new Uint8Array(32);
    const capsule = await sealCapsule(params, { recipients, issuer, context, domain: CHAIN, secret });
    const adversary = new Adversary(params);
    const { C1, C2 } = adversary.split(capsule);
    const F = adversary.F(recipients);
    const exponent = inverse(F[0] as bigint);
    const x = scalarOf(recipients[0] as never, 'DECRYPT');
    for (const g of [backend.g1.generator, params.w, params.V, adversary.sum1([x, backend.g1.generator])]) {
      const R = adversary.pow(adversary.e([g, C2], [C1, adversary.evaluate(F.slice(1))]), exponent);
      expect(await adversary.opens(R, capsule, recipients, issuer.identity, context)).toBeUndefined();
    }
  });

  it('ours refuses parameters in which g is the standard generator, which show by w = V', async () => {
    const { params, backend } = await world(name);
    const decoded = decodeParameters(backend, encodeParameters(params));
    expect(await codeOf(() => validateParameters({ ...decoded, w: decoded.V }))).toBe('parameters');
    expect(backend.g1.equals(setup(backend, 2).params.w, setup(backend, 2).params.V)).toBe(false);
  });
});
