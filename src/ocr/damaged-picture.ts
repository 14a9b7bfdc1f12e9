import { UnreadableSourceError } from '../model/source.js';

/** A page of A3 at 600 dots an inch has 70 million pixels. */
export const PIXELS_MAX = 120_000_000;

export function tooLarge(): UnreadableSourceError {
  return new UnreadableSourceError(
    'picture-too-large',
    `The picture has more than ${PIXELS_MAX / 1_000_000} million pixels.`,
  );
}

export function damaged(cause?: unknown): UnreadableSourceError {
  const why = cause instanceof Error ? `: ${cause.message.split('\n', 1)[0]!.trim()}` : '';
  return new UnreadableSourceError('picture-damaged', `The picture can't be read${why}`, { cause });
}
