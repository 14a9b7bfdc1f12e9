import { convertWithSoffice, type Original } from './convert-with-soffice.js';
import { saveWithChromium } from './save-with-chromium.js';
import type { Target } from './targets.js';
import { packLikeWord } from './word-mhtml.js';

/** Converts reports with the program that the target names. @throws when it is not installed, or fails */
export async function convertOriginals(originals: readonly Original[], target: Target): Promise<Original[]> {
  if (target.by === 'chromium') return saveWithChromium(originals);
  if (target.by === 'packing') {
    return originals.map(({ name, bytes }) => ({
      name,
      bytes: packLikeWord(new TextDecoder().decode(bytes)),
    }));
  }
  return convertWithSoffice(originals, target);
}
