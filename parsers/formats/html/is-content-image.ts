import { attributeOf, type HtmlElement } from './html-tree.js';

const SMALL_IMAGE_MAX = 100;
const DECORATION =
  /icon|logo|ewm|qrcode|erweima|spacer|blank|arrow|button|btn|banner|share|line|dot|pixel|\.gif(?:$|\?)/i;

/** A picture that stands in the page itself: its address is its bytes, and no name. */
const isHeld = (src: string): boolean => /^\s*data:/iu.test(src);

/** Images of the page's own decoration are no content: small ones, and those whose names say so. */
export function isContentImage(image: HtmlElement): boolean {
  const sizes = [attributeOf(image, 'width'), attributeOf(image, 'height')];
  const style = attributeOf(image, 'style') ?? '';
  sizes.push(
    ...(style.match(/(?:^|[;\s])(?:width|height)\s*:\s*\d+(?:\.\d+)?(?:px)?(?=\s*(?:;|$))/gi) ?? []),
  );
  const small = sizes.some((size) => {
    const pixels = Number.parseFloat(size?.replace(/^.*:/s, '') ?? '');
    return !Number.isNaN(pixels) && !size!.includes('%') && pixels <= SMALL_IMAGE_MAX;
  });
  const src = attributeOf(image, 'src') ?? '';
  return !small && (isHeld(src) || !DECORATION.test(src));
}
