const PLACEABLE = [0xd7, 0xcd, 0xc6, 0x9a];
const WINDOWS = [0x01, 0x00, 0x09, 0x00];
const ENHANCED = [0x01, 0x00, 0x00, 0x00];
const ENHANCED_SIGNATURE_AT = 40;
const ENHANCED_SIGNATURE = [0x20, 0x45, 0x4d, 0x46];

/** Is it a metafile (WMF, EMF): the commands of a drawing, and no dots? */
export function isMetafile(bytes: Uint8Array): boolean {
  const has = (signature: readonly number[], from = 0) =>
    signature.every((byte, index) => bytes[from + index] === byte);
  return has(PLACEABLE) || has(WINDOWS) || (has(ENHANCED) && has(ENHANCED_SIGNATURE, ENHANCED_SIGNATURE_AT));
}
