const NAMED: Record<string, string> = {
  white: '#ffffff',
  black: '#000000',
  red: '#ff0000',
  blue: '#0000ff',
  green: '#008000',
  gray: '#808080',
  grey: '#808080',
  silver: '#c0c0c0',
  yellow: '#ffff00',
  ...{
    mintcream: '#f5fffa',
    azure: '#f0ffff',
    floralwhite: '#fffaf0',
    seashell: '#fff5ee',
    initial: '#000000',
  },
  snow: '#fffafa',
  ivory: '#fffff0',
  whitesmoke: '#f5f5f5',
  ghostwhite: '#f8f8ff',
  window: '#ffffff',
  canvas: '#ffffff',
  windowtext: '#000000',
  canvastext: '#000000',
};

const hex = (value: number): string =>
  Math.max(0, Math.min(255, Math.round(value)))
    .toString(16)
    .padStart(2, '0');

/** Nobody sees what lets more through. */
const FAINT = 0.1;

/** A colour as #rrggbb, `transparent` where nothing of it is seen; null where its words are not known. */
export function colorOf(value: string): string | null {
  const text = value.trim().toLowerCase();
  if (text === 'transparent') return text;
  if (NAMED[text] !== undefined) return NAMED[text];
  const short = /^#?([0-9a-f])([0-9a-f])([0-9a-f])([0-9a-f])?$/u.exec(text);
  if (short)
    return short[4] === '0' ? 'transparent' : `#${[1, 2, 3].map((i) => short[i]!.repeat(2)).join('')}`;
  const long = /^#?([0-9a-f]{6})([0-9a-f]{2})?$/u.exec(text);
  if (long) return long[2] === '00' ? 'transparent' : `#${long[1]}`;
  const parts = /^(rgb|hsl)a?\(([^()]*)\)$/u.exec(text);
  if (!parts) return null;
  const [a, b, c, alpha] = parts[2]!.split(/[\s,/]+/u).filter((part) => part !== '');
  const part = (given: string | undefined, full: number): number =>
    given?.endsWith('%') ? (Number.parseFloat(given) / 100) * full : Number.parseFloat(given ?? '');
  if (part(alpha ?? '1', 1) < FAINT) return 'transparent';
  if (parts[1] === 'hsl') return part(c, 1) >= 1 ? '#ffffff' : part(c, 1) <= 0 ? '#000000' : null;
  const numbers = [a, b, c].map((given) => part(given, 255));
  return numbers.some(Number.isNaN) ? null : `#${numbers.map(hex).join('')}`;
}

/** Can nobody tell the one from the other? */
export function isSameColor(left: string, right: string): boolean {
  const channel = (color: string, at: number) => Number.parseInt(color.slice(at, at + 2), 16);
  return [1, 3, 5].every((at) => Math.abs(channel(left, at) - channel(right, at)) <= CHANNEL_STEP);
}

const CHANNEL_STEP = 10;
