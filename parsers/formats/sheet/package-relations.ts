import { posix } from 'node:path';
import { SaxesParser } from 'saxes';
import { decodeXml } from '../zip-package/decode-xml.js';

/** An element as it opens, without the prefix of its name; of its attributes the prefixes are kept. */
export interface OpenedElement {
  name: string;
  attributes: Record<string, string>;
}

const plain = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Goes through the elements of a part. Stops where the XML is broken: what was met before stands.
 * Texts are given to the element that they stand in directly.
 */
export function walkPart(
  bytes: Uint8Array | undefined,
  handler: { open(element: OpenedElement): void; close?(name: string): void; text?(text: string): void },
): void {
  if (bytes === undefined) return;
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  parser.on('opentag', ({ name, attributes }) => handler.open({ name: plain(name), attributes }));
  parser.on('closetag', ({ name }) => handler.close?.(plain(name)));
  parser.on('text', (text) => handler.text?.(text));
  parser.on('error', (error) => {
    throw error;
  });
  try {
    parser.write(decodeXml(bytes)).close();
  } catch {
    // A drawing that can't be read has no pictures; the cells are read all the same.
  }
}

/** An attribute by its name without a prefix. */
export const attributeIn = ({ attributes }: OpenedElement, name: string): string | undefined =>
  Object.entries(attributes).find(([key]) => plain(key) === name)?.[1];

interface Relation {
  id: string;
  /** The last word of its type: `drawing`, `image`. */
  type: string;
  /** The name of the part; null where it lies outside of the file. */
  part: string | null;
}

/** What a part of an Office package refers to. @param name of the part, without a slash before it */
export function relationsOf(parts: ReadonlyMap<string, Uint8Array>, name: string): Relation[] {
  const found: Relation[] = [];
  const { dir, base } = posix.parse(name);
  walkPart(parts.get(posix.join(dir, '_rels', `${base}.rels`)), {
    open(element) {
      if (element.name !== 'Relationship') return;
      const { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode } = element.attributes;
      const near = target.startsWith('/') ? target.slice(1) : posix.join(dir, target);
      found.push({ id, type: posix.basename(type), part: mode === 'External' ? null : near });
    },
  });
  return found;
}
