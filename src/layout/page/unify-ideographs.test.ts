import { describe, expect, it } from 'vitest';
import { unifyIdeographs } from './unify-ideographs.js';

describe('unifyIdeographs', () => {
  it('gives the characters meant', () => {
    expect(unifyIdeographs('⾏政许可')).toBe('行政许可');
    expect(unifyIdeographs('⼆、⺠⻚')).toBe('二、民页');
    expect(unifyIdeographs('⻔⼾')).toBe('门户');
    expect(unifyIdeographs('\uf967')).toBe('不');
    expect(unifyIdeographs('\u2e3a \u2e3b—')).toBe('—— ————');
  });

  it('leaves everything else as printed', () => {
    const text = '１，３６２ ﬁ ① （一）行政';
    expect(unifyIdeographs(text)).toBe(text);
  });
});
