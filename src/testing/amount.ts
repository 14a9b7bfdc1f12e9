/**
 * How much a test does: little in `npm test`, which many wait for, and much in `npm run test:long`, which runs `*.scaled.test.ts` once
 * more.
 */
export const amount = (short: number, long: number): number =>
  process.env.NIANBAO_TEST_AMOUNT === 'long' ? long : short;
