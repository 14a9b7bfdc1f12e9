/**
 * A site must be able to write robots.txt rules for the crawler, and to write to its owner: a product name in
 * front, and an address of the web or of mail somewhere.
 *
 * @throws {RangeError} with words for a person
 */
export function checkUserAgent(text: string): void {
  if (!/^[\x20-\x7e]+$/u.test(text))
    throw new RangeError('the User-Agent must be plain ASCII, and not empty');
  if (!/^[a-z_-]+/iu.test(text))
    throw new RangeError(`the User-Agent begins with a product name, not: ${text}`);
  if (!/https?:\/\/\S+\.\S+|[^\s@]+@[^\s@]+\.[^\s@]+/u.test(text))
    throw new RangeError(
      `the User-Agent names a contact (https://… or an e-mail address), not only: ${text}`,
    );
}
