import type { Spoken } from './classify-aids.js';
import type { ClauseWords } from './clause-words.js';
import type { QuantityPiece } from './quantity-pieces.js';

/** Of these, words for a channel or a way say only where it happened. */
const STRAY_SLICES = new Set([
  'interpretations',
  'responses',
  'documents',
  'visits',
  'interviews',
  'press',
  'meetings',
  'training',
  'staff',
  'fee',
]);
const CHANNELS = ['website', 'wechat', 'weibo', 'gazette', 'other'];

export const namesChannel = ({ slices }: ClauseWords): boolean =>
  slices.some((slice) => CHANNELS.includes(slice));

export function keepChannel({ slices }: ClauseWords, spoken: Spoken): void {
  const named = slices.filter((slice) => CHANNELS.includes(slice));
  if (named.length > 0) spoken.channel = named;
}

/** A total of several slices is of none; 专、兼职人员各2名 are two numbers. */
export function slicesOf(
  { slices: said, owners, hasWhole }: ClauseWords,
  { before, after }: QuantityPiece,
  { head, channel }: Spoken,
  subject: string | null,
  isBorrowed: boolean,
): (readonly string[])[] {
  const isAll = /^(?:均|全部|都)/.test(after);
  const own = said
    .filter((slice) => !STRAY_SLICES.has(subject ?? '') || (owners.get(slice) ?? subject) === subject)
    .map((slice) => (subject === 'items' && slice === 'online' ? 'website' : slice));
  if (own.length > 1 && /各$/.test(before)) return own.map((slice) => [slice]);
  if (subject === 'requests' && own.includes('website'))
    return [own.map((slice) => (slice === 'website' ? 'online' : slice))];
  if (hasWhole && own.length !== 1) return [[]];
  if (subject === 'requests' && own.length === 2 && own.includes('closed') && own.includes('onTime') && isAll)
    return [['onTime'], ['closed']];
  // 专、兼职人员5名 are all of them.
  if (subject === 'staff' && own.length > 1) return [[]];
  const slices = [...new Set([...head, ...own])];
  // 开通微信公众号,推送信息342条.
  const isCarried =
    subject === 'items' &&
    (isBorrowed || own.includes('carried')) &&
    !own.some((slice) => CHANNELS.includes(slice));
  return [isCarried ? [...new Set([...slices, ...channel])] : slices];
}
