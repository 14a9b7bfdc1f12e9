/** The window that reports are looked at in. */
const WIDTH_PX = 1280;
const FEATURE = /\(\s*(?:(?<side>min|max)-(?:device-)?width)\s*:\s*(?<size>[\d.]+)(?<unit>px|em|rem)?\s*\)/u;

const sizeOf = (size: string, unit: string | undefined): number =>
  Number(size) * (unit === 'em' || unit === 'rem' ? 16 : 1);

function holds(query: string): boolean {
  if (/^\s*not\b/u.test(query)) return !holds(query.replace(/^\s*not\b/u, ''));
  if (/\b(?:print|speech|aural|braille|handheld|tty|tv)\b/u.test(query)) return false;
  return [...query.matchAll(new RegExp(FEATURE, 'gu'))].every(({ groups }) => {
    const size = sizeOf(groups!.size!, groups!.unit);
    return groups!.side === 'min' ? WIDTH_PX >= size : WIDTH_PX <= size;
  });
}

/** Does a media query hold for a screen of usual width? What is asked beside its kind and width is taken as given. */
export const appliesOnScreen = (media: string): boolean =>
  media.trim() === '' || media.toLowerCase().split(',').some(holds);
