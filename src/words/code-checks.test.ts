import { describe, expect, it } from 'vitest';
import { isCreditCode, isOrganisationCode } from './code-checks.js';

/** Made by hand: signs before the check, and the check as the standards compute it. */
const CREDIT = '113416000031871239';

describe('codes of bodies', () => {
  it('hold by their last sign alone', () => {
    const signs = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
    const fitting = signs.filter((sign) => isCreditCode(CREDIT.slice(0, 17) + sign));
    expect(fitting).toHaveLength(1);
    const whole = CREDIT.slice(0, 17) + fitting[0]!;
    for (let at = 0; at < 17; at += 1) {
      const other = signs.find((sign) => sign !== whole[at])!;
      expect(isCreditCode(whole.slice(0, at) + other + whole.slice(at + 1))).toBe(false);
    }
  });

  it('of organisations end in a digit or X', () => {
    const fitting = [...'0123456789X'].filter((sign) => isOrganisationCode(`D2143569${sign}`));
    // The example of GB 11714.
    expect(fitting).toEqual(['X']);
  });

  it.each(['', '1', 'D2143569-X', 'd2143569X', '11341600003187123', 'O'.repeat(18)])('%s is none', (code) => {
    expect([isCreditCode(code), isOrganisationCode(code)]).toEqual([false, false]);
  });
});
