/** The mcl backend has a WebAssembly instance of its own: what others do to the package's global one does not reach it. */
import mcl from 'mcl-wasm';
import { expect, it } from 'vitest';
import { encodeParameters, loadBackend } from '../src/index.js';
import { codeOf, hex, world } from './support.js';

it('keeps curve, encodings and order checks whatever happens to the shared instance', async () => {
  const before = encodeParameters((await world('mcl')).params);
  await mcl.init(mcl.BLS12_381);
  mcl.verifyOrderG1(false);
  mcl.verifyOrderG2(false);
  mcl.setETHserialization(false);
  const backend = await loadBackend('mcl');
  const outside = new Uint8Array(48);
  outside[0] = 0x80;
  outside[47] = 4;
  expect(await codeOf(() => backend.g1.decode(outside))).toBe('decode');
  await mcl.init(mcl.BN254);
  expect(hex(encodeParameters((await world('mcl')).params))).toBe(hex(before));
});

it('sums more points than fit on the library’s stack', async () => {
  const { backend, params } = await world('mcl', 4);
  // 4096 points and scalars of G2 are 1.3 MiB, the stack of the WebAssembly module is 1 MiB.
  const all = Array.from({ length: 4096 }, () => params.H[1]) as never[];
  const ones = Array.from({ length: 4096 }, () => backend.scalar(1n));
  const product = backend.g2.multiScalar(all, ones);
  expect(backend.g2.equals(product, backend.g2.mul(params.H[1] as never, backend.scalar(4096n)))).toBe(true);
});
