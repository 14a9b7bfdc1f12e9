import type { Platform } from '../../../src/model/platform.js';

/**
 * Lists that are searches for a channel. The page names its channel, the answer wraps the entries twice:
 *
 *     var channelId = "0123456789abcdef0123456789abcdef"; ... "/common/search/" + channelId
 *     { "data": { "results": [{ "title": "...", "url": "...", "publishedTimeStr": "2024-01-15 10:00:00" }], "total": 42 } }
 */
export const channelSearch: Platform = {
  id: 'channel-search',
  about: 'Entries of a channel as search results: /common/search/CHANNEL with data.results.',
  signs: [
    { name: 'search-path', in: 'source', pattern: /\/common\/search\//u },
    { name: 'channel', in: 'source', pattern: /channelId['"]?\s*[:=]\s*['"]\w{8,64}['"]/u },
  ],
  paging: [
    {
      name: 'channel-pages',
      patterns: [/channelId['"]?\s*[:=]\s*['"](?<channel>\w{8,64})['"]/u],
      base: '/common/search/{channel}',
      params: { _pageSize: '{size}', _isAgg: 'true', _isJson: 'true', page: '{page}' },
      startsAt: 1,
      firstNumber: 1,
      defaults: { size: '20' },
    },
  ],
  payloads: [
    {
      name: 'data-results',
      items: 'data.results',
      title: ['title'],
      address: ['url', 'manuscriptUrl', 'link'],
      date: ['publishedTimeStr', 'publishTimeStr', 'publishedTime'],
      total: ['data.total'],
      pageParam: ['page'],
      firstNumber: 1,
      sizeParam: ['_pageSize'],
    },
  ],
};
