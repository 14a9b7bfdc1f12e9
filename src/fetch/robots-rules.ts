import robotsParser from 'robots-parser';

interface ParsedRobots {
  isAllowed(url: string, userAgent: string): boolean | undefined;
  getMatchingLineNumber(url: string, userAgent: string): number;
  getCrawlDelay(userAgent: string): number | undefined;
  getSitemaps(): string[];
}

// The package's types name a default export; its CommonJS is the function itself.
const parse = robotsParser as unknown as (url: string, text: string) => ParsedRobots;

/** Matching costs as much as the file is long, for each character of a path: a trap must not hold up the run. */
const COST_MAX = 200_000_000;

export interface RobotsRules {
  /** Why the rules deny a URL, or null. */
  denies(url: URL): string | null;
  /** Milliseconds. */
  crawlDelayMs: number | null;
  sitemaps: readonly string[];
}

/** The product token of a User-Agent, which is what robots.txt names a crawler by. */
export const robotsNameOf = (userAgent: string): string => /^[a-z_-]+/iu.exec(userAgent)?.[0] ?? '*';

/** Editors of Windows save as UTF-16, with its mark or without: then every second byte of ASCII is zero. */
function charsetOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0 && second !== undefined))
    return 'utf-16be';
  return 'utf-8';
}

/**
 * Reads rules. A file that was cut at the size limit loses its last line, because its end is unknown.
 *
 * @param address of the robots.txt; the rules hold for its origin alone
 */
export function parseRobots(
  address: string,
  body: Uint8Array,
  isCut: boolean,
  robotsName: string,
): RobotsRules {
  // Decodes a byte order mark away; what is in no charset of these can only be in comments and in paths that never match.
  const whole = new TextDecoder(charsetOf(body)).decode(body);
  const text = isCut ? whole.slice(0, Math.max(whole.lastIndexOf('\n'), whole.lastIndexOf('\r')) + 1) : whole;
  const parsed = parse(address, text);
  const delay = parsed.getCrawlDelay(robotsName);
  return {
    denies(url) {
      if (text.length * url.href.length > COST_MAX)
        return `${address} is too long for an address of this length`;
      if (parsed.isAllowed(url.href, robotsName) !== false) return null;
      return `${address} denies it in line ${parsed.getMatchingLineNumber(url.href, robotsName)}`;
    },
    crawlDelayMs: delay !== undefined && delay > 0 && Number.isFinite(delay) ? delay * 1000 : null,
    sitemaps: parsed.getSitemaps(),
  };
}
