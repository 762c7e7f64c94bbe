import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Tests run against the sources, so that no build stands between a change and its test.
  resolve: { conditions: ['twinseal-source'] },
  ssr: { resolve: { conditions: ['twinseal-source'], externalConditions: ['twinseal-source'] } },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'packages/*/test/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: ['scripts/vitest-setup.mjs'],
    // Every core: the default leaves one idle, which on two cores is half of them. More than that was tried, and is no faster.
    maxWorkers: '100%',
    testTimeout: 180_000,
    hookTimeout: 300_000,
    // What is waited for is waited for as long as a busy machine may need; the default is one second.
    expect: { poll: { timeout: 60_000, interval: 50 } },
    coverage: { provider: 'v8', include: ['packages/*/src/**'], reporter: ['text-summary', 'json-summary'] },
  },
});
