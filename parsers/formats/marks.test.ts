import { describe, expect, it } from 'vitest';
import { convertBundle } from '../../src/convert/pipeline.js';
import type { Cell } from '../../src/model/report-record.js';
import { type DrawnLook, type DrawnRun, drawnCarriers } from '../../src/testing/draw-carriers.js';
import { loadKnowledge } from '../index.js';

const knowledge = loadKnowledge();

/** What of a cell is the number 4526, and what beside it is no part of it. */
const kinds: Record<string, { look: DrawnLook | null; runs: DrawnRun[]; flag: string }> = {
  'struck before': {
    look: 'struck',
    runs: [{ text: '4562', look: 'struck' }, { text: '4526' }],
    flag: 'struck-out',
  },
  'struck behind': {
    look: 'struck',
    runs: [{ text: '4526' }, { text: '91', look: 'struck' }],
    flag: 'struck-out',
  },
  'struck by a style that inherits it': {
    look: 'struck-by-style',
    runs: [{ text: '4562', look: 'struck-by-style' }, { text: '4526' }],
    flag: 'struck-out',
  },
  'only struck': { look: 'struck', runs: [{ text: '4562', look: 'struck' }], flag: 'struck-out' },
  'raised mark': {
    look: 'raised',
    runs: [{ text: '4526' }, { text: '1', look: 'raised' }],
    flag: 'raised-mark',
  },
  'raised mark in brackets': {
    look: 'raised',
    runs: [{ text: '4526' }, { text: '[2]', look: 'raised' }],
    flag: 'raised-mark',
  },
  'raised mark before': {
    look: 'raised',
    runs: [{ text: '1', look: 'raised' }, { text: '4526' }],
    flag: 'raised-mark',
  },
  'small mark': {
    look: 'small',
    runs: [{ text: '4526' }, { text: '1', look: 'small' }],
    flag: 'raised-mark',
  },
  'hidden digit': { look: 'hidden', runs: [{ text: '9', look: 'hidden' }, { text: '4526' }], flag: 'hidden' },
  'hidden by a style': {
    look: 'hidden-by-style',
    runs: [{ text: '9', look: 'hidden-by-style' }, { text: '4526' }],
    flag: 'hidden',
  },
  'only hidden': { look: 'hidden', runs: [{ text: '9', look: 'hidden' }], flag: 'hidden' },
  'white digit': { look: 'white', runs: [{ text: '9', look: 'white' }, { text: '4526' }], flag: 'hidden' },
  'turned digits': { look: 'turned', runs: [{ text: '6254', look: 'turned' }], flag: 'several-readings' },
  formula: { look: 'formula', runs: [{ text: '4526', look: 'formula' }], flag: 'not-read' },
  'part formula': {
    look: 'formula',
    runs: [{ text: '45' }, { text: '26', look: 'formula' }],
    flag: 'not-read',
  },
  'figure twice': { look: 'twice', runs: [{ text: '4526', look: 'twice' }], flag: 'several-readings' },
  'circled mark': { look: null, runs: [{ text: '4526①' }], flag: 'raised-mark' },
  'circled mark before': { look: null, runs: [{ text: '②4526' }], flag: 'raised-mark' },
  'mark in brackets': { look: null, runs: [{ text: '4526[1]' }], flag: 'raised-mark' },
  'star, ※, †': { look: null, runs: [{ text: '4526*※†' }], flag: 'raised-mark' },
  'raised character': { look: null, runs: [{ text: '4526²' }], flag: 'raised-mark' },
  'line of characters': {
    look: null,
    runs: [{ text: '4\u03365\u03366\u03362\u03364526' }],
    flag: 'struck-out',
  },
  'turned by a sign': { look: null, runs: [{ text: '\u202e6254\u202c' }], flag: 'several-readings' },
};

async function cellsOf(
  uri: string,
  bytes: Uint8Array,
): Promise<{ permits: Cell; penalties: Cell; issues: string[] }> {
  const { records, failure } = await convertBundle({ files: [{ uri, bytes }] }, knowledge);
  expect(failure).toBeNull();
  const table = records[0]!.tables.proactive!;
  return {
    permits: table.administrativeLicensing!.decisions!,
    penalties: table.administrativePenalty!.decisions!,
    issues: records[0]!.issues.map(({ code }) => code),
  };
}

describe.each(Object.entries(drawnCarriers))(
  'what the layout knows of a figure, in %s',
  (uri, { draw, looks }) => {
    it('leaves a plain figure as it is', async () => {
      const { permits, issues } = await cellsOf(uri, draw([{ text: '4526' }]));
      expect(permits).toMatchObject({ value: 4526, raw: '4526', confidence: 'read', flags: [] });
      expect(issues).not.toContain('marks-set-aside');
    });

    const shown = Object.entries(kinds).filter(([, { look }]) => look === null || looks.includes(look));
    it.each(shown)('%s', async (_, { runs, flag }) => {
      const { permits, penalties } = await cellsOf(uri, draw(runs));
      expect(permits.confidence).toBe('suspect');
      expect([
        4526,
        ...(flag === 'several-readings' || flag === 'not-read' ? [6254, 45, 45264526] : []),
        null,
      ]).toContain(permits.value);
      expect(permits.flags).toContain(flag);
      // Its neighbours are none the worse for it.
      expect(penalties).toMatchObject({ value: 318, confidence: 'read', flags: [] });
    });
  },
);

it('keeps in `raw` what was set aside', async () => {
  const { draw } = drawnCarriers['a.html']!;
  const { permits, issues } = await cellsOf(
    'a.html',
    draw([{ text: '4562', look: 'struck' }, { text: '4526' }, { text: '1', look: 'raised' }]),
  );
  expect(permits).toMatchObject({ value: 4526, raw: '456245261' });
  expect(issues).toContain('marks-set-aside');
});
