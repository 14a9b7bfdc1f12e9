import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PDFDocument } from 'pdf-lib';
import { withFolder } from '../program/with-folder.js';

type Printer = 'chromium' | 'libreoffice';

const commandOf = (printer: Printer, folder: string, source: string): [string, string[]] =>
  printer === 'chromium'
    ? [
        'chromium',
        [
          '--headless',
          '--no-sandbox',
          '--disable-gpu',
          '--no-pdf-header-footer',
          '--disable-pdf-tagging',
          `--print-to-pdf=${join(folder, 'page.pdf')}`,
          pathToFileURL(source).href,
        ],
      ]
    : ['soffice', ['--headless', '--convert-to', 'pdf', '--outdir', folder, source]];

/** One face of one family: Chromium embeds a font for every 256 glyphs of each. */
const printStyle = `<style>
@page { size: A4; margin: 24mm 20mm }
* { font-family: "Noto Sans CJK SC" !important; font-weight: 400 !important }
table { border-collapse: collapse; width: 100% }
</style>
</head>`;

/** Packs the printed objects; what is drawn stays as the program drew it. */
const packed = async (pdf: Uint8Array): Promise<Uint8Array> =>
  (await PDFDocument.load(pdf, { updateMetadata: false })).save({ useObjectStreams: true });

/** Prints HTML or DOCX as a person would; null if the program is not installed. @throws when it fails */
export const printDocument = (
  printer: Printer,
  bytes: Uint8Array,
  suffix: string,
): Promise<Uint8Array | null> =>
  withFolder((folder) => {
    const source = join(folder, `page${suffix}`);
    const html = new TextDecoder().decode(bytes).replace('</head>', printStyle);
    writeFileSync(source, suffix === '.html' ? html : bytes);
    const [command, args] = commandOf(printer, folder, source);
    const run = spawnSync(command, args, { encoding: 'utf8', timeout: 120_000 });
    if (run.error && 'code' in run.error && run.error.code === 'ENOENT') return null;
    const made = join(folder, 'page.pdf');
    if (run.status !== 0 || !existsSync(made)) throw new Error(`${command} failed: ${run.stderr}`);
    return packed(new Uint8Array(readFileSync(made)));
  });
