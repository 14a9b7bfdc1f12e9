import type { TableCells } from '../../src/model/report-record.js';
import type { TableName } from '../synthesise/printed.js';
import { truthOfTable } from './cases.js';
import { type DocumentOptions, makeCase, readCase } from './damage-documents.js';
import { FITTED, gradeCase } from './damage-fits.js';

const MARKS: Record<string, string> = { verified: '', read: "'", suspect: '?', blank: '_', missing: '#' };

/** One line a row: what the record says, and `<n` behind it where the truth is another. */
const rowLines = (cells: TableCells, truth: ReturnType<typeof truthOfTable>): string[] =>
  Object.entries(cells).map(([row, columns]) => {
    const texts = Object.entries(columns).map(([column, { value, confidence, suggested }]) => {
      const want = truth.get(`${row}.${column}`);
      const proposal = suggested ? `!${suggested.value}` : '';
      const wanted = (value ?? '') === (want ?? '') ? '' : `<${want === '' ? '_' : want}`;
      return `${value ?? ''}${MARKS[confidence]}${proposal}${wanted}`;
    });
    return `  ${row.padEnd(30)}${texts.map((text) => text.padStart(10)).join('')}`;
  });

/**
 * One case made again: the tables of the record as lines. Behind a number: nothing verified, ' read, ? suspect, _ blank,
 * # missing; `!n` is suggested, `<n` is the truth where it is another.
 */
export const showCase = async (name: string, options: DocumentOptions): Promise<string[]> => {
  const [index, carrier, damage] = name.split(':') as [string, string, string];
  if (carrier === FITTED) {
    return gradeCase(options.seed, Number(index), damage).flatMap(({ report, table, cells, checks }) => [
      `${table} (${report.form})`,
      ...rowLines(cells, truthOfTable(report, table)),
      ...checks.map((check) => `  fails: ${check}`),
    ]);
  }
  const bench = await makeCase(Number(index), carrier, damage, options);
  const record = await readCase(bench.rendered);
  const tables = (Object.keys(bench.report.tables) as TableName[]).filter(
    (table) => bench.table === null || bench.table === table,
  );
  const isText = !/^(docx|pdf)/.test(carrier);
  return [
    ...tables.flatMap((table) => [
      `${table} (${bench.report.form}), hit: ${[...bench.hit].slice(0, 20).join(' ')}`,
      ...rowLines(record?.tables[table] ?? {}, truthOfTable(bench.report, table)),
    ]),
    ...(record?.checks ?? [])
      .filter(({ status }) => status === 'fail')
      .map(({ id, left, right }) => `  fails: ${id} ${left} ${right}`),
    ...(record?.issues ?? []).map(({ code, message }) => `  issue: ${code} ${message}`),
    ...(isText ? [new TextDecoder().decode(bench.rendered.bytes)] : []),
  ];
};
