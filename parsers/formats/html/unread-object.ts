import { attributeOf, elementChildren, type HtmlElement, textOf } from './html-tree.js';

/** Something in a cell that is no text of the page, though a reader sees it. */
interface UnreadObject {
  /** What a control shows, as far as the source says. */
  shows: string;
  /** Is it all of its element, or does the element hold text beside it? */
  isAll: boolean;
}

const DRAWN = new Set('svg math canvas object embed iframe frame video applet meter progress xml'.split(' '));
const SILENT_INPUTS = new Set(['hidden']);
const MARKED_INPUTS = new Set([
  'checkbox',
  'radio',
  'submit',
  'button',
  'reset',
  'image',
  'file',
  'range',
  'color',
]);
/** Attributes by which scripts know what to write into an element, and attributes that say it. */
const BOUND =
  /^(?:v-(?:text|html|bind|model)|ng-bind|ng-model|x-(?:text|html)|:(?:text|value|inner)|data-bind|th:|@text|wire:)/u;
const COUNTED =
  /^data-(?:to|end|from|start|stop|count|counter|countup|value|val|num|number|target|final|total|figure|text|content|html|n|figures?|amount|data|odometer|purecounter-end|rolling)$/u;
const NUMBER = /^\s*[-+]?[\d,]*\.?\d+\s*$/u;
/** A picture that is only there to keep a place. */
const SPACER = /spacer|blank|pixel|transparent|clear|space|1x1/iu;

const unread = (shows = '', isAll = true): UnreadObject => ({ shows, isAll });

function control(element: HtmlElement): UnreadObject | null {
  const type = (attributeOf(element, 'type') ?? 'text').toLowerCase();
  if (element.tag === 'input') {
    if (SILENT_INPUTS.has(type)) return null;
    return unread(MARKED_INPUTS.has(type) ? '' : (attributeOf(element, 'value') ?? ''));
  }
  if (element.tag === 'select') {
    const options = elementChildren(element).flatMap((child) =>
      child.tag === 'optgroup' ? elementChildren(child) : [child],
    );
    const chosen = options.find((option) => attributeOf(option, 'selected') !== undefined) ?? options[0];
    return unread(chosen === undefined ? '' : textOf(chosen, 200));
  }
  return unread(textOf(element, 200));
}

const CONTROLS = new Set('input select textarea button datalist'.split(' '));

function isSpacer(image: HtmlElement): boolean {
  const size = (name: string) => Number.parseFloat(attributeOf(image, name) ?? 'NaN');
  return size('width') <= 2 || size('height') <= 2 || SPACER.test(attributeOf(image, 'src') ?? '');
}

/** What an element says of text that it does not hold: a script writes into it, or a style sheet does. */
function isFilled(element: HtmlElement, scripted: ReadonlySet<string>): boolean {
  const text = textOf(element, 200).trim();
  const isNumberElsewhere = (value: string) => NUMBER.test(value) && value.trim() !== text;
  const isCounted = element.attributes.some(({ name, value }) => {
    if (BOUND.test(name)) return true;
    if (!name.startsWith('data-') || !isNumberElsewhere(value)) return false;
    return COUNTED.test(name) || (text === '' && !/width|height|col|row|size|index|id$/u.test(name));
  });
  if (isCounted || element.facts?.looks.generates === true) return true;
  const names = [attributeOf(element, 'id') ?? '', ...(attributeOf(element, 'class') ?? '').split(/\s+/u)];
  return names.some((name) => name !== '' && scripted.has(name));
}

/**
 * What in a cell can't be read as text: pictures, formulas, controls, and elements that a script or a style sheet fills. Null for
 * an element like any other.
 *
 * @param scripted names of elements that scripts of the page write into
 */
export function unreadObject(element: HtmlElement, scripted: ReadonlySet<string>): UnreadObject | null {
  if (element.facts?.drop === 'hidden') return null;
  const { tag } = element;
  if (DRAWN.has(tag)) return unread();
  if (CONTROLS.has(tag)) return control(element);
  if (tag === 'img') return isSpacer(element) ? null : unread('', false);
  if (tag === 'script' || tag === 'noscript')
    return textOf(element, 20).trim() === '' && attributeOf(element, 'src') === undefined ? null : unread();
  if (tag === 'template') return attributeOf(element, 'shadowrootmode') === undefined ? null : unread();
  if (isPainted(element)) return unread();
  if (isNumberedAlone(element)) return unread('', false);
  const isOwn = /^[a-z][a-z0-9]*-/u.test(tag) && !tag.startsWith('nianbao-');
  if (isOwn || tag === 'output' || isFilled(element, scripted)) return unread('', false);
  return null;
}

/** An item of a numbered list without a word in it: what is seen begins with a number that is not in the text. */
const isNumberedAlone = (element: HtmlElement): boolean =>
  element.tag === 'li' && element.parent?.tag === 'ol' && !/\p{L}/u.test(textOf(element, 200));

/** An empty element with a picture behind it, or one that is laid over the text. */
const isPainted = (element: HtmlElement): boolean =>
  (element.facts?.looks.isPainted === true || element.facts?.looks.isOverlay === true) &&
  element.tag !== 'td' &&
  element.tag !== 'th' &&
  textOf(element, 50).trim() === '';
