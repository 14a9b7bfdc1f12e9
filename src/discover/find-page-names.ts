import type { CheerioAPI } from 'cheerio';
import type { LinkWords } from '../model/platform.js';
import { foldName } from './fold-name.js';

const TITLE_CHARS_MAX = 200;
const TITLE_METAS = /^(?:articletitle|og:title|dc\.title|title)$/iu;
const COLUMN_METAS = /^(?:columnname|columnkeywords|columndescription)$/iu;
const PLACE = '[class*=position],[class*=crumb],[class*=location],[class*=dqwz],[id*=position],[id*=crumb]';

const tidy = (text: string): string => text.replace(/\s+/gu, ' ').trim();

export interface PageNames {
  /** What the page calls itself: the first name that names a report, else the first. */
  title: string;
  /** The page is a column of annual reports, or is in one. */
  isColumn: boolean;
}

/** What the page says of itself: metadata, headings, title, and the line that says where one is. */
export function findPageNames($: CheerioAPI, words: LinkWords): PageNames {
  const titles: string[] = [];
  const columns: string[] = [];
  $('meta[name], meta[property]').each((_, element) => {
    const name = $(element).attr('name') ?? $(element).attr('property') ?? '';
    const content = tidy($(element).attr('content') ?? '');
    if (TITLE_METAS.test(name)) titles.push(content);
    if (COLUMN_METAS.test(name)) columns.push(content);
  });
  $('h1').each((_, element) => void titles.push(tidy($(element).text())));
  // Sites put their own name behind: 标题_云川市人民政府
  const head = tidy($('head > title').first().text());
  titles.push(head.split(/[_|]|\s[-–—]+\s|--+/u)[0]!.trim(), head);
  const given = titles.filter((title) => title !== '' && title.length <= TITLE_CHARS_MAX);
  const named = given.find((title) => words.report.test(foldName(title)));
  columns.push(tidy($(PLACE).first().text()).slice(0, TITLE_CHARS_MAX));
  const isColumn = [...given, ...columns].some((text) => namesColumn(text, words));
  return { title: named ?? given[0] ?? '', isColumn };
}

const namesColumn = (text: string, words: LinkWords): boolean =>
  text
    .split(/[>»›/_|]|\s[-–—]\s/u)
    .map(foldName)
    .some(
      (part) =>
        words.column.test(part) ||
        (words.report.test(part) && !words.not.some(({ pattern }) => pattern.test(part))),
    );
