import type { Platform } from '../model/platform.js';

/** The platforms all of whose signs are on the page, with the names of the signs. Several may share a page. */
export function recognisePlatforms(
  platforms: readonly Platform[],
  source: string,
  url: string,
): { platform: Platform; signs: string[] }[] {
  return platforms
    .filter(
      ({ signs }) =>
        signs.length > 0 && signs.every((sign) => sign.pattern.test(sign.in === 'url' ? url : source)),
    )
    .map((platform) => ({ platform, signs: platform.signs.map(({ name }) => name) }));
}
