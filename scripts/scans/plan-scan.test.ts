import { describe, expect, it } from 'vitest';
import { scanKinds, scanPlan } from './plan-scan.js';

describe('scanPlan', () => {
  const plans = Array.from({ length: 60 }, (_, index) => scanPlan(1, index));

  it('has every kind of scan, and mostly pages of PDF', () => {
    const kinds = plans.map(({ kind }) => kind);
    expect(scanKinds.filter((kind) => !kinds.includes(kind))).toEqual([]);
    expect(kinds.filter((kind) => kind === 'scan').length).toBeGreaterThanOrEqual(30);
  });

  it('crosses fonts and sizes with the kinds of pages', () => {
    const crossed = plans
      .filter(({ kind }) => kind === 'scan')
      .map(({ print }) => `${print.fonts[0]} ${print.tableSize}`);
    expect(new Set(crossed).size).toBeGreaterThanOrEqual(18);
  });

  it('keeps pictures of one table to forms that have it', () => {
    const pictures = plans.filter(({ kind }) => ['jpeg', 'png', 'html'].includes(kind));
    expect(pictures.filter(({ recipe }) => !recipe.form.startsWith('ogi'))).toEqual([]);
  });

  it('gives the same plan for the same seed, and others for another', () => {
    expect(scanPlan(1, 7)).toEqual(plans[7]);
    expect(scanPlan(2, 7).recipe.seed).not.toEqual(plans[7]!.recipe.seed);
  });
});
