import { createHash } from 'node:crypto';
import {
  type Backend,
  type BackendName,
  extract,
  type Identity,
  loadBackend,
  type MasterSecret,
  MibscError,
  type PublicParameters,
  type RandomSource,
  setup,
} from '../src/index.js';

/** A reproducible source of bytes: SHA-256 in counter mode over a seed. For tests only. */
export function seededRandom(seed: string): RandomSource {
  let counter = 0;
  return (length) => {
    const out = new Uint8Array(length);
    for (let at = 0; at < length; at += 32) {
      const block = createHash('sha256').update(`${seed}/${counter++}`).digest();
      out.set(block.subarray(0, Math.min(32, length - at)), at);
    }
    return out;
  };
}

export const BACKENDS: readonly BackendName[] = ['mcl', 'noble'];

export function identity(name: string, epoch = '1'): Identity {
  return { name, epoch };
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

export function unhex(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text.replace(/^0x/, ''), 'hex'));
}

export interface World {
  backend: Backend;
  params: PublicParameters;
  master: MasterSecret;
  key: (name: string, epoch?: string) => ReturnType<typeof extract>;
}

/** Parameters for N recipients and a way to issue keys, the same for the same seed on either backend. */
export async function world(name: BackendName, N = 4, seed = 'world'): Promise<World> {
  const backend = await loadBackend(name);
  const { params, master } = setup(backend, N, { random: seededRandom(seed) });
  return { backend, params, master, key: (who, epoch) => extract(params, master, identity(who, epoch)) };
}

/** The code of the MibscError that `run` throws; fails for anything else. */
export async function codeOf(run: () => unknown): Promise<string> {
  try {
    await run();
  } catch (error) {
    if (error instanceof MibscError) return error.code;
    throw error;
  }
  return 'nothing thrown';
}
