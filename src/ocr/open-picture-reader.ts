import PQueue from 'p-queue';
import type { LineReading, PictureReader, Raster } from '../model/picture-reader.js';
import { UnreadableSourceError } from '../model/source.js';
import { loadPackages } from './load-packages.js';
import { openPicture } from './open-picture.js';
import { openRecogniser } from './open-recogniser.js';
import { rotateRaster } from './rotate-raster.js';

/**
 * Loads the model: some 60 MB, once a process.
 *
 * @throws UnreadableSourceError `ocr-not-installed`, `ocr-failed`
 */
export async function openPictureReader(): Promise<PictureReader> {
  const packages = await loadPackages();
  const recognise = await openRecogniser(packages).catch((cause: unknown) => {
    if (cause instanceof UnreadableSourceError) throw cause;
    throw new UnreadableSourceError('ocr-failed', "The model that reads pictures can't be loaded.", {
      cause,
    });
  });
  const queue = new PQueue({ concurrency: 1 });
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => queue.add(task) as Promise<T>;
  return {
    open: (bytes) => inTurn(() => openPicture(bytes, packages)),
    readLines: (lines: readonly Raster[]): Promise<LineReading[]> => inTurn(() => recognise(lines)),
    rotate: (picture, degrees) => inTurn(() => rotateRaster(picture, degrees, packages)),
  };
}
