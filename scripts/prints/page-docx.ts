import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  type IBorderOptions,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Page, PrintedBlock } from '../synthesise/printed.js';
import { blankBefore, bodyOf } from './break-at-row.js';
import { type DrawnCell, type DrawnTable, drawSpans, type Side } from './draw-spans.js';
import { narrowed } from './page-html.js';
import { type PrintPlan, paperSizes } from './print-plan.js';

const TWIPS = 20;
const none: IBorderOptions = { style: BorderStyle.NONE, size: 0 };
const line = (style: IBorderOptions['style'], size = 4, color = '000000'): IBorderOptions => ({
  style,
  size,
  color,
});

/** Word has no separate borders: white cells on a dark table become thick lines. */
const lineOf: Record<PrintPlan['border'], IBorderOptions> = {
  solid: line(BorderStyle.SINGLE),
  double: line(BorderStyle.DOUBLE),
  dashed: line(BorderStyle.DASHED),
  dotted: line(BorderStyle.DOTTED, 8),
  coloured: line(BorderStyle.SINGLE, 6, '9DC3E6'),
  thick: line(BorderStyle.SINGLE, 18),
  background: line(BorderStyle.TRIPLE),
  shaded: line(BorderStyle.SINGLE),
  horizontal: line(BorderStyle.SINGLE),
  vertical: line(BorderStyle.SINGLE),
  none,
  zebra: none,
};

const bordersOf = (cell: DrawnCell, table: DrawnTable, plan: PrintPlan) => {
  const isHead = cell.row < table.headRows;
  const isLast = cell.row + cell.rowSpan === table.rows.length;
  const sideOf = (side: Side): IBorderOptions => {
    const isUpright = side === 'left' || side === 'right';
    if (cell.open.includes(side)) return none;
    if (plan.border === 'horizontal' && isUpright) return none;
    if (plan.border === 'vertical' && !isUpright) {
      const isOuter = (side === 'top' && cell.row <= table.headRows) || (side === 'bottom' && isLast);
      return isHead || isOuter ? lineOf.vertical : none;
    }
    return lineOf[plan.border];
  };
  return { top: sideOf('top'), right: sideOf('right'), bottom: sideOf('bottom'), left: sideOf('left') };
};

const fillOf = ({ row }: DrawnCell, { border }: PrintPlan): string | undefined => {
  if (border === 'shaded' && row % 2 === 0) return 'DDE8F4';
  return border === 'zebra' && row % 2 === 1 ? 'EEF3EA' : undefined;
};

const run = (text: string, plan: PrintPlan, size: number): TextRun =>
  new TextRun({ text, size: Math.round(size * 2), font: plan.font });

const tableDocx = (table: DrawnTable, plan: PrintPlan): Table => {
  const sum = table.widths.reduce((total, width) => total + width, 0);
  const width = bodyOf(plan).width * TWIPS;
  const columnWidths = table.widths.map((part) => Math.floor((part * width) / sum));
  const cellDocx = (cell: DrawnCell): TableCell => {
    const fill = fillOf(cell, plan);
    const twips = columnWidths
      .slice(cell.column, cell.column + cell.colSpan)
      .reduce((total, part) => total + part, 0);
    return new TableCell({
      columnSpan: cell.colSpan,
      rowSpan: cell.rowSpan,
      width: { size: twips, type: WidthType.DXA },
      borders: bordersOf(cell, table, plan),
      verticalAlign: plan.align === 'top' ? VerticalAlignTable.TOP : VerticalAlignTable.CENTER,
      ...(fill ? { shading: { type: ShadingType.CLEAR, fill, color: 'auto' } } : {}),
      children: cell.text
        .split('\n')
        .map(
          (text) =>
            new Paragraph({ alignment: AlignmentType.CENTER, children: [run(text, plan, plan.tableSize)] }),
        ),
    });
  };
  return new Table({
    width: { size: Math.floor(width), type: WidthType.DXA },
    columnWidths,
    ...(plan.isNarrow ? { layout: TableLayoutType.FIXED } : {}),
    margins: { left: 60, right: 60, top: 20, bottom: 20 },
    rows: table.rows.map(
      (row, index) =>
        new TableRow({
          cantSplit: !plan.cutsRows,
          tableHeader: plan.repeatsHeads && index < table.headRows,
          children: row.map(cellDocx),
        }),
    ),
  });
};

