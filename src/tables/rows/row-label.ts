import { distance } from 'fastest-levenshtein';
import { isUnitWord } from '../../words/is-unit-word.js';
import { type FoldCharacters, foldLabel, labelSimilarity } from '../../words/label-text.js';
import { onceAFolder } from '../../words/once-a-folder.js';
import type { OfficialRow } from '../official-labels.js';
import type { PhysicalRow, Token } from '../token.js';

/** The texts that may be a row's own label: its last piece, or its last few together where the label was wrapped. */
export interface RowLabel {
  cores: string[];
  ordinals: string[];
  /** Everything printed before the values, for labels without a border before them. */
  tail: string | null;
  /** What stands behind the last ordinal inside of its last piece, and what stands before it. */
  inner: { core: string; ordinal: string; before: string } | null;
  /** Without cell borders the text may begin with other labels: only its end is the row's own. */
  borderless: boolean;
}

/** 申请人逾期未按收费通知… wraps over at most this many pieces in any form seen. */
const WRAPPED_PIECES_MAX = 8;
const TAIL_LENGTH = 60;

/** The same rows are held against every form. */
export const rowLabel = onceAFolder(readRowLabel);

function readRowLabel(row: PhysicalRow, fold: FoldCharacters): RowLabel {
  const cores: string[] = [];
  const ordinals: string[] = [];
  let text = '';
  const labels = withoutUnit(row.labels);
  const borderless = row.form === 'line' || row.form === 'running';
  for (const token of labels.slice(-WRAPPED_PIECES_MAX).reverse()) {
    text = text === '' ? withoutUnitBehind(token.text) : token.text + text;
    if (text.length > 120) break;
    const label = foldLabel(text, fold);
    cores.push(label.core);
    ordinals.push(label.ordinal);
  }
  const last = withoutUnitBehind(labels.at(-1)?.text ?? '');
  const tail = borderless || last.length > 20 ? foldLabel(last.slice(-TAIL_LENGTH * 2), fold).core : null;
  return { cores, ordinals, tail, borderless, inner: innerLabel(last, fold) };
}

/** 一、 （三） 2. inside a label: a parent stands before it in the same cell. */
const INNER_ORDINAL =
  /(?<=[\p{Script=Han}\s/／:：])(?:[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.．、](?!\d))(?=\s*\p{Script=Han})/gu;

/** Most labels have none, which is told faster. */
const MAY_HOLD_ORDINAL = /.[（(\d]/u;

function innerLabel(text: string, fold: FoldCharacters): RowLabel['inner'] {
  if (!MAY_HOLD_ORDINAL.test(text)) return null;
  const at = [...text.matchAll(INNER_ORDINAL)].at(-1)?.index ?? 0;
  if (at === 0) return null;
  return { ...foldLabel(text.slice(at), fold), before: foldLabel(text.slice(0, at), fold).core };
}

/**
 * A label whose cell holds its parent, too, is what its last ordinal begins: （三）不予公开 1.属于国家秘密. Where what stands before is
 * another row's label these are two rows, and nobody can say whose figures follow.
 */
export function withoutParent(label: RowLabel, officials: readonly OfficialRow[]): RowLabel {
  const { inner } = label;
  if (!inner) return label;
  const isRow = officials.some(({ cores }) => cores.some((core) => inner.before.endsWith(core)));
  if (isRow) return label;
  return { ...label, cores: [...label.cores, inner.core], ordinals: [...label.ordinals, inner.ordinal] };
}

/** An official label at the end of borderless text. Short ones need the whole text behind them to agree with the row. */
export const TAIL_SCORE = 0.95;

const SHORT_LABEL = 4;
/** Characters that a wrapped label may have more than the official one. */
const WRAPPED_SURPLUS_MAX = 4;

/** A unit printed between the label and the values is no part of the label. */
function withoutUnit(labels: Token[]): Token[] {
  return labels.length > 1 && isUnitWord(labels.at(-1)!.text.trim()) ? labels.slice(0, -1) : labels;
}

/** A unit in brackets behind a label: 行政事业性收费（元）. */
const BRACKETED_UNIT = /[(（]([^()（）]{1,6})[)）]$/u;

function withoutUnitBehind(printed: string): string {
  const text = printed.trim().replace(BRACKETED_UNIT, (all, unit: string) => (isUnitWord(unit) ? '' : all));
  const pieces = text.split(/\s+/u);
  return pieces.length > 1 && isUnitWord(pieces.at(-1)!) ? pieces.slice(0, -1).join(' ') : text;
}

/** Pieces before the values that are too many for a label and its parents: a heading was joined to them. */
const HEADING_PIECES_MIN = 5;

/** 总计 behind the heading of another table is a column's name: the row （七）总计 has its ordinal, or no heading before it. */
function isColumnName(label: RowLabel, official: OfficialRow): boolean {
  const isShort = official.cores.every((core) => core.length < SHORT_LABEL);
  const [ordinal] = label.ordinals;
  return isShort && official.ordinal !== '' && ordinal === '' && label.cores.length >= HEADING_PIECES_MIN;
}

/** How well a printed row's label fits an official one, 0 to 1. */
export function rowSimilarity(label: RowLabel, official: OfficialRow): number {
  if (isColumnName(label, official)) return 0;
  let best = 0;
  for (const core of official.cores) {
    label.cores.forEach((printed, i) => {
      if (label.borderless && printed.length > core.length) return;
      // Pieces put together are a wrapped label; a parent with another row's label behind it is not the parent's row.
      if (i > 0 && printed.length > core.length + WRAPPED_SURPLUS_MAX) return;
      let score = labelSimilarity(printed, core);
      if (score > 0 && score < 1) {
        const ordinal = label.ordinals[i]!;
        if (ordinal !== '' && official.ordinal !== '') score += ordinal === official.ordinal ? 0.04 : -0.08;
      }
      if (score > best) best = Math.min(score, 1);
    });
    if (label.tail !== null && best < TAIL_SCORE)
      best = Math.max(best, tailSimilarity(label.tail, core, official));
  }
  return best;
}

/** How much of an official label a misread one has left, 0 to 1, however short it is. */
export function echo(label: RowLabel, { cores }: OfficialRow): number {
  const printed = label.cores.slice(0, 2).filter((core) => core !== '');
  return Math.max(
    0,
    ...printed.flatMap((own) =>
      cores.map((core) => 1 - distance(own, core) / Math.max(own.length, core.length)),
    ),
  );
}

function tailSimilarity(tail: string, core: string, { ordinal }: OfficialRow): number {
  const number = ordinal.replace(/[()]/gu, '');
  // 总计 and 其他 end many a heading: with their ordinal they are the row's.
  if (tail.endsWith(core.length < SHORT_LABEL ? number + core : core)) return TAIL_SCORE;
  if (core.length < 6 || tail.length < core.length) return 0;
  const similarity = labelSimilarity(tail.slice(-core.length), core);
  return similarity >= 0.8 ? similarity * TAIL_SCORE : 0;
}
