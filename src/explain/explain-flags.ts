import { flagEntry } from '../model/codes/flag-codes.js';
import type { Cell } from '../model/report-record.js';
import { printable } from '../printing/printable.js';

/** What a flag says; one of another version says its name. */
export const wordsOf = (flag: string): string => flagEntry(flag)?.en ?? `flag ${printable(flag)}`;

const RIVAL = 'rival:';
/** The numbers of rival readings, as text. */
export const rivalsOf = (flags: string[]): string[] =>
  flags.filter((flag) => flag.startsWith(RIVAL)).map((flag) => flag.slice(RIVAL.length));

export const isFault = (flag: string): boolean => flag.startsWith('fault:');

/** Flags that speak of the rival numbers. */
const SPEAKERS = ['rivals', 'copies-differ', 'carriers-differ'];

/**
 * Flags in words; the numbers of rival readings come behind the flag that speaks of them.
 * @param cell of a table, where the flags are its: then a kind of fault shows its example
 */
export function explainFlags(flags: string[], cell?: Cell): string[] {
  const rivals = rivalsOf(flags);
  const isOfCarriers = flags.includes('carriers-differ');
  const others = flags.filter((flag) => !flag.startsWith(RIVAL) && !(isOfCarriers && flag === 'rivals'));
  const speaker = others.find((flag) => SPEAKERS.includes(flag));
  return others.map((flag) => {
    if (isFault(flag)) return `likeliest fault: ${faultOf(flag)}${exampleOf(flag, cell)}`;
    const words = wordsOf(flag);
    return flag === speaker && rivals.length > 0 ? `${words}: ${rivals.join(' or ')}` : words;
  });
}

/** The kind of fault that a flag names, in words. */
export const faultOf = (flag: string): string =>
  flagEntry(flag)?.en ?? printable(flag.slice('fault:'.length)).replaceAll('-', ' ');

/** Faults of whole lines and moves between cells do not show in one number. */
const SHOWN_IN_LINES = ['fault:lines-exchanged', 'fault:line-shifted'];

/** ` (12 printed as 1)` */
function exampleOf(flag: string, cell: Cell | undefined): string {
  if (!cell?.suggested || SHOWN_IN_LINES.includes(flag)) return '';
  const raw = printable(cell.raw ?? '').trim();
  return ` (${cell.suggested.value} printed as ${raw === '' ? 'nothing' : raw})`;
}
