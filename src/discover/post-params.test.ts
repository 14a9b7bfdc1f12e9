import { describe, expect, it } from 'vitest';
import { postParam, withPostParam } from './post-params.js';

const form = { type: 'form', text: 'a=1&page=2' } as const;
const json = { type: 'json', text: '{"page":2,"in":{"no":"3"},"list":[1]}' } as const;

describe('postParam', () => {
  it('reads a parameter of a form, or a path in JSON', () => {
    expect([postParam(form, 'page'), postParam(json, 'page'), postParam(json, 'in.no')]).toEqual([
      '2',
      '2',
      '3',
    ]);
  });

  it('knows nothing of what is not there, or is no number or text', () => {
    expect([
      postParam(form, 'no'),
      postParam(json, 'no'),
      postParam(json, 'in'),
      postParam(json, 'list.0'),
    ]).toEqual([null, null, null, null]);
    expect(postParam({ type: 'json', text: '{' }, 'page')).toBeNull();
    expect(postParam(json, 'constructor.name')).toBeNull();
  });
});

describe('withPostParam', () => {
  it('changes one number and leaves the rest', () => {
    expect(withPostParam(form, 'page', 7).text).toBe('a=1&page=7');
    expect(withPostParam(json, 'page', 7).text).toBe('{"page":7,"in":{"no":"3"},"list":[1]}');
    expect(withPostParam(json, 'in.no', 7).text).toBe('{"page":2,"in":{"no":"7"},"list":[1]}');
  });
});
