import { SaxesParser } from 'saxes';
import { UnreadableSourceError } from '../../../src/model/source.js';
import { decodeXml } from '../zip-package/decode-xml.js';

/** An element without its prefix: writers bind the namespace to `ofd:`, to other prefixes, or to none. */
export interface Element {
  name: string;
  attributes: Map<string, string>;
  children: Element[];
  /** The text that stands in it directly. */
  text: string;
}

const ELEMENTS_MAX = 500_000;
const DEPTH_MAX = 200;

const plain = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Reads a part as a tree. References that a DOCTYPE defines are not expanded: they are damage.
 *
 * @throws UnreadableSourceError ofd-damaged | ofd-too-large
 */
export function readXml(bytes: Uint8Array, part: string): Element {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  const top: Element = { name: '', attributes: new Map(), children: [], text: '' };
  const open: Element[] = [top];
  let elements = 0;
  parser.on('opentag', ({ name, attributes }) => {
    if (++elements > ELEMENTS_MAX || open.length > DEPTH_MAX) {
      throw new UnreadableSourceError(
        'ofd-too-large',
        `The OFD file holds more than ${ELEMENTS_MAX} elements, or ${DEPTH_MAX} in each other (${part}).`,
      );
    }
    const named = new Map(Object.entries(attributes).map(([key, value]) => [plain(key), value]));
    const element: Element = { name: plain(name), attributes: named, children: [], text: '' };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  const addText = (text: string): void => {
    open.at(-1)!.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('error', (error) => {
    throw new UnreadableSourceError(
      'ofd-damaged',
      `The OFD file holds broken XML (${part}): ${error.message}`,
    );
  });
  parser.write(decodeXml(bytes)).close();
  return top.children[0] ?? top;
}

export const childrenOf = (element: Element | undefined, name: string): Element[] =>
  element?.children.filter((child) => child.name === name) ?? [];

export const childOf = (element: Element | undefined, name: string): Element | undefined =>
  element?.children.find((child) => child.name === name);

/** The numbers of an attribute or a text; what is none is left out. */
export const numbersOf = (text: string | undefined): number[] =>
  (text ?? '')
    .trim()
    .split(/[\s,]+/u)
    .filter((word) => word !== '')
    .map(Number)
    .filter(Number.isFinite);

export const numberOf = (text: string | undefined): number | undefined => numbersOf(text)[0];
