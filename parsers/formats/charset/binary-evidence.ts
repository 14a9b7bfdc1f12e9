/** Bytes looked at: a binary file shows itself early, and text does not turn binary half way. */
const SAMPLE_BYTES = 256 * 1024;
const CONTROL_SHARE_MAX = 0.02;
const ZERO_SHARE_MAX = 0.005;
const UTF16_SHARE_MIN = 0.7;

const isTextControl = (byte: number): boolean =>
  (byte >= 0x09 && byte <= 0x0d) || byte === 0x1a || byte === 0x1b;

/** True when NULs or control characters say that the bytes are no text in a charset that extends ASCII. */
export function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  let zeros = 0;
  let controls = 0;
  for (const byte of sample) {
    if (byte === 0) zeros++;
    else if ((byte < 0x20 && !isTextControl(byte)) || byte === 0x7f) controls++;
  }
  return zeros > sample.length * ZERO_SHARE_MAX || zeros + controls > sample.length * CONTROL_SHARE_MAX;
}

/** Share of 16-bit units that are what Chinese and Western pages consist of. */
function plausibleShare(bytes: Uint8Array, littleEndian: boolean): number {
  const units = Math.floor(Math.min(bytes.length, SAMPLE_BYTES) / 2);
  let plausible = 0;
  for (let i = 0; i < units; i++) {
    const first = bytes[2 * i]!;
    const second = bytes[2 * i + 1]!;
    const high = littleEndian ? second : first;
    const low = littleEndian ? first : second;
    const ascii = high === 0 && ((low >= 0x20 && low < 0x7f) || (low >= 0x09 && low <= 0x0d) || low >= 0xa0);
    const chinese = (high >= 0x4e && high <= 0x9f) || high === 0x30 || high === 0x20 || high === 0xff;
    if (ascii || chinese) plausible++;
  }
  return units === 0 ? 0 : plausible / units;
}

/**
 * UTF-16 known by where its zero bytes stand: ASCII letters and line ends have one each, always on the same side.
 * Null when the bytes hold no zero, or neither order reads as text.
 */
export function utf16Evidence(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length < 4 || !bytes.subarray(0, SAMPLE_BYTES).includes(0)) return null;
  const little = plausibleShare(bytes, true);
  const big = plausibleShare(bytes, false);
  if (Math.max(little, big) < UTF16_SHARE_MIN || little === big) return null;
  return little > big ? 'utf-16le' : 'utf-16be';
}
