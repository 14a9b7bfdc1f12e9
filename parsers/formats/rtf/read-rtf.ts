import { UnreadableSourceError } from '../../../src/model/source.js';
import { headingLevelOf } from '../office-html/heading-level.js';
import { MOVING_FIELD } from '../office-html/moving-field.js';
import type { OfficeBlock } from '../office-html/office-block.js';
import { pageOfCharset } from './charset-bytes.js';
import { createPictureFonts } from './create-picture-fonts.js';
import { createPictureGatherer, type RtfPictures } from './create-picture-gatherer.js';
import { createFontBytes } from './font-bytes.js';
import { type Destination, FIRST_STATE, type GroupState } from './group-state.js';
import { scanRtf } from './scan-rtf.js';
import { createStory, type Story, type StoryFaults } from './story.js';
import { createColorTable, LOOKS, looksOf, PLAIN_LOOK, setLook } from './text-look.js';
import {
  CELL_ENDS,
  CHARACTERS,
  FORMULAS,
  INSTRUCTION_MAX,
  LIST_NUMBERS,
  PARAGRAPH_ENDS,
  SHAPES,
  SKIPPED,
  STARRED_AND_READ,
  TEXT_BOXES,
} from './words.js';

/** What was met and is not in the text, by number of times. */
export interface RtfLeftOut extends StoryFaults {
  hidden: number;
  deleted: number;
  textBoxes: number;
  formulas: number;
  listNumbers: number;
  /** Characters that no code page has. */
  lostCharacters: number;
  /** Bytes were decoded by another code page than the file names. */
  otherCodePage: boolean;
  /** There is more behind the end of the document. */
  trailing: boolean;
}

interface RtfReading {
  blocks: OfficeBlock[];
  /** Blocks of the footnotes, in their order. */
  notes: OfficeBlock[];
  leftOut: RtfLeftOut;
  pictures: RtfPictures;
}

const DEPTH_MAX = 1000;
const STYLE_NAME_MAX = 200;

/**
 * Reads the groups and words of an RTF file into paragraphs and tables. What is no text of the page is counted.
 *
 * @throws UnreadableSourceError rtf-truncated | rtf-too-large
 */
