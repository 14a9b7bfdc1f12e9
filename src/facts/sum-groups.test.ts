import { describe, expect, it } from 'vitest';
import { parseQuantity } from '../words/parse-quantity.js';
import { sumGroups } from './sum-groups.js';

const drawn = (text: string): string[] => {
  const quantities = parseQuantity(text);
  return sumGroups(quantities).map(({ whole, parts }) =>
    [whole, ...parts].map((at) => quantities[at]!.value).join(' '),
  );
};

describe('sumGroups', () => {
  it.each([
    ['公开276条，网站183条，张榜93条', ['276 183 93']],
    ['网站183条，张榜93条，共276条', ['276 183 93']],
    ['公开276条，上年250条，网站183条，张榜93条', ['276 183 93']],
    ['受理7件，当面0件，网络5件，信函2件', ['7 0 5 2']],
  ])('%s', (text, groups) => {
    expect(drawn(text)).toEqual(groups);
  });

  it.each(['公开276条，网站183条，张榜92条', '收2件，网上1件，信函1件', '公开276条，网站276条', '公开276条'])(
    'none in: %s',
    (text) => {
      expect(drawn(text)).toEqual([]);
    },
  );
});
