import { createRunGatherer, type RunGatherer } from '../office-html/create-run-gatherer.js';
import type { OfficeBlock, OfficePicture } from '../office-html/office-block.js';
import { EMBEDDED, SHAPES, SKIPPED } from './elements.js';
import type { NamedStyle, StyleBook } from './style-book.js';
import { countParts, createTableSlots, type PartCount, type TableSlots } from './table-slots.js';
import { walkXml } from './walk-xml.js';

/** What was met and is not in the text, by number of times. */
export interface OdtLeftOut {
  hidden: number;
  deleted: number;
  /** Merged cells that hold text which no word processor shows. */
  unshown: number;
  textBoxes: number;
  embedded: number;
  lists: number;
}

interface OdtReading {
  blocks: OfficeBlock[];
  /** Blocks of the footnotes, in their order. */
  notes: OfficeBlock[];
  leftOut: OdtLeftOut;
  /** What the document is: text, spreadsheet, presentation, ...; null where it has no body. */
  body: string | null;
}

/** Where paragraphs go: the text, a cell, a footnote, a frame. */
interface Container {
  blocks: OfficeBlock[];
  runs: RunGatherer;
  /** Styles of the paragraph and the spans that are open. */
  styles: NamedStyle[];
  /** The paragraph being read, if any, and whether a field hides it. */
  headingLevel: number | undefined;
  hides: boolean;
  /** Open lists: their numbers are not in the text. */
  lists: number;
  /** A frame that shows an embedded document has a picture of it, too. */
  embedded: boolean;
}

type Skip = 'other' | 'deleted' | 'shape' | 'hidden';

/** One `text:s` stands for some spaces; more than these say nothing new. */
const SPACES_MAX = 200;

const isParagraph = (name: string): boolean => name === 'text:p' || name === 'text:h';
const newContainer = (): Container => ({
  blocks: [],
  runs: createRunGatherer(),
  styles: [],
  headingLevel: undefined,
  hides: false,
  lists: 0,
  embedded: false,
});

/** A picture may stand there in several shapes, vectors beside pixels: each is one. */
const pictureOf = ({ 'xlink:href': src }: Record<string, string>): OfficePicture => ({
  kind: 'picture',
  ...(src === undefined ? {} : { src }),
});

/**
 * Reads content.xml, or a flat document, into paragraphs and tables. `styles` learns the styles that stand in it.
 *
 * @throws UnreadableSourceError odt-damaged | odt-too-large
 */
