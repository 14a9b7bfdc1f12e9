/** Knowledge of the world that the machine is handed as data. The lists live in `parsers/lookups/`. */

/** One administrative division of GB/T 2260. `path` runs from the province down to the division itself. */
export interface DivisionEntry {
  code: string;
  name: string;
  path: string[];
}
