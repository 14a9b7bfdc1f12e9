const DIGITS = 3;

/** Figures as they are kept: numbers of a measurement with three digits, whole numbers as they are. */
export const rounded = <T>(value: T): T =>
  JSON.parse(
    JSON.stringify(value, (_, part: unknown) =>
      typeof part === 'number' && !Number.isInteger(part) ? Number(part.toPrecision(DIGITS)) : part,
    ),
  );
