/** The window that reports are looked at in. */
const WIDTH_PX = 1280;
const FEATURE = /\(\s*(?:(?<side>min|max)-(?:device-)?width)\s*:\s*(?<size>[\d.]+)(?<unit>px|em|rem)?\s*\)/u;

/** (width <= 600px), (600px < width) */
const RANGE =
  /\(\s*(?:width\s*(?<first>[<>])=?\s*(?<before>[\d.]+[a-z]*)|(?<after>[\d.]+[a-z]*)\s*(?<last>[<>])=?\s*width)\s*\)/gu;
/** What the usual reader at a desk has not set. */
const OTHER_READERS =
  /prefers-color-scheme\s*:\s*dark|prefers-[a-z-]+\s*:\s*(?:reduce|more|less)|orientation\s*:\s*portrait|pointer\s*:\s*(?:coarse|none)|hover\s*:\s*none|forced-colors\s*:\s*active/u;
const sizeOf = (size: string, unit: string | undefined): number =>
  Number(size) * (unit === 'em' || unit === 'rem' ? 16 : 1);

function holds(query: string): boolean {
  if (/^\s*not\b/u.test(query)) return !holds(query.replace(/^\s*not\b/u, ''));
  if (/\b(?:print|speech|aural|braille|handheld|tty|tv)\b/u.test(query)) return false;
  if (OTHER_READERS.test(query)) return false;
  const ranges = [...query.matchAll(RANGE)].map(({ groups }) => {
    const { before, first, after, last } = groups!;
    const sign = first ?? (last === '<' ? '>' : '<');
    const size = sizeOf((before ?? after)!.replace(/[a-z]+$/u, ''), /[a-z]+$/u.exec((before ?? after)!)?.[0]);
    return sign === '>' ? WIDTH_PX >= size : WIDTH_PX <= size;
  });
  if (ranges.includes(false)) return false;
  return [...query.matchAll(new RegExp(FEATURE, 'gu'))].every(({ groups }) => {
    const size = sizeOf(groups!.size!, groups!.unit);
    return groups!.side === 'min' ? WIDTH_PX >= size : WIDTH_PX <= size;
  });
}

/** Does a media query hold for a screen of usual width? What is asked beside its kind and width is taken as given. */
export const appliesOnScreen = (media: string): boolean =>
  media.trim() === '' || media.toLowerCase().split(',').some(holds);
