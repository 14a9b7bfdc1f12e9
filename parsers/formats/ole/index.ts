import type { Format } from '../../../src/model/format.js';
import { looksLikeOle } from './open-ole.js';
import { looksLikeWord2, looksLikeWordXml } from './other-word.js';

/** Files of old Office that no other format takes: their failure says what they are. */
export const oleFormat: Format = {
  id: 'ole',
  about: 'nothing: what is left of old Office, named in the failure',
  cannotRead: [
    {
      what: 'old WPS of its own kind, Works, PowerPoint, Visio, Hangul, Word 1 and 2, the XML of Word 2003',
      code: 'office-unsupported',
    },
  ],
  suffixes: [],
  mediaTypes: ['application/x-ole-storage', 'application/vnd.ms-works*'],
  recordedAs: [],
  traits: [],
  sniff: ({ bytes }) =>
    looksLikeOle(bytes) || looksLikeWord2(bytes) || looksLikeWordXml(bytes)
      ? { value: { mediaType: 'application/x-ole-storage' }, issues: [] }
      : null,
  read: async (...given) => (await import('./read.js')).read(...given),
};
