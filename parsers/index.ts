import type { Knowledge } from '../src/model/knowledge.js';
import { docFormat } from './formats/doc/index.js';
import { docxFormat } from './formats/docx/index.js';
import { htmlFormat } from './formats/html/index.js';
import { imageFormat } from './formats/image/index.js';
import { markdownFormat } from './formats/markdown/index.js';
import { mhtmlFormat } from './formats/mhtml/index.js';
import { odtFormat } from './formats/odt/index.js';
import { ofdFormat } from './formats/ofd/index.js';
import { oleFormat } from './formats/ole/index.js';
import { packedFormat } from './formats/packed/index.js';
import { pdfFormat } from './formats/pdf/index.js';
import { rtfFormat } from './formats/rtf/index.js';
import { sheetFormat } from './formats/sheet/index.js';
import { textFormat } from './formats/text/index.js';
import { characterVariants } from './lookups/character-variants.js';
import { loadDivisions } from './lookups/divisions.js';
import { documentWords } from './lookups/document-words.js';
import { factPatterns, factSums } from './lookups/fact-patterns.js';
import { kindWords } from './lookups/kind-words.js';
import { narrativeLinks } from './lookups/narrative-links.js';
import { pollution } from './lookups/pollution.js';
import { sectionRoles } from './lookups/section-roles.js';
import { yearLinks } from './lookups/year-links.js';
import { templates } from './templates/index.js';

/** All that nianbao knows. Build it once a process: the list of divisions takes some milliseconds to index. */
export function loadKnowledge(): Knowledge {
  return {
    // Binary containers by their magic bytes first, then markup, then any text.
    formats: [
      pdfFormat,
      imageFormat,
      rtfFormat,
      odtFormat,
      docxFormat,
      ofdFormat,
      docFormat,
      sheetFormat,
      oleFormat,
      packedFormat,
      mhtmlFormat,
      markdownFormat,
      htmlFormat,
      textFormat,
    ],
    templates,
    words: documentWords,
    divisions: loadDivisions(),
    sections: sectionRoles,
    kind: kindWords,
    pollution,
    facts: factPatterns,
    factSums,
    narrativeLinks,
    yearLinks,
    characterVariants,
  };
}
