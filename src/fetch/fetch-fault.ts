import type { FetchState } from '../model/fetch.js';

/** Why a request ended without a whole answer: one named state, and words for a person. */
export class FetchFault extends Error {
  override readonly name = 'FetchFault';

  constructor(
    readonly state: FetchState,
    message: string,
  ) {
    super(message);
  }
}
