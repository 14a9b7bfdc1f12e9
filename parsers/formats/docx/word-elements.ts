import type { XmlElement, XmlNode } from './word-xml.js';

/** Character styles of our own, by which mammoth's style map tells the html reader what it knows nothing of. */
export const LOOK_STYLES = {
  hidden: 'NianbaoHidden',
  faint: 'NianbaoFaint',
  turned: 'NianbaoTurned',
  unread: 'NianbaoUnread',
} as const;
export type LookStyle = keyof typeof LOOK_STYLES;

export const element = (
  name: string,
  children: XmlNode[] = [],
  attributes: Record<string, string> = {},
): XmlElement => ({
  name,
  attributes,
  children,
});
export const valued = (name: string, value: string): XmlElement => element(name, [], { 'w:val': value });
export const styledRun = (look: LookStyle, children: XmlNode[]): XmlElement =>
  element('w:r', [element('w:rPr', [valued('w:rStyle', LOOK_STYLES[look])]), ...children]);
export const textElement = (text: string): XmlElement => element('w:t', [text], { 'xml:space': 'preserve' });

/** Everything whose content is read as if it stood there by itself. */
export const TRANSPARENT = new Set([
  'w:fldSimple',
  'w:smartTag',
  'w:customXml',
  'w:dir',
  'w:ins',
  'w:moveTo',
  'w:sdtContent',
]);
export const DROPPED = new Set([
  'w:bookmarkStart',
  'w:bookmarkEnd',
  'w:permStart',
  'w:permEnd',
  'w:moveFromRangeStart',
  'w:moveFromRangeEnd',
  'w:moveToRangeStart',
  'w:moveToRangeEnd',
  'w:proofErr',
  'w:customXmlInsRangeStart',
  'w:customXmlInsRangeEnd',
  'w:customXmlDelRangeStart',
  'w:customXmlDelRangeEnd',
]);
/** Fields that print nothing. */
export const SILENT_FIELD =
  /^\s*(?:XE|TC|TA|RD|SET|ASK|PRIVATE|ADDIN|NEXT|NEXTIF|SKIPIF|ADVANCE|HYPERLINK|FORM\w+)\b|^\s*$/iu;
