import {
  DeletedTextRun,
  Document,
  Footer,
  FootnoteReferenceRun,
  InsertedTextRun,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  SimpleField,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';

const change = { id: 1, author: '甲', date: '2020-01-01T00:00:00Z' };

const cell = (twips: number, ...children: (Paragraph | Table)[]): TableCell =>
  new TableCell({ width: { size: twips, type: WidthType.DXA }, children });
const text = (value: string): Paragraph => new Paragraph(value);

const table = (columnWidths: number[], ...rows: TableCell[][]): Table =>
  new Table({ columnWidths, rows: rows.map((children) => new TableRow({ children })) });

/** A document with what is not printed, or not part of the body: what of it a format reads, its tests say. */
export const oddDocument = async (): Promise<Uint8Array> => {
  const document = new Document({
    footnotes: { 1: { children: [text('脚注七。')] } },
    numbering: {
      config: [
        { reference: 'list', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', start: 5 }] },
      ],
    },
    sections: [
      {
        footers: {
          default: new Footer({
            children: [
              new Paragraph({ children: [new TextRun({ children: ['第', PageNumber.CURRENT, '页'] })] }),
            ],
          }),
        },
        children: [
          new Paragraph({
            children: [
              new TextRun('收到12'),
              new DeletedTextRun({ ...change, text: '34' }),
              new InsertedTextRun({ ...change, text: '5件' }),
              new TextRun({ text: '隐藏67', vanish: true }),
              new TextRun('，共'),
              new SimpleField('PAGE', '8'),
              new TextRun('件'),
              new FootnoteReferenceRun(1),
              new TextRun({ text: '换行', break: 1 }),
            ],
          }),
          new Paragraph({ text: '编号的段落', numbering: { reference: 'list', level: 0 } }),
          table(
            [3000, 3000, 3000],
            [
              cell(3000, text('外左')),
              cell(
                3000,
                text('内表之前'),
                table([1000, 1000], [cell(1000, text('内1')), cell(1000, text('内2'))]),
                text('内表之后'),
              ),
              cell(3000, text('甲'), text('乙')),
            ],
            [cell(3000, text('下左')), cell(3000, text('')), cell(3000, text('９'))],
          ),
          text('结尾。'),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
};
