import type { CheerioAPI } from 'cheerio';
import type { LinkWords } from '../model/platform.js';
import { addressOfCall, type ScriptFunctions } from './script-calls.js';

/** An element that leads somewhere, as the page has it. */
export interface Anchor {
  /** As written; what a script would open, if it is a call; '' if that can't be known. */
  href: string;
  /** Text, or the title where that says more. */
  name: string;
  /** The printed text alone: a page number, 下一页. */
  text: string;
  isInFrame: boolean;
  /** YYYY-MM-DD in the line or row that holds it. */
  date: string | null;
  /** The address was worked out from a script. */
  isCall: boolean;
}

const ANCHORS_MAX = 5000;
const NAME_CHARS_MAX = 300;
const LINE_CHARS_MAX = 400;
const DATE = /(?<!\d)(20\d\d)[-./年](\d{1,2})[-./月](\d{1,2})(?!\d)/u;
/** Generic words beside an icon: the line's own text says what it is. */
const SAYS_NOTHING = /^(?:查看|详情|更多|点击查看|查看详情|下载)?$/u;

const tidy = (text: string): string => text.replace(/\s+/gu, ' ').trim().slice(0, NAME_CHARS_MAX);

export function findDate(text: string): string | null {
  const match = DATE.exec(text);
  if (match === null) return null;
  const [, year, month, day] = match;
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return null;
  return `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
}

/** The title where the text is cut short or says less; `2023年…` and 查看 are no names. */
function nameOf(text: string, title: string, line: string): string {
  if (SAYS_NOTHING.test(text) && title === '') return line;
  const stem = text.replace(/(?:\.{2,}|…+)$/u, '');
  return title.length > text.length || (stem !== text && title !== '') || SAYS_NOTHING.test(text)
    ? title
    : text;
}

/** A line of cells is named by the longest of them: number, name, date, 查看. */
function longestPiece(
  $: CheerioAPI,
  line: { children(): { toArray(): Parameters<typeof $>[0][] }; text(): string },
): string {
  const pieces = line
    .children()
    .toArray()
    .map((piece) => tidy($(piece).text()));
  const longest = pieces.reduce((best, text) => (text.length > best.length ? text : best), '');
  return pieces.length > 1 ? longest : tidy(line.text());
}

/** All links of a page or of a piece of one, in its order, those in the site's frame marked. */
export function readAnchors($: CheerioAPI, words: LinkWords, functions: ScriptFunctions): Anchor[] {
  const anchors: Anchor[] = [];
  const frames = new Map<unknown, boolean>();
  type Element = Parameters<typeof $>[0] & { parent?: unknown };
  const isFrame = (element: Element): boolean => {
    const known = frames.get(element);
    if (known !== undefined) return known;
    const { name, attribs, parent } = element as unknown as {
      name?: string;
      attribs?: Record<string, string>;
      parent?: Element | null;
    };
    const named = `${attribs?.class ?? ''} ${attribs?.id ?? ''}`.toLowerCase().split(/[\s_-]+/u);
    const isOne =
      /^(?:nav|header|footer|aside)$/u.test(name ?? '') || named.some((word) => words.frame.test(word));
    const value = isOne || (parent ? isFrame(parent) : false);
    frames.set(element, value);
    return value;
  };
  $('a[href], area[href], [data-href], [onclick], option[value]').each((_, element) => {
    if (anchors.length >= ANCHORS_MAX) return false;
    const node = $(element);
    const value = node.attr('value') ?? '';
    // A choice of years is a list too, where its values are addresses.
    if (node.is('option') && !/\/|\.[a-z]{3,5}$/u.test(value)) return;
    const written = (node.attr('href') ?? value).trim();
    // A script opens what such a line names: <li data-href="...">, <a href="#" data-href="...">.
    const data = node.attr('data-href')?.trim() ?? '';
    const href = data !== '' && /^(?:$|#|javascript:)/iu.test(written) ? data : written;
    const call = node.attr('onclick') ?? (/^javascript:/iu.test(href) ? href.slice(11) : '');
    const isPlain = href !== '' && !/^(?:javascript:|#)/iu.test(href);
    // A row that opens a page holds an anchor that opens it too: the anchor speaks for both.
    if (!isPlain && node.find('a[href]:not([href^="javascript"]):not([href^="#"])').length > 0) return;
    const opened = isPlain ? href : addressOfCall(call, functions);
    if (opened === null && call === '') return;
    const isLine = node.is('tr, li, div, dd');
    const text = isLine ? longestPiece($, node) : tidy(node.text()) || tidy(node.attr('alt') ?? '');
    const whole = isLine ? node : node.closest('li, tr, dd, p');
    const around = tidy(whole.text()).slice(0, LINE_CHARS_MAX);
    anchors.push({
      href: opened ?? '',
      name: nameOf(text, tidy(node.attr('title') ?? ''), longestPiece($, whole)),
      text,
      isInFrame: isFrame(element as unknown as Element),
      date: findDate(around.replace(text, '')) ?? findDate(around),
      isCall: !isPlain,
    });
    return;
  });
  return anchors;
}
