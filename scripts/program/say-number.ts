/** Rounded down, so that only all of them are 100 %; empty if there is no whole. */
export const sayPercent = (part: number, whole: number, digits = 2): string => {
  if (whole === 0) return '';
  const unit = 10 ** digits;
  // A little more than nothing: 29 of 100 are 28.999999999999996 % in floating point.
  return `${(Math.floor((100 * unit * part) / whole + 1e-7) / unit).toFixed(digits)} %`;
};

export const sayCount = (value: number): string => value.toLocaleString('en-US');

export const saySeconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
