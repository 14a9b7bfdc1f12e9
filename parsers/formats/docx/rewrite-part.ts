import { NOTHING_PRINTED } from '../office-html/look-tags.js';
import { MOVING_FIELD } from '../office-html/moving-field.js';
import { isFaintLook } from './is-faint-look.js';
import type { RunLook, RunStyles } from './run-styles.js';
import { textUnderMerges } from './text-under-merges.js';
import {
  DROPPED,
  element,
  LOOK_STYLES,
  type LookStyle,
  SILENT_FIELD,
  styledRun,
  TRANSPARENT,
  textElement,
  valued,
} from './word-elements.js';
import { childOf, elementsOf, findElements, wordText, type XmlElement, type XmlNode } from './word-xml.js';

/** What a part holds that mammoth does not read, by number of times. */
export interface RewriteCounts {
  hidden: number;
  unread: number;
  numbered: number;
  /** Relations of embedded documents, in their order. */
  chunks: string[];
}

/** What is known of the place that is being read. */
interface Context {
  inCell: boolean;
  paragraph?: string | undefined;
  table?: string | undefined;
  fill: string;
  /** Printed from right to left, or deleted in a tracked change: what is seen of it is not sure. */
  turned: boolean;
  deleted: boolean;
  /** Runs of a cell that are smaller than this are raised marks. */
  smallBelow: number;
}

/** Starts the paragraph that stands for an embedded document. */
export const CHUNK_MARK = 'nianbao-chunk-';

const DIGIT = /[0-9０-９]/u;
const SMALL_SHARE = 0.7;

/** What a reader sees of a run, which is written anew. */
const LOOKS = ['w:vanish', 'w:specVanish', 'w:strike', 'w:dstrike', 'w:vertAlign'];

/** Writes a part of a Word file anew, so that mammoth reads all that Word shows and knows what Word does not show. */
export class PartRewriter {
  readonly counts: RewriteCounts = { hidden: 0, unread: 0, numbered: 0, chunks: [] };
  /** Figures in the merged parts below a cell, which Word does not show. */
  private readonly under = new Map<XmlElement, string>();
  private readonly fields: { instruction: string; hasResult: boolean }[] = [];

  constructor(private readonly styles: RunStyles) {}

  rewrite(root: XmlElement): XmlElement {
    const context: Context = { inCell: false, fill: 'AUTO', turned: false, deleted: false, smallBelow: 0 };
    return { ...root, children: this.all(root, context) };
  }

  private all(parent: XmlElement, context: Context): XmlNode[] {
    return parent.children.flatMap((child) =>
      typeof child === 'string' ? [child] : this.one(child, context),
    );
  }

  private one(node: XmlElement, context: Context): XmlNode[] {
    const { name } = node;
    if (DROPPED.has(name)) return [];
    if (TRANSPARENT.has(name)) return this.all(node, context);
    const handler = this.handlers[name];
    return handler === undefined ? [{ ...node, children: this.all(node, context) }] : handler(node, context);
  }

  private readonly handlers: Record<string, (node: XmlElement, context: Context) => XmlNode[]> = {
    'w:sdt': (node, context) => {
      const own = childOf(node, 'w:sdtPr');
      const isCheckbox = childOf(own, 'w14:checkbox') !== undefined;
      const content = childOf(node, 'w:sdtContent');
      // A word processor shows what the data say that a control is bound to, whatever its text was.
      const isOther = ['w:showingPlcHdr', 'w:dataBinding', 'w15:dataBinding'].some((name) =>
        childOf(own, name),
      );
      if (isOther && content !== undefined && context.inCell)
        return this.all(content, { ...context, turned: true });
      if (!isCheckbox) return content === undefined ? [] : this.all(content, context);
      return [
        {
          ...node,
          children: node.children.flatMap((child) =>
            child === content ? [{ ...content, children: this.all(content, context) }] : [child],
          ),
        },
      ];
    },
    'w:bdo': (node, context) => this.all(node, { ...context, turned: node.attributes['w:val'] === 'rtl' }),
    'w:del': (node, context) => this.deleted(node, context),
    'w:moveFrom': (node, context) => this.deleted(node, context),
    'w:tbl': (node, context) => {
      const style = childOf(childOf(node, 'w:tblPr'), 'w:tblStyle');
      const inside: Context = { ...context, table: style?.attributes['w:val'], paragraph: undefined };
      for (const [cell, text] of textUnderMerges(node)) this.under.set(cell, text);
      return [{ ...node, children: this.all(node, inside) }];
    },
    'w:tr': (node, context) => this.row(node, context),
    'w:tc': (node, context) => {
      const shade = childOf(childOf(node, 'w:tcPr'), 'w:shd')?.attributes['w:fill'];
      const isDeleted = childOf(childOf(node, 'w:tcPr'), 'w:cellDel') !== undefined;
      const inside: Context = {
        ...{ ...context, inCell: true, fill: (shade ?? 'auto').toUpperCase() },
        turned: context.turned || isDeleted,
      };
      const under = this.under.get(node);
      const hidden = under === undefined ? [] : [element('w:p', [styledRun('hidden', [textElement(under)])])];
      return [{ ...node, children: [...this.all(node, inside), ...hidden] }];
    },
    'w:tcPr': (node) => [node],
    'w:p': (node, context) => this.paragraph(node, context),
    'w:pPr': (node) => [node],
    'w:r': (node, context) => this.run(node, context),
    'm:oMath': (node, context) => this.unread(wordText(node, ['m:t', 'w:t']), context),
    'm:oMathPara': (node, context) => this.unread(wordText(node, ['m:t', 'w:t']), context),
    'w:subDoc': (_, context) => this.unread('', context),
    'w:altChunk': (node) => {
      this.counts.chunks.push(node.attributes['r:id'] ?? '');
      const mark = `${CHUNK_MARK}${this.counts.chunks.length}.`;
      return [element('w:p', [element('w:r', [textElement(mark)])])];
    },
  };

