import type { Platform } from '../../../src/model/platform.js';

/**
 * The catalogue of disclosed information as an application of its own, often in a frame. The page carries its settings and the tree of
 * columns; the entries of a column come from `/gkmlpt/api/all/COLUMN`:
 *
 *     window._CONFIG = { SITE_ID: 755001, TREE: [{"id": 2301, "name": "政府信息公开年报"}] };
 *     { "articles": [{ "id": 9, "title": "...", "url": "...", "date": "2024-01-15" }], "total": 42 }
 */
export const catalogueApi: Platform = {
  id: 'catalogue-api',
  about: 'An application under /gkmlpt with a tree of columns and a JSON list for each.',
  signs: [
    { name: 'site-id', in: 'source', pattern: /\bSITE_ID['"]?\s*:/u },
    { name: 'catalogue', in: 'source', pattern: /gkmlpt/u },
  ],
  paging: [
    {
      name: 'column-of-tree',
      patterns: [/SITE_ID['"]?\s*:\s*['"]?(?<sid>\d{1,12})/u],
      each: /\{[^{}]{0,200}"id"\s*:\s*"?(?<column>\d{1,12})"?\s*,[^{}]{0,200}"name"\s*:\s*"[^"]{0,40}(?:年报|年度报告)[^"]{0,20}"/gu,
      base: '/gkmlpt/api/all/{column}',
      params: { page: '{page}', sid: '{sid}' },
      startsAt: 1,
      firstNumber: 1,
    },
  ],
  payloads: [
    {
      name: 'articles',
      items: 'articles',
      title: ['title'],
      address: ['url', 'post_url'],
      addressTemplate: '/gkmlpt/content/{id}.html',
      date: ['display_publish_time', 'date', 'created_at'],
      total: ['total', 'classify.total'],
      pageParam: ['page'],
      firstNumber: 1,
      sizeParam: ['page_size'],
    },
  ],
};
