import { type Issue, issue } from '../../../src/model/issue.js';
import type { TextScore } from './text-score.js';

const RUINED_SHARE = 0.05;
const EVIDENCE_MIN = 12;

/** U+FFFD written as UTF-8 and read as GBK: the trace of a text that was converted wrongly twice. */
const TWICE_RUINED = /锟斤拷|锟斤|ï¿½/g;

/**
 * Chinese read with the wrong charset before it was saved: rare characters only (UTF-8 read as GBK),
 * or long runs of Western letters (any Chinese charset read as Latin-1).
 */
function isNonsense(score: TextScore): boolean {
  if (score.nonAscii < EVIDENCE_MIN) return false;
  const rareHan = score.han > score.nonAscii / 2 && score.common < score.nonAscii * 0.25;
  const western =
    score.westernLetters > score.nonAscii * 0.55 &&
    score.common < score.nonAscii * 0.35 &&
    score.nonAscii / score.runs >= 3;
  return rareHan || western;
}

/** Tells of characters that are lost: a warning, or an error when the text as a whole can't be trusted. */
export function damageIssues(text: string, charset: string, score: TextScore): Issue[] {
  const twice = text.match(TWICE_RUINED)?.length ?? 0;
  const damaged = score.damaged + 2 * twice;
  const nonsense = isNonsense(score);
  if (damaged === 0 && !nonsense) return [];
  const ruined = nonsense || (damaged >= 2 && damaged > score.nonAscii * RUINED_SHARE);
  const what = nonsense
    ? 'the text is no readable Chinese: it was converted wrongly before it was saved'
    : `${damaged} of ${score.nonAscii} characters outside ASCII are lost`;
  return [
    issue(
      'charset-damaged',
      `Decoded as ${charset}, ${what}${ruined ? '; it is ruined beyond repair' : ''}.`,
      { severity: ruined ? 'error' : 'warning' },
    ),
  ];
}
