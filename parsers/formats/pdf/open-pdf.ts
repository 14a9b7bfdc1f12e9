import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { PDFParse } from 'pdf-parse';
import { PDFDataRangeTransport, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { UnreadableSourceError } from '../../../src/model/source.js';
import { withTrailer } from './with-trailer.js';

/** A report is 5 to 60 pages and a few MB; scans reach 100 MB. Above this the bytes alone strain a laptop. */
const BYTES_MAX = 300 * 1024 * 1024;

/**
 * Images are never decoded (text needs none, and decoders are where hostile files bite). Four pixels stay allowed:
 * some producers stretch a one-pixel image into a line.
 */
const NO_IMAGES = 4;
/** Where pages are rendered to be recognised, images up to this size are decoded: A3 at 600 dots per inch has 70 million pixels. */
export const RENDERED_IMAGE_MAX = 72_000_000;

export interface OpenedPdf {
  document: PDFDocumentProxy;
  close: () => Promise<void>;
  /** The file had lost its end: what stood there is missing. */
  isRebuilt: boolean;
}

/**
 * pdfjs reads character maps and substitute font metrics from folders. They must be file system paths that end in a
 * separator: otherwise fonts that are not embedded yield empty text without any error.
 */
function dataFolder(name: string): string {
  const require = createRequire(import.meta.url);
  return join(dirname(require.resolve('pdfjs-dist/package.json')), name) + sep;
}

/** `load` is private in pdf-parse's types, but it is the one door to the pdfjs document behind its text-only methods. */
function loadDocument(parser: PDFParse): Promise<PDFDocumentProxy> {
  return (parser as unknown as { load(): Promise<PDFDocumentProxy> }).load();
}

/** Gives pdfjs the parts of a file that it asks for. */
class FileParts extends PDFDataRangeTransport {
  readonly #bytes: Uint8Array;
  #isClosed = false;

  constructor(bytes: Uint8Array) {
    super(bytes.length, null);
    this.#bytes = bytes;
  }

  override requestDataRange(begin: number, end: number): void {
    // Who asks is ready for the answer only after this has returned.
    queueMicrotask(() => {
      if (!this.#isClosed) this.onDataRange(begin, this.#bytes.slice(begin, end));
    });
  }

  override abort(): void {
    this.#isClosed = true;
  }
}

interface OpenOptions {
  /** Images with more pixels are left out; by default all are. */
  imagePixelsMax?: number;
  /** Copies only those parts of the file that are looked at, and keeps them until it is closed. Slower where all are. */
  isPartly?: boolean;
}

/**
 * Opens a PDF. The bytes are copied: pdfjs takes over the array that it is given. A file that has lost its end, and with it the
 * word where its pages begin, gets that word back.
 * @throws UnreadableSourceError `pdf-encrypted`, `pdf-damaged` or `pdf-too-large`.
 */
export async function openPdf(bytes: Uint8Array, options: OpenOptions = {}): Promise<OpenedPdf> {
  if (bytes.length > BYTES_MAX)
    throw new UnreadableSourceError(
      'pdf-too-large',
      `The PDF has ${bytes.length} bytes; at most ${BYTES_MAX} are read.`,
    );
  try {
    return { ...(await openWhole(bytes, options)), isRebuilt: false };
  } catch (error) {
    const rebuilt = isDamage(error) ? withTrailer(bytes) : null;
    if (rebuilt === null) throw error;
    return { ...(await openWhole(rebuilt, options)), isRebuilt: true };
  }
}

const isDamage = (error: unknown): boolean =>
  error instanceof UnreadableSourceError && error.code === 'pdf-damaged';

async function openWhole(bytes: Uint8Array, options: OpenOptions): Promise<Omit<OpenedPdf, 'isRebuilt'>> {
  const parser = new PDFParse({
    ...(options.isPartly
      ? { range: new FileParts(bytes), disableAutoFetch: true, disableStream: true }
      : { data: bytes.slice() }),
    cMapUrl: dataFolder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: dataFolder('standard_fonts'),
    wasmUrl: dataFolder('wasm'),
    useSystemFonts: false,
    // Tells which character codes a font really maps: see readPage.
    fontExtraProperties: true,
    isEvalSupported: false,
    enableXfa: false,
    maxImageSize: options.imagePixelsMax ?? NO_IMAGES,
    // No warnings on the console of whoever calls the library.
    verbosity: 0,
  });
  const close = async () => {
    await parser.destroy();
  };
  try {
    const document = await loadDocument(parser);
    if (!Number.isInteger(document.numPages) || document.numPages < 1)
      throw new Error('the document has no pages');
    return { document, close };
  } catch (error) {
    await close().catch(() => undefined);
    throw unreadable(error);
  }
}

function unreadable(error: unknown): UnreadableSourceError {
  const cause = error instanceof Error ? error : new Error(String(error));
  if (cause.name === 'PasswordException')
    return new UnreadableSourceError('pdf-encrypted', 'The PDF is locked: opening it needs a password.', {
      cause,
    });
  return new UnreadableSourceError('pdf-damaged', `The PDF can't be opened: ${cause.message}`, { cause });
}
