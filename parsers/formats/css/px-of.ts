export const PX_PER: Record<string, number> = {
  px: 1,
  pt: 4 / 3,
  rem: 16,
  cm: 37.8,
  mm: 3.78,
  in: 96,
  pc: 16,
};
const ZERO_SIZE = /^[+-]?0*(?:\.0+)?(?:px|pt|em|rem|%|vw|vh)?$/u;
/** Characters that are moved so far into each other can't be told apart. */
export const OVERLAP_PX = 4;

export const isZero = (value: string): boolean => value !== '' && ZERO_SIZE.test(value);

/** A length in pixels, where its unit is known. */
export const pxOf = (value: string | undefined): number | null => {
  const { size, unit } =
    /^(?<size>-?[\d.]+)(?<unit>px|pt|r?em|cm|mm|in|pc)$/u.exec(value ?? '')?.groups ?? {};
  if (size === undefined) return null;
  return Number(size) * (unit === 'em' ? 16 : PX_PER[unit!]!);
};
