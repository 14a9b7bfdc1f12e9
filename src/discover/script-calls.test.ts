import { describe, expect, it } from 'vitest';
import { addressOfCall, findScriptFunctions } from './script-calls.js';

const functions = findScriptFunctions(`
  function showInfo(id) { window.open('/info/' + id + '.html', '_blank'); }
  function openYear(year, id) { var x = 1; location.href = "/nb/" + year + "/" + id; return false; }
  function clever(id) { location.href = makeUrl(id); }
  function ask() { alert('x'); }
`);

describe('addressOfCall', () => {
  it.each([
    ["showInfo('8812')", '/info/8812.html'],
    ["openYear('2023','17')", '/nb/2023/17'],
    ['openYear(2023, 17); return false;', '/nb/2023/17'],
    ["window.open('/a/b.html')", '/a/b.html'],
    ["window.location.href='/a.html'", '/a.html'],
    ["location.href = '/a.html?x=1'; return false", '/a.html?x=1'],
  ])('%s', (code, address) => expect(addressOfCall(code, functions)).toBe(address));

  it.each([
    "clever('1')",
    'ask()',
    'unknown(1)',
    "showInfo()('x')(",
    "showInfo(f('1'))",
    '',
    'void(0)',
    'location == 1',
  ])('tells nothing of %s', (code) => {
    const address = addressOfCall(code, functions);
    expect(address === null || address === '/info/.html').toBe(true);
  });
});
