import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { characterVariants } from '../parsers/lookups/character-variants.js';
import { documentWords } from '../parsers/lookups/document-words.js';
import { makeDocument, type Recipe } from '../scripts/synthesise/document.js';
import { carriers } from '../scripts/synthesise/render/index.js';
import type { Truth } from '../scripts/synthesise/truth.js';
import { type Conversion, convert, reportRecordSchema } from './index.js';
import type { ReportRecord } from './model/report-record.js';
import { amount } from './testing/amount.js';
import { foldText } from './words/fold-text.js';
import { foldLabel, makeFolder } from './words/label-text.js';
import { parseCell } from './words/parse-cell.js';

fc.configureGlobal({ seed: 20_240_131 });

const uri = 'drawn';

/** What must be true of every conversion, whatever came in: a record that keeps the schema, or a failure with a reason. */
function expectWhole({ records, failure }: Conversion): void {
  expect(failure?.code).not.toBe('internal-error');
  expect(records.length > 0).toBe(failure === null);
  for (const record of records) {
    expect(reportRecordSchema.safeParse(record).error).toBeUndefined();
    expect(JSON.parse(JSON.stringify(record))).toEqual(record);
  }
}

const encode = (text: string) => new TextEncoder().encode(text);
const ascii = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0));

describe('any bytes', () => {
  it('give a record or a failure, never an exception', async () => {
    const beginnings = [
      '',
      '%PDF-1.4\n',
      'PK\x03\x04',
      '<html><table><tr><td>',
      '\xef\xbb\xbf',
      '\xff\xfe',
      '|',
      '\xd0\xcf\x11\xe0',
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...beginnings),
        fc.uint8Array({ maxLength: 600 }),
        async (start, rest) => {
          expectWhole(await convert({ uri, bytes: Uint8Array.from([...ascii(start), ...rest]) }));
        },
      ),
      { numRuns: amount(40, 400) },
    );
  });

  it('that are markup and words of the forms', async () => {
    const word = fc.constantFrom(
      '<table>',
      '</table>',
      '<tr>',
      '<td>',
      '<td rowspan=99999 colspan=-3>',
      '</td>',
      '<p>',
      '<!--',
      '&#0;',
      '&nbsp;',
      '|',
      '||',
      '\t',
      '\n',
      '一、',
      '二、主动公开政府信息情况',
      '三、本年度办理结果',
      '（一）予以公开',
      '自然人',
      '总计',
      '规章',
      '行政许可',
      '结果维持',
      '2021年',
      '政府信息公开工作年度报告',
      '0',
      '12',
      '-3',
      '1,362',
      '6181万元',
      '713000074',
      '—',
      '无',
      '其他',
      '。',
      '条',
      '统计指标',
      '单位',
      '2.重复申请',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 120 }), async (words) => {
        expectWhole(await convert({ uri, bytes: encode(words.join('')) }));
      }),
      { numRuns: amount(40, 400) },
    );
  });
});

const recipe = (carrier: string, more: Partial<Recipe> = {}): Recipe => ({
  form: 'ogi-2021',
  carrier,
  seed: 4711,
  scale: 'some',
  ...more,
});

/** One change of a text: a piece cut out, doubled, moved or written over. */
const change = fc.record({
  kind: fc.constantFrom('cut', 'double', 'move', 'write'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 1, max: 80 }),
  to: fc.double({ min: 0, max: 1, noNaN: true }),
  text: fc.constantFrom(
    '7',
    '|',
    '\n',
    '\t',
    ' ',
    '<',
    '>',
    '</td>',
    '<table>',
    '"',
    '\0',
    '\ufffd',
    '\u200b',
    '总计',
    '其他',
    '3.',
    '-',
  ),
});

function mutate<T>(
  items: T[],
  changes: { kind: string; at: number; length: number; to: number }[],
  written: (i: number) => T[],
): T[] {
  let out = [...items];
  changes.forEach(({ kind, at, length, to }, i) => {
    const start = Math.floor(at * out.length);
    const piece = out.slice(start, start + length);
    const target = Math.floor(to * out.length);
    if (kind === 'double') out = [...out.slice(0, target), ...piece, ...out.slice(target)];
    else if (kind === 'write') out = [...out.slice(0, start), ...written(i), ...out.slice(start + 1)];
    else {
      out = [...out.slice(0, start), ...out.slice(start + length)];
      if (kind === 'move') out.splice(Math.min(target, out.length), 0, ...piece);
    }
  });
  return out;
}

const textCarriers = [
  'html-clean',
  'html-word',
  'pipe-trailing',
  'pipe-broken-at-blanks',
  'tab-word',
  'markdown-blank-spans',
  'spaces',
  'glued',
  'lines',
];

