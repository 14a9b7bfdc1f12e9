import { SaxesParser } from 'saxes';
import { UnreadableSourceError } from '../../../src/model/source.js';

interface XmlHandler {
  open(name: string, attributes: Record<string, string>): void;
  close(name: string): void;
  text(text: string): void;
}

const ELEMENTS_MAX = 1_000_000;
const DEPTH_MAX = 1000;

/**
 * Goes through the elements of an XML part. References that a DOCTYPE defines are not expanded: they are damage.
 *
 * @throws UnreadableSourceError odt-damaged | odt-too-large
 */
export function walkXml(xml: string, part: string, handler: XmlHandler): void {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  let elements = 0;
  let depth = 0;
  parser.on('opentag', ({ name, attributes }) => {
    if (++elements > ELEMENTS_MAX || ++depth > DEPTH_MAX) {
      throw new UnreadableSourceError(
        'odt-too-large',
        `The OpenDocument file holds more than ${ELEMENTS_MAX} elements, or ${DEPTH_MAX} in each other (${part}).`,
      );
    }
    handler.open(name, attributes);
  });
  parser.on('closetag', ({ name }) => {
    depth--;
    handler.close(name);
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
