import { describe, expect, it } from 'vitest';
import { characterVariants } from '../../../parsers/lookups/character-variants.js';
import { templates } from '../../../parsers/templates/index.js';
import type { Grid } from '../../model/parsed-document.js';
import { drawTable } from '../../testing/draw-table.js';
import { readDrawing } from '../../testing/read-drawing.js';

const { rows, columns } = templates
  .find((t) => t.id === 'ogi-2021')!
  .tables.find((t) => t.id === 'applications')!.groups[0]!;

/** Table 三 of 5 requests, all answered; one figure is wrong. */
const figures = (id: string): string[] =>
  id === 'granted'
    ? ['3', '0', '0', '0', '0', '0', '5']
    : ['newlyReceived', 'totalProcessed'].includes(id)
      ? ['5', '0', '0', '0', '0', '0', '5']
      : columns.map(() => '0');

const read = (
  change: (line: string, id: string) => string = (line) => line,
  layout: Grid['layout'] = 'rectangle',
  heading = columns.map(({ label }) => label).join(' | '),
) => {
  const lines = rows.map(({ id, labelPath }) =>
    change(`${labelPath.at(-1)} | ${figures(id).join(' | ')}`, id),
  );
  const { tables, issues } = readDrawing(
    drawTable([`项目 | ${heading}`, ...lines].join('\n'), layout),
    { templates, characterVariants },
    2023,
  );
  const verdicts = issues.filter(({ code }) => ['source-inconsistent', 'reading-in-doubt'].includes(code));
  return { cell: tables.applications!.granted!.naturalPerson!, verdicts };
};

describe('whose fault a failed sum is', () => {
  it('the source’s, where place and label agree on every cell of it', () => {
    const { cell, verdicts } = read();
    expect(cell).toMatchObject({ value: 3, confidence: 'suspect', suggested: { value: 5 } });
    expect(cell.flags).toContain('source-inconsistent');
    expect(verdicts.map(({ code }) => code)).toEqual(['source-inconsistent']);
    expect(verdicts[0]!.message).toContain('row-total/granted');
  });

  it.each([
    [
      'a row lost its label',
      (line: string, id: string) => (id === 'granted' ? line.replace(/^[^|]*/, ' ') : line),
      'label-missing',
    ],
    [
      'a row is misprinted',
      (line: string, id: string) => (id === 'granted' ? line.replace('予以公开', '予以公幵') : line),
      'label-fuzzy',
    ],
  ])('in doubt, where %s', (_, change, reason) => {
    const { cell, verdicts } = read(change);
    expect(cell.confidence).toBe('suspect');
    expect(cell.flags).not.toContain('source-inconsistent');
    expect(verdicts.find(({ code }) => code === 'reading-in-doubt')?.message).toContain(reason);
  });

  it('in doubt, where no heading names the columns', () => {
    const { cell, verdicts } = read(undefined, 'ragged', '');
    expect(cell.flags).not.toContain('source-inconsistent');
    expect(verdicts.map(({ code }) => code)).toEqual(['reading-in-doubt']);
    expect(verdicts[0]!.message).toContain('column-unlabelled');
  });

  it('nobody’s, where the sums hold', () => {
    expect(read((line, id) => (id === 'granted' ? line.replace('3 |', '5 |') : line)).verdicts).toEqual([]);
  });
});
