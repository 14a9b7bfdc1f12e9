import ipaddr from 'ipaddr.js';

type Range = readonly [ipaddr.IPv4 | ipaddr.IPv6, number];

const readRanges = (ranges: readonly string[]): readonly Range[] =>
  ranges.map((range) => ipaddr.parseCIDR(range));

/** Private space that `allowPrivate` opens. Link-local, multicast and reserved space stay shut. */
const PRIVATE = readRanges([
  '127.0.0.0/8',
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '::1/128',
  'fc00::/7',
]);

/** Metadata services of clouds with addresses in public or private space; those in link-local space are refused with it. */
const METADATA = readRanges(['168.63.129.16/32', '100.100.100.200/32', 'fd00:ec2::254/128']);

/** Everything that is routed on the internet today. */
const GLOBAL_IPV6 = readRanges(['2000::/3']);

/** No; yes, all private space and loopback; or these ranges (CIDR) and no others. */
export type AllowPrivate = boolean | readonly string[];

const isIn = (address: ipaddr.IPv4 | ipaddr.IPv6, ranges: readonly Range[]): boolean =>
  ranges.some(([base, bits]) => base.kind() === address.kind() && address.match(base, bits));

/**
 * Why an address must not be connected to, or null. An IPv4 address inside an IPv6 one is judged as IPv4 where
 * the system would connect to it so (mapped); tunnels and translations (NAT64, 6to4, Teredo) are refused.
 *
 * @throws if one of `allowPrivate` is no CIDR range
 */
export function refuseAddress(text: string, allowPrivate: AllowPrivate): string | null {
  if (!ipaddr.isValid(text)) return `${text} is not an address`;
  const address = ipaddr.process(text);
  if (isIn(address, METADATA)) return `${text} is a metadata service`;
  const allowed =
    typeof allowPrivate === 'boolean' ? (allowPrivate ? PRIVATE : []) : readRanges(allowPrivate);
  if (isIn(address, allowed)) return null;
  const range = address.range();
  if (range !== 'unicast') return `${text} is no public address (${range})`;
  if (address.kind() === 'ipv6' && !isIn(address, GLOBAL_IPV6)) return `${text} is no public address`;
  return null;
}
