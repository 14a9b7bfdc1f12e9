import { UnreadableSourceError } from '../../../src/model/source.js';
import type { OfdPackage } from './open-ofd.js';
import { readAnnotations } from './read-annotations.js';
import { readDefinitions } from './read-definitions.js';
import { readMedia } from './read-media.js';
import { childOf, childrenOf, type Element, numbersOf } from './read-xml.js';

/** Millimetres: left, top, width, height. */
type Area = readonly [number, number, number, number];

export interface OfdPage {
  area: Area;
  /** What is drawn, in the order in which it is: templates of the page below and above its own content. */
  contents: Element[];
  /** Notes, stamps and drawings that are laid over the page, in their order. */
  annotations: Element[];
  /** The part that holds a picture or a font, by the number of its resource; undefined where there is none. */
  resourceOf(resource: string): string | undefined;
  /** What a number of the resources stands for. */
  definitionOf(resource: string): Element | undefined;
}

export interface OfdDocument {
  metadata: { name: string; value: string }[];
  /** Null is a page whose part is missing or damaged. */
  pages: (() => OfdPage | null)[];
  /** Pages whose annotations could not be found. */
  lostAnnotations: number;
}

const A4: Area = [0, 0, 210, 297];
const TEMPLATES_MAX = 20;
const INFO_LENGTH_MAX = 1000;
const INFO = ['Title', 'Author', 'Subject', 'CreationDate', 'ModDate', 'Creator', 'CreatorVersion'];

/**
 * Follows the parts from OFD.xml to the pages; pages themselves are read when they are asked for.
 * A file may hold several documents: their pages follow on each other.
 *
 * @throws UnreadableSourceError ofd-damaged | ofd-too-large
 */
export function readStructure(ofd: OfdPackage): OfdDocument {
  const entry = ofd.find('OFD.xml', '');
  const found: OfdDocument = { metadata: [], pages: [], lostAnnotations: 0 };
  for (const body of childrenOf(entry?.root, 'DocBody')) {
    for (const { name, text } of childOf(body, 'DocInfo')?.children ?? []) {
      const value = text.replace(/[\p{Cc}\p{Cf}]/gu, '').trim();
      if (INFO.includes(name) && value !== '' && value.length <= INFO_LENGTH_MAX)
        found.metadata.push({ name, value });
    }
    const location = childOf(body, 'DocRoot')?.text;
    const document = location === undefined ? undefined : ofd.find(location, '');
    if (document) addDocument(ofd, document, found);
  }
  if (found.pages.length === 0) {
    throw new UnreadableSourceError('ofd-damaged', 'The OFD file leads to no pages.');
  }
  return found;
}

function addDocument(ofd: OfdPackage, document: { name: string; root: Element }, to: OfdDocument): void {
  const { name, root } = document;
  const common = childOf(root, 'CommonData');
  const area = areaOf(childOf(common, 'PageArea')) ?? A4;
  const templates = new Map<string, () => Element | undefined>();
  for (const { attributes } of childrenOf(common, 'TemplatePage')) {
    const location = attributes.get('BaseLoc');
    if (location !== undefined)
      templates.set(
        attributes.get('ID') ?? '',
        once(() => ofd.find(location, name)?.root),
      );
  }
  const lists = ['PublicRes', 'DocumentRes'];
  const media = once(() => readMedia(ofd, name, common, lists));
  const definitions = once(() => readDefinitions(ofd, name, common, lists));
  const annotations = readAnnotations(ofd, document);
  to.lostAnnotations += annotations.lost;
  for (const { attributes } of childrenOf(childOf(root, 'Pages'), 'Page')) {
    const laidOver = annotations.byPage.get(attributes.get('ID') ?? '') ?? [];
    const location = attributes.get('BaseLoc');
    to.pages.push(() => {
      const page = location === undefined ? undefined : ofd.find(location, name);
      if (page === undefined) return null;
      const own = once(() => readMedia(ofd, page.name, page.root, ['PageRes']));
      const resourceOf = (resource: string) => own().get(resource) ?? media().get(resource);
      const ownDefinitions = once(() => readDefinitions(ofd, page.name, page.root, ['PageRes']));
      const definitionOf = (resource: string) =>
        ownDefinitions().get(resource) ?? definitions().get(resource);
      return { ...assemble(page.root, area, templates), resourceOf, definitionOf, annotations: laidOver };
    });
  }
}

function assemble(
  page: Element,
  area: Area,
  templates: ReadonlyMap<string, () => Element | undefined>,
): Omit<OfdPage, 'resourceOf' | 'definitionOf' | 'annotations'> {
  const used = childrenOf(page, 'Template').slice(0, TEMPLATES_MAX);
  const contents = used.flatMap(({ attributes }) => {
    const template = templates.get(attributes.get('TemplateID') ?? '')?.();
    return childrenOf(template, 'Content');
  });
  return {
    area: areaOf(childOf(page, 'Area')) ?? area,
    contents: [...contents, ...childrenOf(page, 'Content')],
  };
}

function areaOf(element: Element | undefined): Area | undefined {
  const box = numbersOf(childOf(element, 'PhysicalBox')?.text);
  return box.length === 4 && box[2]! > 0 && box[3]! > 0 ? (box as unknown as Area) : undefined;
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
