import { SaxesParser } from 'saxes';
import { UnreadableSourceError } from '../../../src/model/source.js';

interface XmlHandler {
  open(name: string, attributes: Record<string, string>): void;
  close(name: string): void;
  text(text: string): void;
}

const NAMESPACE = /opendocument:xmlns:([\w-]+):1\.0$/u;
const PREFIXES: Record<string, string> = {
  drawing: 'draw',
  'xsl-fo-compatible': 'fo',
  'svg-compatible': 'svg',
  'http://www.w3.org/1999/xlink': 'xlink',
  'http://www.w3.org/1998/Math/MathML': 'math',
};

/** A name with the usual prefix of its namespace, whatever the file calls it. */
function plainName(uri: string, local: string, name: string): string {
  const space = NAMESPACE.exec(uri)?.[1] ?? uri;
  const prefix = PREFIXES[space] ?? (space === uri ? null : space);
  return prefix === null ? name : `${prefix}:${local}`;
}

const ELEMENTS_MAX = 1_000_000;
const DEPTH_MAX = 1000;

/**
 * Goes through the elements of an XML part. References that a DOCTYPE defines are not expanded: they are damage.
 *
 * @throws UnreadableSourceError odt-damaged | odt-too-large
 */
export function walkXml(xml: string, part: string, handler: XmlHandler): void {
  const parser = new SaxesParser<{ xmlns: true; position: false }>({ xmlns: true, position: false });
  let elements = 0;
  let depth = 0;
  parser.on('opentag', (tag) => {
    if (++elements > ELEMENTS_MAX || ++depth > DEPTH_MAX) {
      throw new UnreadableSourceError(
        'odt-too-large',
        `The OpenDocument file holds more than ${ELEMENTS_MAX} elements, or ${DEPTH_MAX} in each other (${part}).`,
      );
    }
    const attributes: Record<string, string> = {};
    for (const { uri, local, name, value } of Object.values(tag.attributes))
      attributes[plainName(uri, local, name)] = value;
    handler.open(plainName(tag.uri, tag.local, tag.name), attributes);
  });
  parser.on('closetag', ({ uri, local, name }) => {
    depth--;
    handler.close(plainName(uri, local, name));
  });
  parser.on('text', handler.text);
  parser.on('cdata', handler.text);
  parser.on('error', (error) => {
    throw new UnreadableSourceError(
      'odt-damaged',
      `The OpenDocument file holds broken XML (${part}): ${error.message}`,
    );
  });
  parser.write(xml).close();
}
