import { describe, expect, it } from 'vitest';
import { parseSites, SitesFileError } from './parse-sites.js';

const read = (text: string) => parseSites(text, 'sites.yaml', ['static-index', 'rows-endpoint']).sites;
const faultsOf = (text: string): string[] => {
  try {
    read(text);
  } catch (error) {
    if (error instanceof SitesFileError) return error.message.split('\n');
    throw error;
  }
  return [];
};

const good = `# two sites
defaults:
  rate: { delay_ms: 2000, concurrency: 1 }
sites:
  - id: qinglan
    name: 青岚县人民政府
    start: [http://www.qinglan.example.cn/zfxxgk/gknb/]
    expect: { reports_min: 40 }
  - id: shizhang
    name: 石漳县人民政府
    platform: static-index
    start:
      - https://www.shizhang.example.cn/nb/index.html
    rate: { delay_ms: 5000 }
    quiet_hours: { from: "08:30", to: "18:00" }
`;

describe('parseSites', () => {
  it('reads sites, with the defaults in each', () => {
    const sites = read(good);
    expect(sites.map(({ id }) => id)).toEqual(['qinglan', 'shizhang']);
    expect(sites[0]!.rate).toEqual({ delay_ms: 2000, concurrency: 1 });
    expect(sites[1]!.rate).toEqual({ delay_ms: 5000, concurrency: 1 });
    expect(sites[1]!.quiet_hours).toEqual({ from: '08:30', to: '18:00' });
  });

  it('names file, line, column and field of a mistake', () => {
    expect(faultsOf(good.replace('id: shizhang', 'id: Shi Zhang'))).toEqual([
      'sites.yaml:9:5: sites[1].id: expected lower case letters, digits and hyphens',
    ]);
    expect(faultsOf(good.replace('id: shizhang', 'id: qinglan'))).toEqual([
      'sites.yaml:9:5: sites[1].id: qinglan is there twice',
    ]);
    expect(faultsOf(good.replace('platform: static-index', 'platform: static'))).toEqual([
      'sites.yaml:11:5: sites[1].platform: no platform static; there are: static-index, rows-endpoint',
    ]);
    expect(faultsOf(good.replace('    quiet_hours:', '    quiet_hour:'))).toEqual([
      'sites.yaml:15:5: sites[1].quiet_hour: no such field',
    ]);
    expect(faultsOf(good.replace('https://www.shi', 'ftp://www.shi'))).toEqual([
      'sites.yaml:13:9: sites[1].start[0]: expected an address that begins with http:// or https:// and holds no password',
    ]);
    expect(faultsOf(good.replace('08:30', '8:30'))[0]).toContain(
      'sites.yaml:15:20: sites[1].quiet_hours.from: expected a time as 08:30',
    );
  });

  it('tells where something is missing, and of all mistakes at once', () => {
    const faults = faultsOf('sites:\n  - id: a\n    start: []\n  - name: b\n');
    expect(faults.map((fault) => fault.split(': ').slice(0, 2).join(' '))).toEqual([
      'sites.yaml:2:5 sites[0].name',
      'sites.yaml:3:5 sites[0].start',
      'sites.yaml:4:5 sites[1].id',
      'sites.yaml:4:5 sites[1].start',
    ]);
  });

  it('refuses what is no YAML, no map, empty, or swollen by aliases', () => {
    expect(faultsOf('sites: [')[0]).toMatch(/^sites\.yaml:1:\d+: /u);
    expect(faultsOf('a: 1\na: 2\n')[0]).toMatch(/^sites\.yaml:2:1: .*unique/u);
    expect(faultsOf('')).toHaveLength(1);
    expect(faultsOf('- a')).toHaveLength(1);
    expect(faultsOf('sites: []')).toHaveLength(1);
    const bomb = `a: &a [1,1,1,1,1,1,1,1,1,1]\n${'bcdefgh'
      .split('')
      .map((name, at) => `${name}: &${name} [${`*${'abcdefg'[at]},`.repeat(9)}*${'abcdefg'[at]}]`)
      .join('\n')}\nsites: *h\n`;
    expect(faultsOf(bomb)).toHaveLength(1);
  });
});
