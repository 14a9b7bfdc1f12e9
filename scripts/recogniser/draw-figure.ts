import type { Random } from '../synthesise/random.js';

const digits = (random: Random, length: number): string => {
  const first = String(random.int(1, 9));
  const rest = Array.from({ length: length - 1 }, () => String(random.int(0, 9)));
  return first + rest.join('');
};

const grouped = (text: string): string => text.replace(/\B(?=(?:\d{3})+$)/gu, ',');

/** What a cell of a report may say. Digits that repeat are many: a recogniser of sequences is apt to lose one. */
export function drawFigure(random: Random): string {
  const kind = random.next();
  if (kind < 0.2) return '0';
  if (kind < 0.26) return '';
  if (kind < 0.32) return random.pick(['—', '/', '-', '--', '——']);
  if (kind < 0.4) return random.pick(['1', '2', '3', '4', '5', '6', '7', '8', '9']);
  if (kind < 0.5) return random.pick(['1', '11', '111', '1111', '10', '100', '1000', '110', '101', '1001']);
  if (kind < 0.56) return String(random.int(1, 9)).repeat(random.int(2, 5));
  if (kind < 0.62) return `${random.int(0, 99)}.${digits(random, random.int(1, 2))}`;
  if (kind < 0.67) return grouped(digits(random, random.int(4, 7)));
  if (kind < 0.7) return `-${digits(random, random.int(1, 3))}`;
  if (kind < 0.73) return `${random.int(1, 100)}%`;
  return digits(random, random.int(2, 7));
}
