/**
 * How often a drawn test is run: seldom in `npm test`, which many wait for, and often in `npm run test:long`, which runs the files
 * of drawn tests (`*.drawn.test.ts`) once more.
 */
export const runs = (short: number, long: number): number =>
  process.env.NIANBAO_TEST_RUNS === 'long' ? long : short;
