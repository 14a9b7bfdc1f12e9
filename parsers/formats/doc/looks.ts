import type { OfficeLook } from '../office-html/office-block.js';
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
  struck: boolean;
  raised: boolean;
  /** White, or too small to be seen. */
  faint: boolean;
  /** Half points; 0 where nothing says it. */
  size: number;
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
    struck: false,
    raised: false,
    faint: false,
    size: 0,
  };
  for (const sprm of sprms) {
    const { code, operand } = sprm;
    setDrawing(look, sprm);
    if (code === SPRM.charVanish) look.hidden = toggled(sprm);
    else if (code === SPRM.charDeleted) look.deleted = isOn(sprm);
    else if (code === SPRM.charSpecial) look.special = isOn(sprm);
    else if (code === SPRM.charFieldData) look.fieldData = isOn(sprm);
    else if (code === SPRM.charSymbol) look.symbol = String.fromCharCode(signedAt(operand, 2, 2) & 0xffff);
    else if (code === SPRM.charPicture) look.picture = signedAt(operand, 0, 4) >>> 0;
    else if (code === SPRM.charStyle) {
      const style = styles[signedAt(operand, 0, 2)];
      if (style?.character.some((own) => own.code === SPRM.charVanish && isOn(own))) look.hidden = true;
      for (const own of style?.character ?? []) setDrawing(look, own);
    }
  }
  return look;
}

/** White among the colours that have a number, and as a colour. */
const WHITE_INDEX = 8;
const WHITE = 0x00ffffff;
/** One point: nobody reads it. */
const SIZE_MIN = 2;

/** Takes what a change says of how characters are drawn. */
function setDrawing(look: CharacterLook, sprm: Sprm): void {
  const { code, operand } = sprm;
  if (code === SPRM.charStrike || code === SPRM.charDoubleStrike) look.struck = toggled(sprm) ?? look.struck;
  else if (code === SPRM.charRaised) look.raised = operand[0] === 1 || operand[0] === 2;
  else if (code === SPRM.charPosition) look.raised = signedAt(operand, 0, 2) !== 0;
  else if (code === SPRM.charColorIndex) look.faint = operand[0] === WHITE_INDEX;
  else if (code === SPRM.charColor) look.faint = signedAt(operand, 0, 4) >>> 0 === WHITE;
  else if (code === SPRM.charSize) {
    look.size = signedAt(operand, 0, 2) & 0xffff;
    if (look.size <= SIZE_MIN) look.faint = true;
  }
}

/** The looks of characters, as they are written down. */
export const looksOf = ({ struck, raised, faint }: CharacterLook): OfficeLook[] => [
  ...(struck ? (['struck'] as const) : []),
  ...(raised ? (['raised'] as const) : []),
  ...(faint ? (['faint'] as const) : []),
];

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
