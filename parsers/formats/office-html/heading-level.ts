const HEADING = /^(?:标题|heading)\s*([1-6])$/i;

/** The level of a heading style, by its name in Word, WPS and their Chinese editions; null for any other style. */
export function headingLevelOf(styleName: string): number | null {
  const name = styleName.trim();
  if (name === '标题' || name.toLowerCase() === 'title') return 1;
  const level = HEADING.exec(name)?.[1];
  return level === undefined ? null : Number(level);
}
