import chardet from 'chardet';
import { type Issue, issue } from '../../../src/model/issue.js';
import { looksBinary, utf16Evidence } from './binary-evidence.js';
import { charsetOfLabel } from './charset-of-label.js';
import { commonCharacters } from './common-characters.js';
import { damageIssues } from './damage-issues.js';
import { decodeMixed } from './decode-mixed.js';
import { scoreText, type TextScore } from './text-score.js';

/** What others claim the charset to be: an HTTP header, a `<meta>` or XML declaration. */
interface CharsetHints {
  header?: string;
  meta?: string;
}

interface DecodedText {
  /** Without its byte order mark. */
  text: string;
  /** Name of the decoder: utf-8, utf-16le, utf-16be, gb18030, big5, ... */
  charset: string;
  issues: Issue[];
}

interface Candidate {
  charset: string;
  text: string;
  strict: boolean;
  score: TextScore;
}

/** Below this, a decoding is not Chinese and a declared charset is believed instead. */
const CHINESE_QUALITY_MIN = 0.35;
/** Below this, not even the rare characters of a name list are there. */
const GUESS_QUALITY_MAX = 0.2;
/** Above this share of undecodable characters, the bytes are no text at all. */
const BINARY_DAMAGE_SHARE = 0.5;
const BINARY_TEXT_SHARE = 0.2;
const CHARDET_SAMPLE_BYTES = 64 * 1024;

function decodeAs(bytes: Uint8Array, charset: string, common: ReadonlySet<string>): Candidate {
  let text: string;
  let strict = true;
  try {
    text = new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    // Strictness is evidence, not a duty: what can't be decoded is counted in the score.
    strict = false;
    text = new TextDecoder(charset).decode(bytes);
  }
  if (text.startsWith('\ufeff')) text = text.slice(1);
  return { charset, text, strict, score: scoreText(text, common) };
}

function charsetOfMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0x84 && bytes[1] === 0x31 && bytes[2] === 0x95 && bytes[3] === 0x33) return 'gb18030';
  return null;
}

/**
 * A few Chinese characters in GBK can be valid two-byte UTF-8 by accident (一 is D2 BB, Cyrillic in UTF-8).
 * Real UTF-8 Chinese has three bytes a character.
 */
function isAccidentalUtf8(utf8: Candidate, gb18030: Candidate): boolean {
  return (
    utf8.score.nonAscii > 0 &&
    !/[\u0800-\uffff]/.test(utf8.text) &&
    gb18030.strict &&
    gb18030.score.quality >= 0.8
  );
}

/** Strict UTF-8 proves itself; everything else is weighed by how much it reads like Chinese. */
function chooseCandidate(bytes: Uint8Array, declared: string[], common: ReadonlySet<string>): Candidate {
  const utf8 = decodeAs(bytes, 'utf-8', common);
  if (utf8.strict && (utf8.score.nonAscii === 0 || /[\u0800-\uffff]/.test(utf8.text))) return utf8;
  const gb18030 = decodeAs(bytes, 'gb18030', common);
  if (utf8.strict) return isAccidentalUtf8(utf8, gb18030) ? gb18030 : utf8;
  const named = declared
    .filter((charset) => !['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'].includes(charset))
    .map((charset) => decodeAs(bytes, charset, common));
  const chinese = [utf8, gb18030, decodeAs(bytes, 'big5', common)];
  const rank = (c: Candidate) =>
    declared.includes(c.charset) ? declared.indexOf(c.charset) : declared.length;
  chinese.sort((a, b) => b.score.quality - a.score.quality || rank(a) - rank(b));
  const best = chinese[0]!;
  if (best.score.quality >= CHINESE_QUALITY_MIN) return best;
  const believed = named.find((c) => c.strict && c.score.quality >= -1);
  if (believed) return believed;
  if (best.score.quality >= GUESS_QUALITY_MAX) return best;
  const guess = chardet.detect(bytes.subarray(0, CHARDET_SAMPLE_BYTES));
  const charset = guess === null ? null : charsetOfLabel(guess);
  const guessed = charset === null ? null : decodeAs(bytes, charset, common);
  return guessed?.strict && guessed.score.quality > best.score.quality ? guessed : best;
}

const agrees = (declared: string, chosen: string): boolean =>
  declared === chosen || (declared === 'utf-16le' && chosen === 'utf-16be');

function disagreementIssues(hints: CharsetHints, chosen: Candidate, ascii: boolean): Issue[] {
  const issues: Issue[] = [];
  for (const [origin, label] of [
    ['The server or caller', hints.header],
    ['The page', hints.meta],
  ] as const) {
    if (label === undefined || label.trim() === '') continue;
    const declared = charsetOfLabel(label);
    if (declared !== null && agrees(declared, chosen.charset)) continue;
    // Plain ASCII is the same in every charset but UTF-16.
    if (ascii && declared !== null && !declared.startsWith('utf-16')) continue;
    issues.push(
      issue(
        'charset-disagrees',
        `${origin} declares the charset ${JSON.stringify(label.slice(0, 40))}, but the bytes decode as ${chosen.charset}.`,
      ),
    );
  }
  return issues;
}

/**
 * Decodes the bytes of a text format by evidence: byte order mark, zero bytes (UTF-16), strict UTF-8, and then the
 * decoding that reads most like Chinese, with the declared charset as the tie breaker and chardet as the last resort.
 *
 * @returns null when the bytes look binary. Issues: `charset-disagrees`, `charset-damaged`.
 */
export function decodeText(bytes: Uint8Array, hints: CharsetHints): DecodedText | null {
  if (bytes.length === 0) return { text: '', charset: 'utf-8', issues: [] };
  const common = commonCharacters();
  const wide = charsetOfMark(bytes) ?? utf16Evidence(bytes);
  const isWide = wide?.startsWith('utf-16') === true;
  if (isWide && bytes.length > 2 && utf16Evidence(bytes) === null && bytes.includes(0)) return null;
  if (!isWide && looksBinary(bytes)) return null;
  const declared = [hints.header, hints.meta]
    .map((label) => (label === undefined ? null : charsetOfLabel(label)))
    .filter((charset) => charset !== null);
  const chosen = wide === null ? chooseCandidate(bytes, declared, common) : decodeAs(bytes, wide, common);
  const { charset } = chosen;
  const isWhole = chosen.strict && charset === 'utf-8';
  const mixed =
    !isWhole && (charset === 'utf-8' || charset === 'gb18030') ? decodeMixed(bytes, charset, common) : null;
  const text = mixed?.text ?? chosen.text;
  const score = mixed === null ? chosen.score : scoreText(text, common);
  // Strictly decoded replacement characters were saved by somebody: a ruined text, but a text.
  const lost = (chosen.strict ? 0 : score.damaged) + score.privateUse;
  if (lost > score.nonAscii * BINARY_DAMAGE_SHARE && lost > text.length * BINARY_TEXT_SHARE) return null;
  const ascii = score.nonAscii === 0 && !isWide;
  return {
    text,
    charset,
    issues: [
      ...disagreementIssues(hints, chosen, ascii),
      ...(mixed === null
        ? []
        : [
            issue(
              'charset-disagrees',
              `${mixed.others} characters are in another charset than ${charset}, and were decoded as they are.`,
            ),
          ]),
      ...damageIssues(text, charset, score),
    ],
  };
}
