import type { CellAddress } from './template.js';

/** A cell's address within its table as one text: "granted.total". */
export const addressKey = ({ row, column }: CellAddress): string => `${row}.${column}`;
