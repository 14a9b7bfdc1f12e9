import type { Style } from './read-styles.js';
import { type CellShape, rowShape } from './row-shape.js';
import { SPRM, type Sprm, signedAt } from './sprms.js';

/** What is read of the properties of characters. */
export interface CharacterLook {
  /** null: as the paragraph's style says. */
  hidden: boolean | null;
  deleted: boolean;
  /** A character that stands for something else: a picture, a mark of a note. */
  special: boolean;
  /** The data of a form field or link, which only looks like a picture. */
  fieldData: boolean;
  /** A character of another font, printed in place of this one. */
  symbol: string | null;
  /** Where the picture that it stands for is in the stream of data. */
  picture: number | null;
}

/** What is read of the properties of a paragraph. */
export interface ParagraphLook {
  /** 0 outside of tables, 2 inside a table in a cell. */
  depth: number;
  /** Of tables inside tables: its end is the end of a cell, or of a row. The outermost have a character of their own. */
  innerCellEnd: boolean;
  innerRowEnd: boolean;
  rowEnd: boolean;
  headingLevel: number | null;
  hidden: boolean;
  /** Word prints a number before it that is not in the text. */
  numbered: boolean;
  shape: CellShape[] | null;
}

type Styles = readonly (Style | undefined)[];

const TITLE = 62;
const DEPTH_MAX = 20;
const HEADINGS_MAX = 6;

const isOn = ({ operand }: Sprm): boolean => operand[0] === 1;

/** 0x80: as the style says; 0x81: the other way round, and styles are hardly ever hidden. */
function toggled({ operand }: Sprm): boolean | null {
  if (operand[0] === 0x80) return null;
  return operand[0] === 1 || operand[0] === 0x81;
}

/** The look that property changes give to characters. */
export function characterLook(sprms: readonly Sprm[], styles: Styles): CharacterLook {
  const look: CharacterLook = {
    hidden: null,
    deleted: false,
    special: false,
    fieldData: false,
    symbol: null,
    picture: null,
  };
  for (const sprm of sprms) {
    const { code, operand } = sprm;
    if (code === SPRM.charVanish) look.hidden = toggled(sprm);
    else if (code === SPRM.charDeleted) look.deleted = isOn(sprm);
    else if (code === SPRM.charSpecial) look.special = isOn(sprm);
    else if (code === SPRM.charFieldData) look.fieldData = isOn(sprm);
    else if (code === SPRM.charSymbol) look.symbol = String.fromCharCode(signedAt(operand, 2, 2) & 0xffff);
    else if (code === SPRM.charPicture) look.picture = signedAt(operand, 0, 4) >>> 0;
    else if (code === SPRM.charStyle) {
      const style = styles[signedAt(operand, 0, 2)];
      if (style?.character.some((own) => own.code === SPRM.charVanish && isOn(own))) look.hidden = true;
    }
  }
  return look;
}

function headingOf(style: Style | undefined): number | null {
  if (style === undefined) return null;
  if (style.builtIn === TITLE) return 1;
  return style.builtIn >= 1 && style.builtIn <= HEADINGS_MAX ? style.builtIn : null;
}

/** The look that a style and the changes beside it give to a paragraph. */
export function paragraphLook(styleNumber: number, own: readonly Sprm[], styles: Styles): ParagraphLook {
  const style = styles[styleNumber];
  let inTable = false;
  let depth = 0;
  const look = { innerCellEnd: false, innerRowEnd: false, rowEnd: false, numbered: false };
  for (const sprm of [...(style?.paragraph ?? []), ...own]) {
    const { code, operand } = sprm;
    if (code === SPRM.paraInTable) inTable = isOn(sprm);
    else if (code === SPRM.paraRowEnd) look.rowEnd = isOn(sprm);
    else if (code === SPRM.paraDepth) depth = signedAt(operand, 0, 4);
    else if (code === SPRM.paraDepthChange) depth += signedAt(operand, 0, 4);
    else if (code === SPRM.paraInnerCell) look.innerCellEnd = isOn(sprm);
    else if (code === SPRM.paraInnerRowEnd) look.innerRowEnd = isOn(sprm);
    else if (code === SPRM.paraList) look.numbered = signedAt(operand, 0, 2) !== 0;
  }
  return {
    ...look,
    depth: Math.min(Math.max(depth, inTable ? 1 : 0), DEPTH_MAX),
    headingLevel: headingOf(style),
    hidden: style?.character.some((sprm) => sprm.code === SPRM.charVanish && isOn(sprm)) ?? false,
    shape: rowShape(own),
  };
}
