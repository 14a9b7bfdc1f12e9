import { PLAIN_LOOK } from './text-look.js';

export type Destination =
  | 'text'
  | 'skip'
  | 'field'
  | 'shape'
  | 'picture'
  | 'fonts'
  | 'colors'
  | 'styles'
  | 'list-number'
  | 'upr';

/** What a group inherits from the one around it, and gives back at its end. */
export interface GroupState {
  destination: Destination;
  /** `\*` was the last word. */
  starred: boolean;
  /** `\ucN`: how many characters stand for those who can't read `\uN`. */
  fallback: number;
  font: number;
  style: number;
  /** 0 outside tables. */
  level: number;
  inTable: boolean;
  nestedRow: boolean;
  hidden: boolean;
  deleted: boolean;
  struck: boolean;
  raised: boolean;
  /** Numbers of the table of colours, and half points. */
  color: number;
  fill: number;
  size: number;
  scale: number;
  /** A story of its own begins with this group. */
  opens: 'note' | 'text-box' | null;
}

export const FIRST_STATE: GroupState = {
  destination: 'text',
  starred: false,
  fallback: 1,
  font: -1,
  style: 0,
  level: 0,
  inTable: false,
  nestedRow: false,
  hidden: false,
  deleted: false,
  ...PLAIN_LOOK,
  opens: null,
};
