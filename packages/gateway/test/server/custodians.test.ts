import type { Twin } from '@twinseal/chain';
import { describe, expect, it } from 'vitest';
import { Custodians } from '../../src/server/status.js';

const TWIN = 'a1'.repeat(32);
const NORTH = `0x${'01'.repeat(32)}` as const;

/** A chain that counts what it is asked. */
function chainWith(registered: () => boolean) {
  const asked: string[] = [];
  return {
    asked,
    twin: async (twinId: string) => {
      asked.push(twinId);
      return registered() ? ({ custodian: NORTH } as unknown as Twin) : undefined;
    },
  };
}

describe('Custodians', () => {
  it('asks the chain once for a twin, however often the page is looked at', async () => {
    const chain = chainWith(() => true);
    const custodians = new Custodians(chain);
    for (let look = 0; look < 5; look++) expect(await custodians.of(TWIN)).toBe(NORTH);
    expect(chain.asked).toEqual([`0x${TWIN}`]);
  });

  it('asks again for one that was not registered yet', async () => {
    let isRegistered = false;
    const custodians = new Custodians(chainWith(() => isRegistered));
    await expect(custodians.of(TWIN)).rejects.toMatchObject({ code: 'twin-unknown' });
    isRegistered = true;
    expect(await custodians.of(TWIN)).toBe(NORTH);
  });
});
