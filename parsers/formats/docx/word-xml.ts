import { SaxesParser } from 'saxes';
import { UnreadableSourceError } from '../../../src/model/source.js';

export interface XmlElement {
  /** With the usual prefix of its namespace, whatever the file calls it. */
  name: string;
  attributes: Record<string, string>;
  children: XmlNode[];
}

export type XmlNode = XmlElement | string;

const DEPTH_MAX = 1000;

/** Namespaces by their usual prefixes; each has a name of the first edition and one of the strict one. */
const NAMESPACES: Record<string, string[]> = {
  w: [
    'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
    'http://purl.oclc.org/ooxml/wordprocessingml/main',
  ],
  r: [
    'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
    'http://purl.oclc.org/ooxml/officeDocument/relationships',
  ],
  wp: [
    'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
    'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing',
  ],
  a: ['http://schemas.openxmlformats.org/drawingml/2006/main', 'http://purl.oclc.org/ooxml/drawingml/main'],
  pic: [
    'http://schemas.openxmlformats.org/drawingml/2006/picture',
    'http://purl.oclc.org/ooxml/drawingml/picture',
  ],
  m: [
    'http://schemas.openxmlformats.org/officeDocument/2006/math',
    'http://purl.oclc.org/ooxml/officeDocument/math',
  ],
  mc: ['http://schemas.openxmlformats.org/markup-compatibility/2006'],
  v: ['urn:schemas-microsoft-com:vml'],
  o: ['urn:schemas-microsoft-com:office:office'],
  w10: ['urn:schemas-microsoft-com:office:word'],
  w14: ['http://schemas.microsoft.com/office/word/2010/wordml'],
  wps: ['http://schemas.microsoft.com/office/word/2010/wordprocessingShape'],
};
const PREFIX_OF = new Map(
  Object.entries(NAMESPACES).flatMap(([prefix, uris]) => uris.map((uri) => [uri, prefix])),
);
/** Everything of namespaces that nobody reads. */
const OTHER = 'x';

const REFERENCES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const CONTROLS = /[\0-\x08\x0b\x0c\x0e-\x1f]/gu;
const escaped = (text: string): string =>
  text.replace(CONTROLS, '').replace(/[&<>"]/gu, (char) => REFERENCES[char]!);

/**
 * Reads a part of a Word file into a tree, by namespaces. What is broken in it is passed over, as far as it goes.
 *
 * @throws UnreadableSourceError docx-damaged | docx-too-large
 */
export function parseWordXml(xml: string, part: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const open: XmlElement[] = [{ name: '#root', attributes: {}, children: [] }];
  const nameOf = (uri: string, local: string) =>
    uri === '' ? local : `${PREFIX_OF.get(uri) ?? OTHER}:${local}`;
  parser.on('opentag', (tag) => {
    if (open.length > DEPTH_MAX)
      throw new UnreadableSourceError(
        'docx-too-large',
        `The Word file nests more than ${DEPTH_MAX} elements (${part}).`,
      );
    const attributes: Record<string, string> = {};
    for (const { uri, local, prefix, value } of Object.values(tag.attributes))
      if (prefix !== 'xmlns' && local !== 'xmlns')
        attributes[prefix === 'xml' ? `xml:${local}` : nameOf(uri, local)] = value;
    const element: XmlElement = { name: nameOf(tag.uri, tag.local), attributes, children: [] };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    if (open.length > 1) open.pop();
  });
  const text = (added: string) => open.at(-1)!.children.push(added);
  parser.on('text', text);
  parser.on('cdata', text);
  // Broken references and the like: what mammoth took is taken.
  parser.on('error', () => {});
  parser.write(xml).close();
  const root = open[0]!.children.find((child) => typeof child !== 'string');
  if (root === undefined)
    throw new UnreadableSourceError('docx-damaged', `The Word file holds broken XML (${part}).`);
  return root as XmlElement;
}

/** Writes a tree with the usual prefixes. */
export function writeWordXml(root: XmlElement): string {
  const declared = Object.entries(NAMESPACES).map(([prefix, [uri]]) => ` xmlns:${prefix}="${uri}"`);
  const parts: string[] = ['<?xml version="1.0" encoding="UTF-8"?>'];
  const write = (node: XmlNode, extra = '') => {
    if (typeof node === 'string') {
      parts.push(escaped(node));
      return;
    }
    parts.push(`<${node.name}${extra}`);
    for (const [name, value] of Object.entries(node.attributes)) parts.push(` ${name}="${escaped(value)}"`);
    parts.push('>');
    for (const child of node.children) write(child);
    parts.push(`</${node.name}>`);
  };
  write(root, `${declared.join('')} xmlns:${OTHER}="urn:other"`);
  return parts.join('');
}

export const elementsOf = (element: XmlElement | undefined): XmlElement[] =>
  (element?.children ?? []).filter((child): child is XmlElement => typeof child !== 'string');

export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  elementsOf(element).find((child) => child.name === name);

/** The text of all elements of a name below one. */
export function wordText(root: XmlElement, names: readonly string[]): string {
  const texts: string[] = [];
  const stack: XmlElement[] = [root];
  while (stack.length > 0) {
    const element = stack.pop()!;
    if (names.includes(element.name))
      texts.push(element.children.filter((child) => typeof child === 'string').join(''));
    for (const child of elementsOf(element).reverse()) stack.push(child);
  }
  return texts.join('');
}

/** The nearest elements of a name below one. */
export function findElements(root: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  const stack: XmlElement[] = [...elementsOf(root)].reverse();
  while (stack.length > 0) {
    const element = stack.pop()!;
    if (element.name === name) found.push(element);
    else for (const child of elementsOf(element).reverse()) stack.push(child);
  }
  return found;
}
