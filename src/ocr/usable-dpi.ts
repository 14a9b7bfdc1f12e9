/** What programs write where nobody knows. */
const UNKNOWN = 72;
/** No office scanner goes beyond. */
const MOST = 4800;

/** @returns dots per inch as a whole number; null where the file does not state any that can be meant */
export function usableDpi(stated: number | undefined): number | null {
  const dpi = Math.round(stated ?? 0);
  return dpi > UNKNOWN && dpi <= MOST ? dpi : null;
}