export function readRtf(bytes: Uint8Array): RtfReading {
  const leftOut: RtfLeftOut = {
    brokenRows: 0,
    unshown: 0,
    parts: 0,
    hidden: 0,
    deleted: 0,
    textBoxes: 0,
    formulas: 0,
    listNumbers: 0,
    lostCharacters: 0,
    otherCodePage: false,
    trailing: false,
  };
  const pictures = createPictureGatherer(bytes);
  const notes: OfficeBlock[] = [];
  const main = createStory(leftOut);
  const stories: Story[] = [main];
  const pageOfFont = new Map<number, number>();
  const pictureFonts = createPictureFonts();
  let instruction = '';
  const headingOfStyle = new Map<number, number>();
  let documentPage: number | null = null;
  let defaultFont = 0;
  let styleName = '';
  /** Characters still to be passed over behind `\uN`. */
  let toPass = 0;
  const gathered = createFontBytes(() => documentPage);
  const colors = createColorTable();
  let state: GroupState = { ...FIRST_STATE };
  const outer: GroupState[] = [];
  const story = (): Story => stories.at(-1)!;
  const heading = () => headingOfStyle.get(state.style);
  const level = () => (state.level > 0 ? state.level : state.inTable ? 1 : 0);

  const give = (text: string) => {
    if (text === '') return;
    if (state.destination === 'styles') {
      if (styleName.length < STYLE_NAME_MAX) styleName += text;
    } else {
      const looks = looksOf(state, colors.isSeen);
      story().addText(text, pictureFonts.has(state.font) ? [...looks, 'several'] : looks, state.size);
    }
  };
  const flush = () => {
    const text = gathered.take();
    for (const char of text) if (char === '\ufffd') leftOut.lostCharacters++;
    give(text);
  };
  const addText = (text: string) => {
    if (state.destination === 'text' && (state.hidden || state.deleted)) {
      if (text.trim() !== '') leftOut[state.deleted ? 'deleted' : 'hidden']++;
      if (/[0-9]/u.test(text)) story().addText(text, ['hidden']);
    } else if (state.destination === 'text' || state.destination === 'styles') {
      flush();
      give(text);
    }
  };

  const enter = (destination: Destination) => {
    flush();
    state.destination = destination;
  };
  const openStory = (opens: 'note' | 'text-box') => {
    enter('text');
    stories.push(createStory(leftOut));
    Object.assign(state, { opens, level: 0, inTable: false, nestedRow: false, style: 0 });
  };
  const closeStory = (opened: 'note' | 'text-box') => {
    flush();
    const blocks = stories.pop()!.finish();
    // A table in a box is one that text flows around: it is read as if it stood in the text.
    if (opened === 'text-box' && blocks.some(({ kind }) => kind === 'table')) story().addAside(blocks);
    else {
      for (const block of blocks) {
        if (opened === 'note') notes.push(block);
        else if (block.kind === 'picture') story().addPicture(block.src ?? '');
        else {
          leftOut.textBoxes++;
          story().addText('', ['unread']);
        }
      }
    }
  };
  /** True where the word began a destination. */
  const enterDestination = (name: string, starred: boolean): boolean => {
    if (name === 'fldinst') {
      enter('field');
      instruction = '';
    } else if (name === 'fonttbl') enter('fonts');
    else if (name === 'stylesheet') enter('styles');
    else if (name === 'colortbl') enter('colors');
    else if (name === 'upr') enter('upr');
    else if (name === 'footnote') {
      openStory('note');
    } else if (SHAPES.has(name)) enter('shape');
    else if (TEXT_BOXES.has(name)) {
      if (state.destination === 'shape') openStory('text-box');
      else enter('skip');
    } else if (LIST_NUMBERS.has(name)) {
      leftOut.listNumbers++;
      if (level() > 0) story().addText('', ['unread']);
      enter('list-number');
    } else if (name === 'pict') {
      if (state.hidden || state.deleted) leftOut[state.deleted ? 'deleted' : 'hidden']++;
      else story().addPicture(pictures.begin());
      enter(state.hidden || state.deleted ? 'skip' : 'picture');
    } else if (FORMULAS.has(name)) {
      leftOut.formulas++;
      story().addText('', ['unread']);
      enter('skip');
    } else if (SKIPPED.has(name) || (starred && !STARRED_AND_READ.has(name))) enter('skip');
    else return false;
    return true;
  };
  const isReading = () => state.destination === 'text' || state.destination === 'styles';
  /** Words that say something of the text that follows. */
  const setProperty = (name: string, parameter: number | null) => {
    const on = parameter !== 0;
    if (setLook(state, name, parameter, flush)) return;
    if (name === 'f') {
      if (pictureFonts.differ(state.font, parameter ?? 0)) flush();
      state.font = parameter ?? 0;
    } else if (name === 'v' || name === 'deleted') {
      flush();
      state[name === 'v' ? 'hidden' : 'deleted'] = on;
    } else if (name === 'uc') state.fallback = Math.max(parameter ?? 1, 0);
    else if (name === 's') state.style = parameter ?? 0;
    else if (name === 'intbl') state.inTable = true;
    else if (name === 'itap') state.level = Math.max(parameter ?? 0, 0);
    else if (name === 'nesttableprops') state.nestedRow = true;
    else if (name === 'pard') Object.assign(state, { level: 0, inTable: false, style: 0 });
    else if (name === 'plain') {
      flush();
      Object.assign(state, { hidden: false, deleted: false, ...PLAIN_LOOK, font: defaultFont });
    } else if (name === 'ansicpg') documentPage = parameter;
    else if (name === 'deff') defaultFont = state.font = parameter ?? 0;
    else story().defineRow(name, parameter, state.nestedRow);
  };
  /** Words that end something. */
  const endPart = (name: string) => {
    flush();
    if (name === 'cell') story().endCell(1, heading());
    else if (name === 'nestcell') story().endCell(Math.max(level(), 2), heading());
    else if (name === 'row') story().endRow(1, false);
    else if (name === 'nestrow') story().endRow(Math.max(level(), 2), true);
    else story().endParagraph(level(), heading());
  };

  const end = scanRtf(bytes, {
    open() {
      toPass = 0;
      if (outer.length >= DEPTH_MAX) {
        throw new UnreadableSourceError('rtf-too-large', `The RTF file nests more than ${DEPTH_MAX} groups.`);
      }
      outer.push(state);
      state = { ...state, starred: false, opens: null };
      // What stands in a picture is said of it, and is no part of it.
      if (state.destination === 'picture') state.destination = 'skip';
      // The first half of {\upr{...}{\*\ud{...}}} says the same in fewer characters.
      if (state.destination === 'upr') state.destination = 'skip';
    },
    close() {
      toPass = 0;
      const closed = state;
      if (closed.destination === 'styles') {
        flush();
        styleName = '';
      }
      if (closed.opens !== null) closeStory(closed.opens);
      const around = outer.pop() ?? state;
      const isFieldEnd = closed.destination === 'field' && around.destination !== 'field';
      if (isFieldEnd && level() > 0 && MOVING_FIELD.test(instruction)) story().addText('', ['unread']);
      if (pictureFonts.differ(around.font, closed.font)) flush();
      if (LOOKS.some((look) => around[look] !== closed[look])) flush();
      state = around;
    },
    binary(start, end) {
      if (state.destination === 'picture') pictures.binary(start, end);
    },
    byte(value, at) {
      if (state.destination === 'picture') pictures.digit(at);
      else if (toPass > 0) {
        toPass--;
        return;
      }
      if (state.destination === 'colors' && value === 0x3b) colors.end();
      if (state.destination === 'field')
        instruction = (instruction + String.fromCharCode(value)).slice(0, INSTRUCTION_MAX);
      if (state.destination === 'fonts') pictureFonts.byte(value, state.font);
      if (state.destination === 'styles' && value === 0x3b) {
        flush();
        const found = headingLevelOf(styleName);
        if (found !== null) headingOfStyle.set(state.style, found);
        styleName = '';
      } else if (isReading()) {
        const lost = state.destination === 'text' && (state.hidden || state.deleted);
        if (lost) addText(String.fromCharCode(value));
        else gathered.add(value, pageOfFont.get(state.font) ?? null);
      }
    },
    word(name, parameter) {
      const { starred } = state;
      state.starred = false;
      const character = CHARACTERS.get(name);
      if (toPass > 0 && character !== undefined) {
        toPass--;
        return;
      }
      toPass = 0;
      if (name === '*') {
        state.starred = true;
      } else if (name === 'ud' && starred && outer.at(-1)?.destination === 'upr') {
        state.destination = outer.at(-2)?.destination ?? 'text';
      } else if (/^(?:skip|list-number|field)$/u.test(state.destination)) {
        // Nothing in it is read.
      } else if (state.destination === 'picture') {
        pictures.word(name, parameter);
      } else if (state.destination === 'colors') {
        colors.word(name, parameter);
      } else if (state.destination === 'fonts') {
        if (name === 'f') state.font = parameter ?? 0;
        const page = name === 'fcharset' ? pageOfCharset(parameter ?? 0) : name === 'cpg' ? parameter : null;
        if (page !== null) pageOfFont.set(state.font, page);
      } else if (enterDestination(name, starred)) {
        // What follows is read, or not, by the destination.
      } else if (name === 'u') {
        addText(String.fromCharCode((parameter ?? 0) & 0xffff));
        toPass = state.fallback;
      } else if (character !== undefined) addText(character);
      else if (state.destination === 'text' && (PARAGRAPH_ENDS.has(name) || CELL_ENDS.has(name)))
        endPart(name);
      else if (isReading()) setProperty(name, parameter);
    },
  });
  if (end < 0) {
    throw new UnreadableSourceError('rtf-truncated', 'The RTF file is cut off: it ends inside a group.');
  }
  flush();
  leftOut.otherCodePage = gathered.disagrees();
  leftOut.trailing = bytes.subarray(end).some((byte) => byte > 0x20);
  return { blocks: main.finish(), notes, leftOut, pictures };
}