describe('a damaged report', () => {
  it('with characters or lines lost, doubled, moved or overwritten is a record', async () => {
    const texts = await Promise.all(
      textCarriers.map(async (carrier) =>
        new TextDecoder().decode((await makeDocument(recipe(carrier), 'x')).bytes),
      ),
    );
    const damage = fc.record({
      text: fc.constantFrom(...texts),
      lines: fc.boolean(),
      changes: fc.array(change, { minLength: 1, maxLength: 8 }),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ text, lines, changes }) => {
        const separator = lines ? '\n' : '';
        const damaged = mutate(text.split(separator), changes, (i) => [changes[i]!.text]).join(separator);
        expectWhole(await convert({ uri, bytes: encode(damaged) }));
      }),
      { numRuns: amount(12, 150) },
    );
  });

  it('with bytes lost, doubled, moved or overwritten is a record or a failure', async () => {
    const files = await Promise.all(
      ['html-clean', 'pipe-trailing', 'docx-plain', 'pdf-plain'].map(
        async (carrier) => (await makeDocument(recipe(carrier, { form: 'ogi-2019' }), 'x')).bytes,
      ),
    );
    const damage = fc.record({
      file: fc.constantFrom(...files),
      bytes: fc.uint8Array({ minLength: 8, maxLength: 8 }),
      changes: fc.array(change, { minLength: 1, maxLength: 5 }),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ file, bytes, changes }) => {
        const damaged = mutate([...file], changes, (i) => [bytes[i]!]);
        expectWhole(await convert({ uri, bytes: Uint8Array.from(damaged) }));
      }),
      { numRuns: amount(8, 80) },
    );
  });
});

describe('the same bytes', () => {
  it.each(['html-word', 'pipe-broken-at-blanks', 'glued', 'docx-headings', 'pdf-plain'])(
    'as %s give the same record',
    async (carrier) => {
      const { bytes } = await makeDocument(recipe(carrier), 'x');
      const first = await convert({ uri, bytes: Uint8Array.from(bytes) });
      const second = await convert({ uri, bytes: Uint8Array.from(bytes) });
      expect(JSON.stringify(second)).toBe(JSON.stringify(first));
    },
  );

  it('from two places differ only in saying where', async () => {
    const { bytes } = await makeDocument(recipe('html-clean'), 'x');
    const here = await convert({ uri: 'here', bytes, fetchedAt: '2026-01-31T02:00:00Z' });
    const there = await convert({ uri: 'there', bytes });
    const plain = (conversion: Conversion) =>
      conversion.records.map((record) => ({
        ...record,
        source: { ...record.source, uri: '', fetchedAt: '' },
      }));
    expect(plain(here)).toEqual(plain(there));
  });
});

/** Values under `verified` or `read` that differ from the truth. */
function silentErrors(record: ReportRecord, truth: Truth): string[] {
  return Object.entries(record.tables).flatMap(([table, rows]) =>
    Object.entries(rows).flatMap(([row, columns]) =>
      Object.entries(columns).flatMap(([column, { value, confidence }]) => {
        const want = truth.tables[table as keyof Truth['tables']]?.[row]?.[column];
        if ((confidence !== 'verified' && confidence !== 'read') || value === want) return [];
        return [`${table}.${row}.${column}: ${value} ${confidence}, printed ${want}`];
      }),
    ),
  );
}

/** Carriers in which an empty cell leaves no trace. */
const TRACELESS = /^(?:lines|spaces|glued)/u;

describe.each([
  ['ogi-2019', 'few', 0],
  ['ogi-2021', 'many', 0],
  ['ogi-2021', 'some', 0.4],
] as const)('the same %s report (%s requests, blanks %d)', (form, scale, blankShare) => {
  it.each(carriers.filter(({ name }) => blankShare === 0 || !TRACELESS.test(name)).map(({ name }) => name))(
    'as %s holds no number that contradicts what was printed',
    async (carrier) => {
      const style = { zero: '0', blankShare, amount: 'wan-in-cell' } as const;
      const { bytes, truth } = await makeDocument({ form, scale, carrier, seed: 20_240_131, style }, 'x');
      const { records, failure } = await convert({ uri, bytes });
      expect(failure).toBeNull();
      expect(records).toHaveLength(1);
      expect(silentErrors(records[0]!, truth)).toEqual([]);
      expect(records[0]!.summary.verified).toBeGreaterThan(0);
    },
  );
});

describe('cleaning', () => {
  const fold = makeFolder(characterVariants);
  const alphabet = fc.constantFrom(
    '(jī)',
    '（gou）',
    ...'一二三、（）().,，．：:；。/ \t\n\u00a0\u3000\u200b\u00ad１２3456７890－-—−其中总计公开政府信息規範開⼈⽂“”%',
  );
  const text = fc.array(alphabet, { maxLength: 40 }).map((characters) => characters.join(''));

  it('a label twice is cleaning it once', () => {
    fc.assert(
      fc.property(text, (label) => {
        const once = fold(label);
        expect(fold(once)).toBe(once);
        const { core } = foldLabel(label, fold);
        expect(foldLabel(core, fold).core).toBe(core);
      }),
      { numRuns: 1000 },
    );
  });

  it('running text twice is cleaning it once, and knows where each character stood', () => {
    fc.assert(
      fc.property(text, (prose) => {
        const once = foldText(prose, documentWords.characterFolds);
        expect(foldText(once.text, documentWords.characterFolds).text).toBe(once.text);
        expect(once.sourceAt).toHaveLength(once.text.length);
        once.sourceAt.forEach((at, i) => {
          if (/[0-9A-Za-z]/u.test(once.text[i]!)) expect(prose[at]!.normalize('NFKC')).toBe(once.text[i]);
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('a cell is reading its number again', () => {
    const cell = fc.array(fc.constantFrom(...'0123456789０１,.-+ —无减增元万件（）其中修订'), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(cell, (characters) => {
        const reading = parseCell(characters.join(''));
        if (reading.kind !== 'number') return;
        expect(parseCell(reading.digits)).toMatchObject({ kind: 'number', value: reading.value, flags: [] });
      }),
      { numRuns: 2000 },
    );
  });
});