const textDocx = (
  block: Exclude<PrintedBlock, { kind: 'table' | 'hidden' }>,
  plan: PrintPlan,
  startsPage: boolean,
): Paragraph => {
  const isCentred = block.kind === 'title' || block.kind === 'byline';
  const size = block.kind === 'title' ? plan.textSize * 1.4 : plan.textSize;
  return new Paragraph({
    pageBreakBefore: startsPage,
    keepNext: block.kind === 'heading',
    alignment: isCentred ? AlignmentType.CENTER : AlignmentType.BOTH,
    spacing: { line: 360, before: 60, after: 60 },
    ...(block.kind === 'paragraph' ? { indent: { firstLine: Math.round(2 * plan.textSize * TWIPS) } } : {}),
    children: [run(block.text, plan, size)],
  });
};

/** A paragraph as high as the blank; Word sets lines of at most 1,584 points. */
const blankDocx = (points: number): Paragraph[] =>
  points < 1
    ? []
    : [
        new Paragraph({
          spacing: { line: Math.round(Math.min(points, 1500) * TWIPS), lineRule: LineRuleType.EXACT },
        }),
      ];

const furnitureDocx = (plan: PrintPlan, title: string): Pick<ISectionOptions, 'headers' | 'footers'> => {
  if (plan.furniture === 'none') return {};
  const centred = (children: ConstructorParameters<typeof TextRun>[0] & object): Paragraph =>
    new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun(children)] });
  const number =
    plan.furniture === 'number'
      ? [PageNumber.CURRENT]
      : plan.furniture === 'counted'
        ? ['第 ', PageNumber.CURRENT, ' 页 共 ', PageNumber.TOTAL_PAGES, ' 页']
        : ['— ', PageNumber.CURRENT, ' —'];
  return {
    footers: { default: new Footer({ children: [centred({ size: 16, children: number })] }) },
    ...(plan.furniture === 'running'
      ? { headers: { default: new Header({ children: [centred({ size: 16, text: title })] }) } }
      : {}),
  };
};

/** A page as DOCX for LibreOffice. Text in two columns has sections of its own. */
export async function pageDocx(page: Page, plan: PrintPlan): Promise<Uint8Array> {
  const title = page.blocks.flatMap((block) => (block.kind === 'title' ? [block.text] : []))[0] ?? '';
  const [width, height] = paperSizes[plan.paper].map((points) => Math.round(points * TWIPS)) as [
    number,
    number,
  ];
  const margin = plan.margin * TWIPS;
  // The writer of DOCX exchanges the sides of a page that lies.
  const isWide = width > height;
  const size = isWide
    ? { width: height, height: width, orientation: PageOrientation.LANDSCAPE }
    : { width, height };
  const far = Math.max(0, margin - 18 * TWIPS);
  const properties = {
    type: SectionType.CONTINUOUS,
    page: {
      size,
      margin: { top: margin, right: margin, bottom: margin, left: margin, header: far, footer: far },
    },
  };
  const sections: { columns: 1 | 2; children: (Paragraph | Table)[] }[] = [];
  const add = (columns: 1 | 2, ...children: (Paragraph | Table)[]): void => {
    const last = sections.at(-1);
    if (last?.columns === columns) last.children.push(...children);
    else sections.push({ columns, children });
  };
  page.blocks.forEach((block, index) => {
    if (block.kind === 'hidden') return;
    if (block.kind === 'table') {
      if (block.table.id === 'applications') add(1, ...blankDocx(blankBefore(block.table, plan)));
      add(1, tableDocx(drawSpans(narrowed(block.table, plan), plan.spans), plan), new Paragraph(''));
      return;
    }
    const next = page.blocks[index + 1];
    const isProse = block.kind === 'paragraph' || block.kind === 'byline';
    const startsPage = block.kind === 'heading' && next?.kind === 'table' && next.table.id === 'applications';
    add(isProse ? plan.proseColumns : 1, textDocx(block, plan, startsPage));
  });
  const document = new Document({
    sections: sections.map(({ columns, children }) => ({
      properties: { ...properties, column: { count: columns, space: 480 } },
      ...furnitureDocx(plan, title),
      children,
    })),
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
