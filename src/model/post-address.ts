/** What a request sends: a form or JSON, as text. */
export interface PostBody {
  type: 'form' | 'json';
  text: string;
}

/** The media type under which a body is sent. */
export const POST_TYPES: Readonly<Record<PostBody['type'], string>> = {
  form: 'application/x-www-form-urlencoded; charset=UTF-8',
  json: 'application/json; charset=UTF-8',
};

const BODY_CHARS_MAX = 2000;
const FRAGMENT = /#post-(form|json)=(.*)$/su;

/**
 * The address of a list that is asked for with POST. What is sent is a part of it, so that two questions to one endpoint are two
 * addresses for everybody who counts, keeps or compares addresses:
 *
 *     https://a.test/api/list#post-json=%7B%22page%22%3A2%7D
 *
 * No page can write one: fragments of links are dropped before anything is asked for. Null where the body is too long.
 */
export function postAddress(url: string, { type, text }: PostBody): string | null {
  return text.length > BODY_CHARS_MAX
    ? null
    : `${url.replace(/#.*$/su, '')}#post-${type}=${encodeURIComponent(text)}`;
}

/** What is sent to an address; null where it is asked for with GET. */
export function postOf(address: string): PostBody | null {
  const match = FRAGMENT.exec(address);
  if (match === null) return null;
  try {
    return { type: match[1] as PostBody['type'], text: decodeURIComponent(match[2]!) };
  } catch {
    // A percent sign that begins no character: not written by us.
    return null;
  }
}

/** The second address with what the first one sends. */
export function withPostOf(address: string, url: string): string {
  const post = postOf(address);
  return (post && postAddress(url, post)) ?? url;
}
