import { printsBlock, scansBlock, scoreBlock } from './accuracy.js';
import { damageBlock, readDamage } from './damage.js';
import type { Figures } from './figures.js';
import { formatsBlock } from './formats.js';
import { exampleBlock, summaryBlock } from './sample-blocks.js';
import { speedBlock } from './speed.js';

/** The text of every made block, by its name. */
export const blocks: Record<string, (figures: Figures) => Promise<string> | string> = {
  summary: summaryBlock,
  example: exampleBlock,
  'accuracy-corpus': (figures) => scoreBlock(figures, 'corpus'),
  'accuracy-samples': (figures) => scoreBlock(figures, 'samples'),
  damage: () => damageBlock(readDamage()),
  formats: formatsBlock,
  prints: printsBlock,
  scans: scansBlock,
  speed: speedBlock,
};
