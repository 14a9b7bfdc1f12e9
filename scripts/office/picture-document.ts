import {
  Document,
  HorizontalPositionAlign,
  HorizontalPositionRelativeFrom,
  ImageRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  TextWrappingType,
  VerticalPositionRelativeFrom,
  WidthType,
} from 'docx';
import { pictureOfTable } from './picture-table.js';

const size = { width: 400, height: 194 };

/** A picture in the line, as if it were a character. */
const inline = async (first: number): Promise<ImageRun> =>
  new ImageRun({ type: 'png', data: await pictureOfTable(first), transformation: size });

/** A picture that hangs beside the paragraph which it is anchored in. */
const floating = async (first: number): Promise<ImageRun> =>
  new ImageRun({
    type: 'png',
    data: await pictureOfTable(first),
    transformation: size,
    floating: {
      horizontalPosition: {
        relative: HorizontalPositionRelativeFrom.MARGIN,
        align: HorizontalPositionAlign.CENTER,
      },
      verticalPosition: { relative: VerticalPositionRelativeFrom.PARAGRAPH, offset: 200_000 },
      wrap: { type: TextWrappingType.TOP_AND_BOTTOM },
    },
  });

const cell = (...children: Paragraph[]): TableCell =>
  new TableCell({ width: { size: 4000, type: WidthType.DXA }, children });

/** A document with pictures of tables in all the ways that word processors hold them: in a line, beside the text, in a cell. */
export async function pictureDocument(): Promise<Uint8Array> {
  const document = new Document({
    sections: [
      {
        children: [
          new Paragraph('The first words.'),
          new Paragraph({ children: [await inline(23)] }),
          new Paragraph('Between two pictures.'),
          new Paragraph({ children: [new TextRun('With a picture beside it.'), await floating(31)] }),
          new Paragraph('Before the table.'),
          new Table({
            columnWidths: [4000, 4000],
            rows: [
              new TableRow({
                children: [cell(new Paragraph('甲')), cell(new Paragraph({ children: [await inline(47)] }))],
              }),
              new TableRow({ children: [cell(new Paragraph('乙')), cell(new Paragraph('3'))] }),
            ],
          }),
          new Paragraph('And the last 7.'),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
