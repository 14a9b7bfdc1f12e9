import { UnreadableSourceError } from '../../../src/model/source.js';
import { createRunGatherer } from '../office-html/create-run-gatherer.js';
import type { OfficeLook, OfficeRun } from '../office-html/office-block.js';
import { createFieldStack } from './field-stack.js';
import { type CharacterLook, characterLook, looksOf, type ParagraphLook, paragraphLook } from './looks.js';
import { type PropertyRun, readCharacterRuns, readParagraphRuns, runAt } from './property-runs.js';
import type { WordDrawings } from './read-drawings.js';
import type { WordFile } from './read-fib.js';
import { type Piece, readPieces } from './read-pieces.js';
import { readStyles, type Style } from './read-styles.js';

/** A paragraph of the body. */
export interface WordParagraph extends Omit<ParagraphLook, 'hidden' | 'innerCellEnd' | 'innerRowEnd'> {
  /** Its lines are separated by "\n". */
  text: string;
  /** The same in stretches, hidden ones too; absent where all of it is plain. */
  runs?: OfficeRun[];
  /** Pictures and drawings that stand in it, by their names; empty where it has none that could be asked for. */
  pictures: string[];
  cellEnd: boolean;
  /** Its end mark was deleted; that of a row: the row was. */
  deleted: boolean;
}

export interface WordText {
  paragraphs: WordParagraph[];
  /** Runs of hidden or deleted text that were left out. */
  leftOut: number;
  /** Fields that print what their instruction says. */
  unreadFields: number;
}

const PARAGRAPHS_MAX = 500_000;
const CHAR = { picture: 1, cell: 7, drawing: 8, line: 11, page: 12, paragraph: 13, column: 14 } as const;
const FIELD = { begin: 19, separator: 20, end: 21 } as const;
const SYMBOL = 40;

const isPicture = (code: number, look: CharacterLook): boolean =>
  (code === CHAR.picture || code === CHAR.drawing) && look.special && !look.fieldData;

/** What a character prints. Marks of notes, comments and page numbers print nothing here. */
function printChar(char: string, look: CharacterLook): string {
  const code = char.charCodeAt(0);
  if (code === SYMBOL && look.special && look.symbol !== null) return look.symbol;
  if (code === CHAR.line || code === CHAR.page || code === CHAR.column) return '\n';
  if (code === 30) return '\u2011';
  if (code === 31) return '\u00ad';
  return code >= 32 || char === '\t' ? char : '';
}

interface Part {
  text: string;
  pictures: string[];
  hidden: boolean | null;
  looks: readonly OfficeLook[];
  size: number;
}

const DIGIT = /[0-9]/u;

/** Goes through the characters of a file and gathers paragraphs. */
class ParagraphReader {
  private readonly styles: (Style | undefined)[];
  private readonly paragraphRuns: PropertyRun[];
  private readonly characterRuns: PropertyRun[];
  private readonly fields = createFieldStack();
  private readonly paragraphs: WordParagraph[] = [];
  private parts: Part[] = [];
  private leftOut = 0;

  constructor(
    private readonly file: WordFile,
    private readonly drawings: WordDrawings,
  ) {
    this.styles = readStyles(file);
    this.paragraphRuns = readParagraphRuns(file);
    this.characterRuns = readCharacterRuns(file);
  }

  read(): WordText {
    for (const piece of readPieces(this.file)) this.readPiece(piece);
    if (this.parts.length > 0) this.endParagraph(paragraphLook(0, [], this.styles), '\r', false);
    return { paragraphs: this.paragraphs, leftOut: this.leftOut, unreadFields: this.fields.unread() };
  }

  /** Takes a piece apart where the properties of its characters change. */
  private readPiece(piece: Piece): void {
    let index = 0;
    while (index < piece.text.length) {
      const offset = piece.offset + index * piece.bytesPerChar;
      const run = runAt(this.characterRuns, offset);
      const chars = run === null ? 1 : Math.max(Math.ceil((run.end - offset) / piece.bytesPerChar), 1);
      const end = Math.min(index + chars, piece.text.length);
      const sprms = run === null ? piece.sprms : [...run.sprms, ...piece.sprms];
      this.readRun(piece, index, end, characterLook(sprms, this.styles));
      index = end;
    }
  }