  /** A deleted figure beside one that is not may have been meant; all other deletions are gone. */
  private deleted(node: XmlElement, context: Context): XmlNode[] {
    const text = wordText(node, ['w:delText', 'w:t']);
    return context.inCell && DIGIT.test(text) ? [styledRun('hidden', [textElement(text)])] : [];
  }

  private unread(text: string, context: Context): XmlNode[] {
    this.counts.unread++;
    if (!context.inCell) return text === '' ? [] : [element('w:r', [textElement(text)])];
    return [styledRun('unread', [textElement(text === '' ? NOTHING_PRINTED : text)])];
  }

  private row(node: XmlElement, context: Context): XmlNode[] {
    const properties = childOf(node, 'w:trPr');
    const hidden = childOf(properties, 'w:hidden');
    if (hidden !== undefined && !/^(?:0|false|off)$/u.test(hidden.attributes['w:val'] ?? '')) {
      this.counts.hidden++;
      return [];
    }
    const isDeleted = childOf(properties, 'w:del') !== undefined;
    const before = Number(childOf(properties, 'w:gridBefore')?.attributes['w:val'] ?? 0);
    const children = this.all(node, isDeleted ? { ...context, turned: true } : context);
    if (before === 0) return [{ ...node, children }];
    // mammoth forgets that the row begins further right.
    const cell = element('w:tc', [element('w:tcPr', [valued('w:gridSpan', String(before))]), element('w:p')]);
    const at = children.findIndex((child) => typeof child !== 'string' && child.name === 'w:tc');
    return [{ ...node, children: [...children.slice(0, at), cell, ...children.slice(at)] }];
  }

  private paragraph(node: XmlElement, context: Context): XmlNode[] {
    const properties = childOf(node, 'w:pPr');
    if (childOf(properties, 'w:numPr') !== undefined) this.counts.numbered++;
    const isNumbered =
      context.inCell && this.styles.isNumbered(properties) && !/\p{L}/u.test(wordText(node, ['w:t']));
    const fill = childOf(properties, 'w:shd')?.attributes['w:fill']?.toUpperCase() ?? context.fill;
    const paragraph = childOf(properties, 'w:pStyle')?.attributes['w:val'];
    const inside: Context = { ...context, fill, paragraph };
    if (context.inCell) inside.smallBelow = this.largest(node, inside) * SMALL_SHARE;
    const children = this.all(node, inside);
    // The number that Word prints before the paragraph is not in the file.
    if (isNumbered) children.push(...this.unread('', context));
    return [{ ...node, children }];
  }

  /** The size of the largest digits of a paragraph, in half points. */
  private largest(node: XmlElement, context: Context): number {
    const sizes = findElements(node, 'w:r')
      .filter((run) => DIGIT.test(wordText(run, ['w:t'])))
      .map((run) => this.styles.lookOf(childOf(run, 'w:rPr'), context).halfPoints ?? 0);
    return Math.max(0, ...sizes);
  }

  private run(node: XmlElement, context: Context): XmlNode[] {
    const old = childOf(node, 'w:rPr');
    const look = this.styles.lookOf(old, context);
    const properties = this.properties(old, look, context, wordText(node, ['w:t']));
    const written: XmlNode[] = [];
    let children: XmlNode[] = [];
    const flush = () => {
      if (children.length > 0) written.push({ ...node, children: [properties, ...children] });
      children = [];
    };
    for (const child of elementsOf(node)) {
      if (child === old) continue;
      const apart = this.apart(child, context, look.hidden === true);
      if (apart === null) children.push(...this.plain(child, context));
      else {
        flush();
        written.push(...apart);
      }
    }
    flush();
    return written;
  }

