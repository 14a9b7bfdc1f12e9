/**
 * Grey of a coloured picture: every pixel as light as its lightest channel, so that a red seal over a figure all but vanishes.
 *
 * @param pixels `channels` bytes a pixel; more than three are not looked at
 * @param grey where one byte a pixel is written, from `from` on
 */
export function lightestChannel(
  pixels: Uint8Array | Uint8ClampedArray,
  channels: number,
  grey: Uint8Array,
  from: number,
): void {
  if (channels < 3) {
    for (let at = 0, to = from; at < pixels.length; at += channels, to++) grey[to] = pixels[at]!;
    return;
  }
  for (let at = 0, to = from; at < pixels.length; at += channels, to++) {
    grey[to] = Math.max(pixels[at]!, pixels[at + 1]!, pixels[at + 2]!);
  }
}
