import type { Platform } from '../../../src/model/platform.js';

/**
 * Lists that are files: `index.html`, then `index_1.html` for the second page. A script call in the page draws the pager, so that no
 * link to the other pages is in the source:
 *
 *     createPageHTML(12, 0, "index", "html");
 *     createPageHTML('page-div', 12, 1, 'index', 'shtml', 233);
 *
 * Older pages of the same maker count in a variable and join the address themselves.
 */
export const staticIndex: Platform = {
  id: 'static-index',
  about:
    'Files index.html, index_1.html, ... with a pager drawn by createPageHTML(pages, current, stem, suffix).',
  signs: [{ name: 'pager-call', in: 'source', pattern: /\bcreatePageHTML\s*\(|\bvar\s+countPage\s*=/u }],
  paging: [
    {
      name: 'create-page-html',
      patterns: [
        /createPageHTML\s*\(\s*(?<pages>\d{1,5})\s*,\s*\d{1,5}\s*,\s*["'](?<stem>[\w-]{1,60})["']\s*,\s*["'](?<suffix>\w{1,6})["']/u,
      ],
      base: '{stem}_{page}.{suffix}',
      startsAt: 2,
      firstNumber: 0,
    },
    {
      name: 'create-page-html-in',
      patterns: [
        /createPageHTML\s*\(\s*["'][\w-]{1,60}["']\s*,\s*(?<pages>\d{1,5})\s*,\s*\d{1,5}\s*,\s*["'](?<stem>[\w-]{1,60})["']\s*,\s*["'](?<suffix>\w{1,6})["']/u,
      ],
      base: '{stem}_{page}.{suffix}',
      startsAt: 2,
      // The form that names its element counts from 1, and calls the second page index_2 where the first is 1.
      firstNumber: 1,
    },
    {
      name: 'count-page',
      patterns: [
        /\bvar\s+countPage\s*=\s*(?<pages>\d{1,5})/u,
        /["'](?<stem>[\w-]{1,60})["']\s*\+\s*["']_["']\s*\+\s*\w{1,30}\s*\+\s*["']\.["']\s*\+\s*["'](?<suffix>\w{1,6})["']/u,
      ],
      base: '{stem}_{page}.{suffix}',
      startsAt: 2,
      firstNumber: 0,
    },
  ],
};