  /** The properties of a run with all that its styles say of what a reader sees. */
  private properties(old: XmlElement | undefined, look: RunLook, context: Context, text: string): XmlElement {
    const size = look.halfPoints ?? 0;
    const isSmall = context.inCell && size > 0 && size < context.smallBelow && text.trim() !== '';
    const isFaint = isFaintLook(look, look.fill ?? context.fill);
    const style: LookStyle | null = look.hidden
      ? 'hidden'
      : context.turned || look.odd
        ? 'turned'
        : isFaint
          ? 'faint'
          : null;
    if (look.hidden && text.trim() !== '') this.counts.hidden++;
    const replaced = new Set([...LOOKS, ...(style ? ['w:rStyle'] : [])]);
    return element('w:rPr', [
      ...(style ? [valued('w:rStyle', LOOK_STYLES[style])] : []),
      ...elementsOf(old).filter(({ name }) => !replaced.has(name)),
      ...(look.struck ? [element('w:strike')] : []),
      ...(look.raised || isSmall ? [valued('w:vertAlign', 'superscript')] : []),
    ]);
  }

  /** Children of a run that become runs of their own; null for all others. */
  private apart(child: XmlElement, context: Context, isHidden: boolean): XmlNode[] | null {
    const { name } = child;
    if (isHidden) return null;
    if (name === 'w:ruby') {
      const [base, aid] = [childOf(child, 'w:rubyBase'), childOf(child, 'w:rt')];
      const above = aid === undefined ? '' : wordText(aid, ['w:t']);
      const raised = element('w:r', [
        element('w:rPr', [valued('w:vertAlign', 'superscript')]),
        textElement(above),
      ]);
      return [...(base === undefined ? [] : this.all(base, context)), ...(above === '' ? [] : [raised])];
    }
    if (name === 'w:fldChar') return this.fieldChar(child, context);
    if (name === 'w:instrText' && this.fields.length > 0)
      this.fields.at(-1)!.instruction += wordText(child, ['w:instrText']);
    if (name === 'w:sym') return context.inCell ? this.symbol(child, context) : null;
    if (name === 'mc:AlternateContent' || name === 'w:pict' || name === 'w:drawing' || name === 'w:object')
      return this.drawing(child, context);
    return null;
  }

  private plain(child: XmlElement, context: Context): XmlNode[] {
    if (child.name === 'w:cr' || child.name === 'w:dayLong') return [element('w:br')];
    if (child.name === 'w:ptab') return [element('w:tab')];
    // A page that breaks inside a cell parts what stands before and behind it.
    if (child.name === 'w:br' && context.inCell) return [element('w:br')];
    return this.one(child, context);
  }

  private fieldChar(child: XmlElement, context: Context): XmlNode[] | null {
    const type = child.attributes['w:fldCharType'];
    if (type === 'begin') this.fields.push({ instruction: '', hasResult: false });
    else if (type === 'separate' && this.fields.length > 0) this.fields.at(-1)!.hasResult = true;
    else if (type === 'end') {
      const field = this.fields.pop();
      const isPrinted = field !== undefined && !field.hasResult && !SILENT_FIELD.test(field.instruction);
      const isMoving = field !== undefined && MOVING_FIELD.test(field.instruction);
      if ((isPrinted || isMoving) && context.inCell)
        return [element('w:r', [child]), ...this.unread('', context)];
    }
    return null;
  }

  /** A sign of another font: which one it is, the font knows. */
  private symbol(child: XmlElement, context: Context): XmlNode[] {
    const code = Number.parseInt(child.attributes['w:char'] ?? '', 16) & 0xff;
    const isDigit = code >= 0x30 && code <= 0x39;
    return this.unread(isDigit ? String.fromCharCode(code) : '', context);
  }

  /** Text boxes are read as if they stood behind their paragraph, outside of tables; in a cell nobody knows where they are printed. */
  private drawing(child: XmlElement, context: Context): XmlNode[] | null {
    const shown = childOf(child, 'mc:Fallback') ?? childOf(child, 'mc:Choice') ?? child;
    const boxes = findElements(shown, 'w:txbxContent');
    const own = child.name === 'mc:AlternateContent' ? this.all(shown, context) : null;
    if (context.inCell) {
      const isPicture =
        findElements(shown, 'a:blip').length > 0 || findElements(shown, 'v:imagedata').length > 0;
      if (boxes.length === 0 && isPicture) return own === null ? null : [element('w:r', own)];
      return this.unread('', context);
    }
    if (boxes.length === 0) return own === null ? null : [element('w:r', own)];
    const hasOldBox = findElements(shown, 'v:textbox').length > 0;
    if (hasOldBox) return own === null ? null : [element('w:r', own)];
    const content = boxes.flatMap((box) => this.all(box, { ...context, paragraph: undefined }));
    const box = element('v:textbox', [element('w:txbxContent', content)]);
    return [element('w:r', [element('w:pict', [element('v:shape', [box])])])];
  }
}
