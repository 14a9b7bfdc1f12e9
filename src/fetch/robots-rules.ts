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
  // Decodes a byte order mark away; what is no UTF-8 can only be in comments and in paths that never match.
  const whole = new TextDecoder('utf-8').decode(body);
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
