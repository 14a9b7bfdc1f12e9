import { describe, expect, it } from 'vitest';
import { refuseAddress } from './refuse-address.js';

const refused = [
  ['127.0.0.1', 'loopback'],
  ['127.255.0.9', 'loopback'],
  ['0.0.0.0', 'unspecified'],
  ['10.1.2.3', 'private'],
  ['172.31.255.255', 'private'],
  ['192.168.1.1', 'private'],
  ['100.64.0.1', 'carrierGradeNat'],
  ['169.254.169.254', 'linkLocal'],
  ['100.100.100.200', 'metadata'],
  ['168.63.129.16', 'metadata'],
  ['224.0.0.1', 'multicast'],
  ['255.255.255.255', 'broadcast'],
  ['240.0.0.1', 'reserved'],
  ['198.18.0.1', 'reserved'],
  ['192.0.2.7', 'reserved'],
  ['::', 'unspecified'],
  ['::1', 'loopback'],
  ['::ffff:127.0.0.1', 'loopback'],
  ['::ffff:a9fe:a9fe', 'linkLocal'],
  ['::7f00:1', 'no public'],
  ['fe80::1', 'linkLocal'],
  ['fec0::1', 'deprecatedSiteLocal'],
  ['fd00:ec2::254', 'metadata'],
  ['fc00::1', 'uniqueLocal'],
  ['ff02::1', 'multicast'],
  ['64:ff9b::7f00:1', 'rfc6052'],
  ['64:ff9b:1::a00:1', 'rfc6052'],
  ['2002:7f00:1::', '6to4'],
  ['2001::1', 'teredo'],
  ['2001:db8::1', 'reserved'],
  ['4000::1', 'no public'],
  ['not an address', 'not an address'],
] as const;

describe('refuseAddress', () => {
  it.each(refused)('refuses %s', (address, reason) => {
    expect(refuseAddress(address, false)).toContain(reason);
  });

  it.each(['1.2.4.8', '223.5.5.5', '2400:3200::1', '::ffff:223.5.5.5', '172.32.0.1', '100.128.0.1'])(
    'takes %s',
    (address) => {
      expect(refuseAddress(address, false)).toBeNull();
    },
  );

  it('opens loopback and private space on request, and never metadata, link-local or multicast', () => {
    for (const address of ['127.0.0.1', '::1', '10.0.0.1', '192.168.0.1', '::ffff:10.0.0.1', 'fd12::1'])
      expect(refuseAddress(address, true)).toBeNull();
    for (const address of [
      '169.254.169.254',
      'fd00:ec2::254',
      'fe80::1',
      '224.0.0.1',
      '0.0.0.0',
      '100.64.0.1',
    ])
      expect(refuseAddress(address, true)).not.toBeNull();
  });

  it('opens one range and no other', () => {
    expect(refuseAddress('127.0.0.1', ['127.0.0.1/32'])).toBeNull();
    expect(refuseAddress('127.0.0.2', ['127.0.0.1/32'])).not.toBeNull();
    expect(refuseAddress('::1', ['127.0.0.1/32'])).not.toBeNull();
  });
});
