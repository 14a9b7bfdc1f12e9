import type { Shape, ShapeName } from '../world-types.js';
import { catalogueApi } from './catalogue-api.js';
import { channelSearch } from './channel-search.js';
import { nextLinks } from './next-links.js';
import { queryPages } from './query-pages.js';
import { recordProxy } from './record-proxy.js';
import { rowsEndpoint } from './rows-endpoint.js';
import { sitemap } from './sitemap.js';
import { staticCount, staticIndex } from './static-index.js';
import { subsidiaries } from './subsidiaries.js';
import { tableForm } from './table-form.js';

export const shapes: Readonly<Record<ShapeName, Shape>> = {
  'static-index': staticIndex,
  'static-count': staticCount,
  'record-proxy': recordProxy,
  'rows-endpoint': rowsEndpoint,
  'channel-search': channelSearch,
  'catalogue-api': catalogueApi,
  'query-pages': queryPages,
  'table-form': tableForm,
  'next-links': nextLinks,
  subsidiaries,
  sitemap,
};
