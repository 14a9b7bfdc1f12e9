import type { FactFrame } from '../model/prose-words.js';

/** The fact that counts this subject, these slices of it and no others, in this unit. */
export function frameOf(
  frames: readonly FactFrame[],
  subject: string,
  slices: readonly string[],
  unit: string,
): FactFrame | null {
  return (
    frames.find(
      (frame) =>
        frame.subject === subject &&
        frame.units.includes(unit) &&
        frame.slices.every((name) => slices.includes(name)) &&
        slices.every((name) => frame.slices.includes(name) || frame.optional?.includes(name)),
    ) ?? null
  );
}
