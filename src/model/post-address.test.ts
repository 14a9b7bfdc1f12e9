import { describe, expect, it } from 'vitest';
import { postAddress, postOf, withPostOf } from './post-address.js';

describe('postAddress', () => {
  const json = { type: 'json', text: '{"page":2,"名":"a#b&c"}' } as const;

  it('carries what is sent, and gives it back', () => {
    const address = postAddress('https://a.test/list?x=1', json)!;
    expect(address).toMatch(/^https:\/\/a\.test\/list\?x=1#post-json=/u);
    expect(postOf(address)).toEqual(json);
    expect(new URL(address).href).toBe(address);
    expect(postOf(postAddress(address, { type: 'form', text: '' })!)).toEqual({ type: 'form', text: '' });
  });

  it('takes what is sent from one address to another', () => {
    expect(withPostOf('https://a.test/#post-form=x%3D1', 'https://b.test/')).toBe(
      'https://b.test/#post-form=x%3D1',
    );
    expect(withPostOf('https://a.test/#top', 'https://b.test/')).toBe('https://b.test/');
  });

  it.each([
    'https://a.test/',
    'https://a.test/#post',
    'https://a.test/#post-xml=x',
    'https://a.test/#post-form=%zz',
  ])('sends nothing to %s', (address) => expect(postOf(address)).toBeNull());

  it('names no address for what is too long', () => {
    expect(postAddress('https://a.test/', { type: 'form', text: 'x'.repeat(2001) })).toBeNull();
  });
});
