import { describe, expect, it } from 'vitest';
import { checkUserAgent } from './check-user-agent.js';

describe('checkUserAgent', () => {
  it.each(['nianbao/0.1.0 (+https://example.org/bot)', 'nianbao (mail me@example.org)'])(
    'takes %s',
    (text) => {
      expect(() => checkUserAgent(text)).not.toThrow();
    },
  );

  it.each([
    ['', 'not empty'],
    ['nianbao/0.1', 'contact'],
    ['nianbao (+https://)', 'contact'],
    ['1 (me@example.org)', 'product name'],
    ['nianbao\r\nX-Evil: me@example.org', 'ASCII'],
    ['年报 (me@example.org)', 'ASCII'],
  ])('refuses %j', (text, reason) => {
    expect(() => checkUserAgent(text)).toThrow(reason);
  });
});
