import { type Command, Option } from 'commander';
import { type ConvertOptions, TIMEOUT_MS } from '../convert/run/open-converter.js';
import { OCR_MODES, type OcrMode, PAGES_MAX } from '../model/reading-aids.js';
import { wholeNumber } from './whole-number.js';

/** What the commands that convert have in common. */
export interface ReadingFlags {
  ocr: OcrMode;
  maxPages: number;
  timeout: number;
}

const PAGES_ALLOWED = 100_000;

/** Options of how far the reading of one input may go. */
export function addReadingOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--ocr <mode>',
        'recognise pictures of text: auto (where no text can be taken), never, or always (also to check text)',
      )
        .choices(OCR_MODES)
        .default('auto'),
    )
    .option('--max-pages <n>', 'read no more pages of an input', wholeNumber(PAGES_ALLOWED), PAGES_MAX)
    .option(
      '--timeout <seconds>',
      'give up on an input that takes longer',
      wholeNumber(86_400),
      TIMEOUT_MS / 1000,
    );
}

export const converterOptions = ({ ocr, maxPages, timeout }: ReadingFlags): ConvertOptions => ({
  ...{ ocr, pagesMax: maxPages, timeoutMs: 1000 * timeout },
});