  private readRun(piece: Piece, start: number, end: number, look: CharacterLook): void {
    let text = '';
    let pictures: string[] = [];
    const flush = () => {
      if (text !== '' || pictures.length > 0) {
        const own = { text, pictures, looks: looksOf(look), size: look.size };
        if (look.deleted) this.leftOut++;
        if (!look.deleted) this.parts.push({ ...own, hidden: look.hidden });
        else if (DIGIT.test(text))
          this.parts.push({ ...own, pictures: [], looks: ['hidden'], hidden: false });
      }
      text = '';
      pictures = [];
    };
    for (let index = start; index < end; index++) {
      const char = piece.text[index]!;
      const code = char.charCodeAt(0);
      if (code === CHAR.paragraph || code === CHAR.cell || code === CHAR.page) {
        const paragraph = this.lookAt(piece, index, code);
        if (paragraph !== null) {
          flush();
          this.endParagraph(paragraph, char, look.deleted);
          continue;
        }
      }
      if (code === FIELD.begin) this.fields.begin();
      else if (code === FIELD.separator) this.fields.separate();
      else if (code === FIELD.end) {
        const before = this.fields.unread();
        this.fields.end();
        if (this.fields.unread() > before) {
          flush();
          this.parts.push({ text: '', pictures: [], hidden: false, looks: ['unread'], size: 0 });
        }
      } else if (this.fields.swallows(char)) continue;
      else if (isPicture(code, look)) pictures.push(...this.picturesAt(piece.start + index, code, look));
      else text += printChar(char, look);
    }
    flush();
  }

  /** A drawing without pictures is counted as one that can't be had. */
  private picturesAt(character: number, code: number, { picture }: CharacterLook): string[] {
    const names =
      code === CHAR.drawing
        ? this.drawings.hangingAt(character)
        : picture === null
          ? []
          : [this.drawings.inLine(picture)];
    return names.length > 0 ? names : [''];
  }

  /** The look of the paragraph that ends at a character; null where a page break stands inside a paragraph. */
  private lookAt(piece: Piece, index: number, code: number): ParagraphLook | null {
    const offset = piece.offset + index * piece.bytesPerChar;
    const run = runAt(this.paragraphRuns, offset);
    if (code === CHAR.page && run?.end !== offset + piece.bytesPerChar) return null;
    return paragraphLook(run?.style ?? 0, [...(run?.sprms ?? []), ...piece.sprms], this.styles);
  }

  private endParagraph(look: ParagraphLook, mark: string, deleted: boolean): void {
    const { hidden, innerCellEnd, innerRowEnd, ...rest } = look;
    const isCellMark = mark.charCodeAt(0) === CHAR.cell;
    const depth = isCellMark ? Math.max(look.depth, 1) : look.depth;
    const inner = !isCellMark && depth > 1;
    const rowEnd = isCellMark ? look.rowEnd : inner && innerRowEnd;
    const cellEnd = !rowEnd && (isCellMark || (inner && innerCellEnd));
    this.fields.endParagraph();
    // Without its end, a paragraph goes on with the next.
    if (deleted && !rowEnd && !cellEnd) return;
    const isShown = (part: Part) => !(part.hidden ?? hidden);
    const shown = this.parts.filter(isShown);
    this.leftOut += this.parts.length - shown.length;
    const gatherer = createRunGatherer();
    for (const part of this.parts) {
      if (isShown(part)) gatherer.add(part.text, part.looks, part.size);
      else if (DIGIT.test(part.text)) gatherer.add(part.text, ['hidden']);
    }
    this.parts = [];
    if (look.numbered && depth > 0 && !rowEnd && !gatherer.holdsLetter()) gatherer.add('', ['unread']);
    const taken = gatherer.take();
    const pictures = shown.flatMap((part) => part.pictures);
    this.paragraphs.push({ ...rest, depth, ...taken, pictures, rowEnd, cellEnd, deleted });
    if (this.paragraphs.length > PARAGRAPHS_MAX) {
      throw new UnreadableSourceError(
        'doc-too-large',
        `The Word file holds more than ${PARAGRAPHS_MAX} paragraphs and cells.`,
      );
    }
  }
}

/**
 * Reads the paragraphs of the body, without what is hidden, deleted or an instruction of a field.
 *
 * @throws UnreadableSourceError doc-damaged | doc-too-large
 */
export const readParagraphs = (file: WordFile, drawings: WordDrawings): WordText =>
  new ParagraphReader(file, drawings).read();
