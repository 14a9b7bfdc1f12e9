import type { PayloadRule, Platform } from '../../../src/model/platform.js';

const PAGE = ['page', 'pageNo', 'pageNum', 'pageIndex', 'currentPage', 'pageNumber', 'curPage', 'current'];
const SIZE = ['rows', 'pageSize', 'limit', 'size', 'perPage', 'pagesize'];

/** Makers name the same things differently; these names were met together. */
const rule = (name: string, items: string, total: readonly string[]): PayloadRule => ({
  name,
  items,
  title: ['title', 'name', 'Title', 'docTitle', 'articleTitle'],
  address: ['url', 'link', 'href', 'URL', 'docUrl', 'linkUrl', 'articleUrl'],
  date: ['date', 'publishTime', 'pubDate', 'time', 'docRelTime', 'publishDate', 'createTime'],
  total,
  pageParam: PAGE,
  firstNumber: 1,
  sizeParam: SIZE,
});

/**
 * A page without entries, whose script asks for JSON and counts pages in the query:
 *
 *     <ul class="list" data-url="/api/articles?column=112&page=1&rows=15"></ul>
 *     { "rows": [{ "title": "...", "url": "...", "date": "2024-01-15" }], "total": 42 }
 */
export const rowsEndpoint: Platform = {
  id: 'rows-endpoint',
  about: 'A JSON endpoint with rows and total, whose first address stands in the page.',
  signs: [
    {
      name: 'asks-for-json',
      in: 'source',
      pattern: /getJSON|\$\.(?:ajax|get)\b|\bfetch\s*\(|axios|data-url=/u,
    },
    {
      name: 'endpoint-with-page',
      in: 'source',
      pattern:
        /["'][^"'<>\s]{1,300}[?&;](?:page|pageNo|pageNum|pageIndex|currentPage|curPage)=[01](?:&|["'])/u,
    },
  ],
  paging: [
    {
      name: 'endpoint-in-page',
      patterns: [
        /["'](?<endpoint>(?:https?:\/)?\/[^"'<>\s]{1,300}[?&;](?:page|pageNo|pageNum|pageIndex|currentPage|curPage)=[01](?:&[^"'<>\s]{0,300})?)["']/u,
      ],
      base: '{endpoint}',
      startsAt: 1,
      firstNumber: 1,
    },
  ],
  payloads: [
    rule('rows', 'rows', ['total', 'totalCount', 'records', 'count']),
    rule('data-rows', 'data.rows', ['data.total', 'data.totalCount', 'total']),
    rule('data-list', 'data.list', ['data.total', 'data.totalCount', 'data.count', 'total']),
    rule('data-records', 'data.records', ['data.total', 'total']),
    rule('list', 'list', ['total', 'totalCount', 'count']),
    rule('data', 'data', ['total', 'totalCount', 'count']),
    rule('bare-list', '', []),
  ],
};
