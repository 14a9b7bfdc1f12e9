/** A name as it is compared: half width, lower case, without white space and invisible signs. */
export function foldName(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u200b-\u200d\ufeff\u00ad]+/gu, '');
}
