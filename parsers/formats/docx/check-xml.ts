import { UnreadableSourceError } from '../../../src/model/source.js';

/** What begins with < and is no element: where it ends. */
const PASSED: [start: string, end: string][] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
];

/**
 * Checks that a part has one root element and closes what it opens. The XML reader below mammoth reports every further
 * root at a cost that grows with the square of their number: 20,000 take 9 seconds.
 *
 * @throws UnreadableSourceError docx-damaged
 */
export function checkXml(xml: string, name: string): void {
  const damaged = () =>
    new UnreadableSourceError('docx-damaged', `The Word file holds broken XML (${name}).`);
  let depth = 0;
  let roots = 0;
  let at = xml.indexOf('<');
  while (at >= 0) {
    const passed = PASSED.find(([start]) => xml.startsWith(start, at));
    const end = xml.indexOf(passed?.[1] ?? '>', at);
    if (end < 0) throw damaged();
    if (passed === undefined && xml[at + 1] === '/') depth--;
    else if (passed === undefined) {
      if (depth === 0) roots++;
      if (xml[end - 1] !== '/') depth++;
    }
    if (roots > 1 || depth < 0) throw damaged();
    at = xml.indexOf('<', end);
  }
}
