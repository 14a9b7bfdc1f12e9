import type yauzl from 'yauzl';
import { UnreadableSourceError } from '../model/source.js';

const MEMBERS_MAX = 20_000;
/** As large as an input of its own may be. */
const MEMBER_BYTES_MAX = 256 * 1024 * 1024;
const TOTAL_BYTES_MAX = 2 * 1024 * 1024 * 1024;
const RATIO_MAX = 200;
/** Below this, a high ratio is only a repetitive document. */
const RATIO_BYTES_MIN = 10 * 1024 * 1024;

const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`;

/** What an archive and the archives in it may still unpack to. Members can share their packed bytes, so all together are counted too. */
export class ZipBudget {
  #members = 0;
  #bytesLeft: number;

  constructor(archiveBytes: number) {
    this.#bytesLeft = Math.min(TOTAL_BYTES_MAX, Math.max(RATIO_BYTES_MIN, archiveBytes * RATIO_MAX));
  }

  /** @throws UnreadableSourceError `zip-too-large`: the archive has to be left here */
  takeMember(): void {
    this.#members++;
    if (this.#members > MEMBERS_MAX)
      throw new UnreadableSourceError('zip-too-large', `the archive holds more than ${MEMBERS_MAX} files`);
  }

  /** Why a member is not unpacked at all, by what it claims of itself; null if nothing speaks against it. */
  judgeClaim({ compressedSize, uncompressedSize }: yauzl.Entry): string | null {
    if (uncompressedSize > MEMBER_BYTES_MAX) return `it unpacks to more than ${megabytes(MEMBER_BYTES_MAX)}`;
    const ratio = uncompressedSize / Math.max(compressedSize, 1);
    return uncompressedSize > RATIO_BYTES_MIN && ratio > RATIO_MAX
      ? `it is packed ${Math.round(ratio)} times`
      : null;
  }

  /** @throws UnreadableSourceError `zip-too-large` where all that was unpacked is too much */
  takeBytes(count: number): void {
    this.#bytesLeft -= count;
    if (this.#bytesLeft < 0)
      throw new UnreadableSourceError('zip-too-large', 'the archive unpacks to far more than reports take');
  }
}
