import type { Platform } from '../../../src/model/platform.js';

/**
 * The server draws the entries, a script the pager. The page's own address with a number in the query is the next page:
 *
 *     $('#pager').pagination({ pageCount: 4, current: 1, callback: function (n) { location.href = '?page=' + n; } });
 *     <a href="javascript:;" data-page="2">2</a>
 */
export const queryPages: Platform = {
  id: 'query-pages',
  about: 'Pages by a number in the query, with a pager drawn by a script that knows how many there are.',
  signs: [{ name: 'pager-script', in: 'source', pattern: /\.pagination\s*\(|\blaypage\b|\bdata-page=/u }],
  paging: [
    {
      name: 'number-in-query',
      patterns: [
        /\b(?:pageCount|totalPages?|pages)['"]?\s*[:=]\s*['"]?(?<pages>\d{1,5})/u,
        /[?&](?<param>page|pageNo|pageNum|pageIndex|currentPage|curPage|pn|p)=['"]\s*\+/u,
      ],
      base: '',
      params: { '{param}': '{page}' },
      startsAt: 2,
      firstNumber: 1,
    },
    {
      name: 'items-in-query',
      patterns: [
        /\b(?:totalCount|totalData|count)['"]?\s*[:=]\s*['"]?(?<items>\d{1,6})/u,
        /\b(?:showData|limit|pageSize)['"]?\s*[:=]\s*['"]?(?<size>\d{1,4})/u,
        /[?&](?<param>page|pageNo|pageNum|pageIndex|currentPage|curPage|pn|p)=['"]\s*\+/u,
      ],
      base: '',
      params: { '{param}': '{page}' },
      startsAt: 2,
      firstNumber: 1,
    },
  ],
};
