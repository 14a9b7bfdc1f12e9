import type { Flag } from '../model/codes/flag-codes.js';
import type { DocumentWords, HeaderLookups } from '../model/header-lookups.js';
import { missingField } from '../model/missing-field.js';
import type { ParsedDocument } from '../model/parsed-document.js';
import type { Confidence, Field } from '../model/report-record.js';
import type { Span } from '../model/span.js';
import { firstWhere } from '../words/first-where.js';
import { foldText } from '../words/fold-text.js';

/** A paragraph, a cell, or a piece of a paragraph so long that a whole page may stand in it. */
export interface HeaderLine {
  kind: 'paragraph' | 'cell' | 'piece';
  block: number;
  row?: number;
  column?: number;
  headingLevel?: number;
  /** Folded text, and where it stands in `HeaderText.text`. */
  text: string;
  start: number;
  end: number;
}

/** The folded text of all blocks in reading order, with the way back to the parsed text. */
export interface HeaderText {
  parsed: ParsedDocument;
  text: string;
  sourceAt: number[];
  lines: HeaderLine[];
}

/** Paragraphs longer than this are also offered in pieces. */
const PIECE_PARAGRAPH_MIN = 150;
const PIECE_HEAD = 400;
const PIECE_TAIL = 160;

const LATIN = /[0-9A-Za-z]/;

interface Folding {
  text: string[];
  length: number;
  last: string;
  sourceAt: number[];
}

function append(folding: Folding, text: string, sourceAt: readonly number[]): [number, number] {
  if (LATIN.test(folding.last) && LATIN.test(text[0] ?? '')) {
    folding.text.push(' ');
    folding.length += 1;
    folding.sourceAt.push(sourceAt[0]! - 1);
  }
  const start = folding.length;
  folding.text.push(text);
  folding.length += text.length;
  folding.last = text.at(-1) ?? folding.last;
  for (const at of sourceAt) folding.sourceAt.push(at);
  return [start, folding.length];
}

/** Pieces between white space at the head and the tail of a long paragraph, as offsets in its printed text. */
function piecesOf(printed: string): [number, number][] {
  if (printed.length < PIECE_PARAGRAPH_MIN) return [];
  const pieces: [number, number][] = [];
  for (const match of printed.matchAll(/[^\s。]+(?:(?<=[0-9A-Za-z])\s+(?=[0-9年月日])[^\s。]+)*/g)) {
    const end = match.index + match[0].length;
    const near = match.index < PIECE_HEAD || match.index > printed.length - PIECE_TAIL;
    if (near && end - match.index <= 80) pieces.push([match.index, end]);
  }
  return pieces;
}

/** Folds a document once for all the finders of the header. */
export function readHeaderText(parsed: ParsedDocument, lookups: Pick<HeaderLookups, 'words'>): HeaderText {
  const { characterFolds, noise } = lookups.words;
  const folding: Folding = { text: [], length: 0, last: '', sourceAt: [] };
  const lines: HeaderLine[] = [];
  const add = (line: Omit<HeaderLine, 'text' | 'start' | 'end'>, printed: string, offset: number) => {
    const folded = foldText(printed, characterFolds, noise, offset);
    if (folded.text === '') return;
    const [start, end] = append(folding, folded.text, folded.sourceAt);
    lines.push({ ...line, text: folded.text, start, end });
    if (line.kind !== 'paragraph') return;
    for (const [from, to] of piecesOf(printed)) {
      const piece = foldText(printed.slice(from, to), characterFolds, noise, offset + from);
      const first = folded.sourceAt.indexOf(piece.sourceAt[0] ?? -1);
      if (first < 0) continue;
      const place = { start: start + first, end: start + first + piece.text.length };
      lines.push({ kind: 'piece', block: line.block, text: piece.text, ...place });
    }
  };
  parsed.blocks.forEach((block, index) => {
    if (block.kind === 'paragraph') {
      const level = block.headingLevel === undefined ? {} : { headingLevel: block.headingLevel };
      add({ kind: 'paragraph', block: index, ...level }, block.text, block.start);
      return;
    }
    for (const cell of block.cells) {
      add({ kind: 'cell', block: index, row: cell.row, column: cell.column }, cell.text, cell.start);
      if (folding.last !== '|') append(folding, '|', [cell.end]);
    }
  });
  return { parsed, text: folding.text.join(''), sourceAt: folding.sourceAt, lines };
}

/** The line (not piece) that holds an offset of the folded text. */
function lineAt(header: HeaderText, offset: number): HeaderLine | undefined {
  const { lines } = header;
  const behind = firstWhere(lines.length, (at) => lines[at]!.start > offset);
  for (let index = behind - 1; index >= 0; index -= 1)
    if (lines[index]!.kind !== 'piece') return lines[index];
  return undefined;
}

/** Place in the source of a stretch of the folded text, and what is printed there. */
export function printedAt(header: HeaderText, start: number, end: number): { raw: string; at: Span } {
  const from = header.sourceAt[start]!;
  const to = header.sourceAt[end - 1]! + 1;
  const line = lineAt(header, start);
  const block = line?.block ?? 0;
  const page = header.parsed.blocks[block]?.page;
  const at: Span = {
    block,
    ...(line?.row === undefined ? {} : { row: line.row, column: line.column }),
    start: from,
    end: to,
    ...(page === undefined ? {} : { page }),
    ...header.parsed.locate?.(from, to),
  };
  at.start = from;
  at.end = to;
  return { raw: header.parsed.text.slice(from, to), at };
}

interface FieldOptions {
  flags?: Flag[];
  confidence?: Confidence;
}

/** A field for a stretch of the folded text. An empty stretch is a missing field. */
export function fieldAt<T>(
  header: HeaderText,
  start: number,
  end: number,
  value: T,
  options: FieldOptions = {},
): Field<T> {
  if (end <= start) return missingField();
  const { raw, at } = printedAt(header, start, end);
  return { value, raw, confidence: options.confidence ?? 'read', flags: options.flags ?? [], at };
}

/** A field for a fact that the carrier states outside the running text. */
export function fieldOfMetadata<T>(raw: string, value: T, options: FieldOptions = {}): Field<T> {
  return { value, raw, confidence: options.confidence ?? 'read', flags: options.flags ?? [], at: null };
}

/** One to one, so that offsets stay. */
export function foldRadicals(text: string, radicals: ReadonlyMap<string, string>): string {
  return text.replace(/[\u2e80-\u2fd5]/g, (radical) => radicals.get(radical) ?? radical);
}

/** The printed text as a value: trimmed, radicals undone, without white space except between Latin letters or digits. */
export function tidyName(raw: string, words: Pick<DocumentWords, 'radicalFolds'>): string {
  return foldRadicals(raw, words.radicalFolds)
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .trim()
    .replace(/\s+/g, (gap, at: number, whole: string) =>
      LATIN.test(whole[at - 1] ?? '') && LATIN.test(whole[at + gap.length] ?? '') ? ' ' : '',
    );
}
