import type { Platform } from '../../../src/model/platform.js';
import { catalogueApi } from './catalogue-api.js';
import { channelSearch } from './channel-search.js';
import { queryPages } from './query-pages.js';
import { recordProxy } from './record-proxy.js';
import { rowsEndpoint } from './rows-endpoint.js';
import { staticIndex } from './static-index.js';
import { tableForm } from './table-form.js';

/** Those that know their JSON best come first: the first rule that finds entries reads them. */
export const platforms: readonly Platform[] = [
  catalogueApi,
  channelSearch,
  recordProxy,
  staticIndex,
  queryPages,
  tableForm,
  rowsEndpoint,
];
