import { readdirSync, readFileSync } from 'node:fs';
import type { FactParagraph } from '../../src/facts/split-sentences.js';
import { factCodes } from './fact-codes.js';

/** What stands just before `end` is this fact. */
interface Mark {
  id: string;
  end: number;
  /** Words state a zero. */
  isDenial: boolean;
  /** It may be taken or left. */
  isOptional: boolean;
}

/** A report in one clerk's words, with what its numbers count. */
export interface Voice {
  name: string;
  issuer: string;
  year: number;
  text: string;
  paragraphs: FactParagraph[];
  marks: Mark[];
}

const MARK = /\{([^{}]*)\}/gu;

/**
 * Reads the voices of a folder. A voice opens with `@ name | issuer | year`; every line is a paragraph. `{rr}` behind a quantity
 * names the fact that it is, `{rr=0}` behind a clause the zero that it states; a question mark says that it is as fair to leave it.
 * A quantity without a mark is none of the facts.
 */
export function readVoices(folder: URL): Voice[] {
  return readdirSync(folder)
    .sort()
    .flatMap((file) => readFileSync(new URL(file, folder), 'utf8').split(/^@ /mu).slice(1).map(readVoice));
}

function readVoice(printed: string): Voice {
  const [head, ...lines] = printed.trimEnd().split('\n');
  const [name, issuer, year] = head!.split('|').map((part) => part.trim());
  const voice: Voice = {
    name: name!,
    issuer: issuer!,
    year: Number(year),
    text: '',
    paragraphs: [],
    marks: [],
  };
  for (const line of lines) {
    const start = voice.text.length;
    let from = 0;
    let text = '';
    for (const match of line.matchAll(MARK)) {
      text += line.slice(from, match.index);
      from = match.index + match[0].length;
      for (const code of match[1]!.split(',')) voice.marks.push(readMark(code, start + text.length, name!));
    }
    text += line.slice(from);
    voice.paragraphs.push({ text, start, block: voice.paragraphs.length });
    voice.text += `${text}\n`;
  }
  return voice;
}

function readMark(code: string, end: number, name: string): Mark {
  const { optional, short, zero } =
    /^(?<optional>\?)?(?<short>[a-z]{2})(?<zero>=0)?$/u.exec(code)?.groups ?? {};
  const id = factCodes[short ?? ''];
  if (id === undefined) throw new Error(`The voice "${name}" has the unknown mark {${code}}.`);
  return { id, end, isDenial: zero !== undefined, isOptional: optional !== undefined };
}
