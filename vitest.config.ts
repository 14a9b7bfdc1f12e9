import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const all = '{src,parsers,scripts}/**/';

/**
 * `npm test` runs what many wait for; `npm run test:long` (mode `long`) runs `*.long.test.ts`, and once more `*.scaled.test.ts`,
 * which do more there.
 */
export default defineConfig(({ mode }) => {
  const isLong = mode === 'long';
  return {
    test: {
      include: isLong ? [`${all}*.long.test.ts`, `${all}*.scaled.test.ts`] : [`${all}*.test.ts`],
      exclude: isLong ? [] : [`${all}*.long.test.ts`],
      env: { NIANBAO_TEST_AMOUNT: isLong ? 'long' : 'short' },
      globalSetup: 'src/testing/global-setup.ts',
      // Only a guard against tests that hang: how fast a machine is fails no test.
      testTimeout: 900_000,
      hookTimeout: 900_000,
      pool: 'forks',
      maxWorkers: availableParallelism(),
      // Files that share a process load the program once; where memory is measured, each has its own.
      isolate: isLong,
    },
  };
});