export function readContent(xml: string, styles: StyleBook): OdtReading {
  const leftOut: OdtLeftOut = { hidden: 0, deleted: 0, unshown: 0, textBoxes: 0, embedded: 0, lists: 0 };
  const notes: OfficeBlock[] = [];
  const main = newContainer();
  const containers: Container[] = [main];
  const tables: TableSlots[] = [];
  const total: PartCount = { parts: 0 };
  let body: string | null = null;
  let inText = false;
  let depth = 0;
  /** What is left out, from which depth on, and how many paragraphs are open in it. */
  let skip: { kind: Skip; depth: number; paragraphs: number } | null = null;
  /** Frames that hold tables, until the table that they are anchored in has ended. */
  let asides: OfficeBlock[] = [];
  /** Depths of the open elements whose style hides them. */
  const hiding: number[] = [];

  const container = (): Container => containers.at(-1)!;
  const add = (text: string) => {
    const { looks, size } = styles.looksOf(container().styles);
    container().runs.add(text, looks, size);
  };
  /** Something is in the cell that is not read. */
  const addUnread = () => {
    if (tables.length > 0) container().runs.add('', ['unread']);
  };
  const startSkip = (kind: Skip) => {
    skip = { kind, depth, paragraphs: 0 };
  };
  const countSkipped = (kind: Skip) => {
    if (kind === 'shape') leftOut.textBoxes++;
    else if (kind !== 'other') leftOut[kind]++;
  };

  /** Inside of what is left out only a count is kept. */
  const openSkipped = (name: string, attributes: Record<string, string>) => {
    if (isParagraph(name)) skip!.paragraphs++;
    else if (name === 'text:deletion') skip!.kind = 'deleted';
    else if (EMBEDDED.has(name) && skip!.kind === 'shape') leftOut.embedded++;
    else if (name === 'draw:image' && skip!.kind === 'shape') container().blocks.push(pictureOf(attributes));
  };

  const openFrame = (name: string, attributes: Record<string, string>) => {
    if (name === 'draw:frame') containers.push(newContainer());
    else if (name === 'draw:image' && !container().embedded) container().blocks.push(pictureOf(attributes));
  };
  /** A table in a frame is one that text flows around: it is read as if it stood in the text. Words in a frame are a text box. */
  const closeFrame = () => {
    const { blocks, embedded } = containers.pop()!;
    const hasTable = blocks.some(({ kind }) => kind === 'table');
    for (const block of blocks) {
      if (hasTable) asides.push(block);
      else if (block.kind === 'picture') container().blocks.push(block);
      else {
        leftOut.textBoxes++;
        addUnread();
      }
    }
    if (embedded) addUnread();
    placeAsides();
  };
  const placeAsides = () => {
    if (tables.length > 0) return;
    for (const block of asides) container().blocks.push(block);
    asides = [];
  };

  const startsHidden = (name: string, attributes: Record<string, string>): boolean => {
    const style = attributes['text:style-name'];
    if (name === 'text:span') return styles.isHidden('text', style);
    return isParagraph(name) && styles.isHidden('paragraph', style);
  };

  const openText = (name: string, attributes: Record<string, string>) => {
    const style = attributes['text:style-name'];
    const level = Number.parseInt(attributes['text:outline-level'] ?? '', 10);
    if (name === 'text:h') container().headingLevel = Math.min(Math.max(level || 1, 1), 6);
    else if (name === 'text:p') container().headingLevel = styles.headingLevel(style);
    else if (MOVING_FIELDS.has(name)) addUnread();
    else if (name === 'text:tab') add('\t');
    else if (name === 'text:line-break') add('\n');
    else if (name === 'text:s') {
      add(' '.repeat(Math.min(Number.parseInt(attributes['text:c'] ?? '1', 10) || 1, SPACES_MAX)));
    } else if (name === 'text:list') {
      leftOut.lists++;
      container().lists++;
    } else if (name === 'text:note') containers.push(newContainer());
    else if (name === 'text:hidden-paragraph' && attributes['text:is-hidden'] === 'true') {
      container().hides = true;
    }
  };

  const openTable = (name: string, attributes: Record<string, string>) => {
    if (name === 'table:table') tables.push(createTableSlots(total));
    else if (name === 'table:table-row') tables.at(-1)?.openRow(attributes);
    else if (name === 'table:table-cell' || name === 'table:covered-table-cell') {
      tables.at(-1)?.openCell(name === 'table:covered-table-cell', attributes);
      containers.push(newContainer());
    }
  };

  const endParagraph = () => {
    const { blocks, runs, headingLevel, hides, lists } = container();
    if (lists > 0 && !runs.holdsLetter()) addUnread();
    const taken = runs.take();
    const { text } = taken;
    if (hides && text.trim() !== '') {
      leftOut.hidden++;
      if (/[0-9]/u.test(text))
        blocks.push({ kind: 'paragraph', text: '', runs: [{ text, looks: ['hidden'] }] });
    } else if (text.trim() !== '' || taken.runs !== undefined) {
      countParts(total, 1);
      blocks.push({ kind: 'paragraph', ...taken, ...(headingLevel === undefined ? {} : { headingLevel }) });
    }
    Object.assign(container(), { styles: [], headingLevel: undefined, hides: false });
  };

  const closeTable = (name: string) => {
    if (name === 'table:table') {
      const finished = tables.pop()?.finish();
      if (finished === undefined) return;
      leftOut.unshown += finished.unshown;
      container().blocks.push(finished.block);
      placeAsides();
    } else if (name === 'table:table-row') tables.at(-1)?.closeRow();
    else if (name === 'table:table-cell' || name === 'table:covered-table-cell') {
      tables.at(-1)?.closeCell(containers.pop()!.blocks);
    }
  };

  walkXml(xml, 'content.xml', {
    open(name, attributes) {
      depth++;
      if (!inText) {
        styles.open(name, attributes);
        if (body === '' && name.startsWith('office:')) body = name.slice('office:'.length);
        if (name === 'office:body') body = '';
        inText = name === 'office:text';
      } else if (skip !== null) openSkipped(name, attributes);
      else if (SKIPPED.has(name)) startSkip('other');
      else if (SHAPES.has(name)) {
        addUnread();
        startSkip('shape');
      } else if (EMBEDDED.has(name)) {
        leftOut.embedded++;
        container().embedded = true;
        startSkip('other');
      } else if (isHiddenPart(name, attributes)) {
        startSkip('hidden');
        // Its text need not stand in a paragraph of its own.
        skip!.paragraphs = 1;
      } else {
        if (startsHidden(name, attributes)) hiding.push(depth);
        if (name === 'text:span') container().styles.push(['text', attributes['text:style-name']]);
        else if (isParagraph(name)) container().styles = [['paragraph', attributes['text:style-name']]];
        if (name.startsWith('table:')) openTable(name, attributes);
        else if (name.startsWith('draw:')) openFrame(name, attributes);
        else openText(name, attributes);
      }
    },
    text(text) {
      if (!inText || text.trim() === '') {
        if (inText && skip === null && hiding.length === 0 && text !== '') add(' ');
      } else if (skip !== null) {
        if (skip.paragraphs > 0) {
          countSkipped(skip.kind);
          if (skip.kind === 'hidden' && /[0-9]/u.test(text)) container().runs.add(text, ['hidden']);
        }
      } else if (hiding.length > 0) {
        leftOut.hidden++;
        if (/[0-9]/u.test(text)) container().runs.add(text, ['hidden']);
      } else add(text.replace(/[\r\n]+/g, ' '));
    },
    close(name) {
      if (skip !== null) {
        if (isParagraph(name)) skip.paragraphs--;
        else if (name === 'text:deletion') skip.kind = 'other';
        if (depth === skip.depth) skip = null;
      } else if (inText) {
        if (name === 'office:text') inText = false;
        else if (isParagraph(name)) endParagraph();
        else if (name === 'text:span') container().styles.pop();
        else if (name === 'text:list') container().lists--;
        else if (name === 'draw:frame') closeFrame();
        else if (name === 'text:note') {
          endParagraph();
          for (const block of containers.pop()!.blocks) notes.push(block);
        } else closeTable(name);
        if (hiding.at(-1) === depth) hiding.pop();
      }
      depth--;
    },
  });
  return { blocks: main.blocks, notes, leftOut, body };
}

/** Fields that say another thing each time they are printed. */
const MOVING_FIELDS = new Set(['text:page-number', 'text:page-count', 'text:date', 'text:time']);
const HIDEABLE = new Set(['text:section', 'text:hidden-text']);

/** Sections and fields that say themselves that they are not shown. */
function isHiddenPart(name: string, attributes: Record<string, string>): boolean {
  if (!HIDEABLE.has(name)) return false;
  return (
    attributes['text:display'] === 'none' ||
    attributes['text:is-hidden'] === 'true' ||
    name === 'text:hidden-text'
  );
}
