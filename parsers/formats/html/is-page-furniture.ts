import { attributeOf, type HtmlElement, type HtmlNode } from './html-tree.js';

/** Regions that sites put around their texts. Names lie, so a name is only a suspicion; see `isPageFurniture`. */
const REGION_TAGS = new Set(['nav', 'header', 'footer', 'aside']);
const REGION_ROLES = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'search',
  'complementary',
  'menu',
  'menubar',
]);
const REGION_NAMES = new Set(
  (
    'nav navbar navigation mainnav subnav topnav menu submenu mainmenu menubar header head top topbar banner logo footer foot ' +
    'bottom breadcrumb breadcrumbs crumb crumbs location position curpos dqwz share bdshare bdsharebuttonbox copyright ' +
    'sidebar aside side leftnav rightnav search searchbar toolbar tools login pagination pager page-nav related links ' +
    'friendlink yqlj qrcode ewm float fixed accessibility wza'
  ).split(' '),
);

/** Elements that can be a region; a cell, a line or a word with such a name is content. */
const REGION_CARRIERS = new Set('nav header footer aside div section ul ol dl form table center'.split(' '));

/** The words that make a region part of the report, whatever its name is. */
const REPORT_WORDS =
  /政府信息公开|政务公开|年度报告|年报|工作报告|发布(?:时间|日期|机构)|公开日期|索引号|信息来源|成文日期/;
/** The words that only a site says. */
const SITE_WORDS =
  /版权所有|主办|承办|ICP备|公网安备|网站标识码|网站地图|位置|首页|分享|打印|关闭|无障碍|适老化|智能问答|搜索|检索|扫一扫|手机版|登录|注册|上一篇|下一篇/;
const POSITION_WORDS = /^[\s>»:：]*(?:您?(?:现在|当前)?(?:所在)?(?:的)?位置|首页)/;
const CELLS_MAX = 6;
const PROSE_CHARS_MAX = 300;
const TITLE_CHARS_MAX = 80;
const TEXT_CHARS_READ = 4000;

function namesOf(element: HtmlElement): string[] {
  const written = `${attributeOf(element, 'class') ?? ''} ${attributeOf(element, 'id') ?? ''}`.trim();
  if (written === '' || written.length > 300) return [];
  const words = written.split(/\s+/);
  const parts = words.flatMap((word) => word.replace(/([a-z])([A-Z])/g, '$1-$2').split(/[-_]/));
  return [...words, ...parts].map((word) => word.toLowerCase().replace(/\d+$/, ''));
}

/** Is this element named as a part of the site rather than of the text? */
function isNamedRegion(element: HtmlElement): boolean {
  if (REGION_TAGS.has(element.tag)) return true;
  if (REGION_ROLES.has(attributeOf(element, 'role') ?? '')) return true;
  return namesOf(element).some((name) => REGION_NAMES.has(name));
}

/** Text outside links, from the start of a region. */
function plainText(region: HtmlElement): string {
  let text = '';
  const stack: HtmlNode[] = [region];
  while (stack.length > 0 && text.length < TEXT_CHARS_READ) {
    const node = stack.pop()!;
    if (node.kind === 'text') text += node.text;
    if (node.kind !== 'element' || node.tag === 'a' || (node.facts !== null && node.facts.drop !== null))
      continue;
    for (let i = node.children.length - 1; i >= 0; i--) {
      const child = node.children[i];
      if (child) stack.push(child);
    }
  }
  return text.replace(/\s+/g, '');
}

/**
 * True for menus, headers, footers and the like that hold nothing of a report: no table worth the name, little prose,
 * no title of a report. A region that fails one of these is kept, and its text reported as any other.
 * Needs the facts of the element's children.
 */
export function isPageFurniture(
  element: HtmlElement,
  textChars: number,
  linkChars: number,
  textCells: number,
): boolean {
  if (textChars === 0 || !REGION_CARRIERS.has(element.tag) || !isNamedRegion(element)) return false;
  if (textCells >= CELLS_MAX) return false;
  const prose = textChars - linkChars;
  if (prose > PROSE_CHARS_MAX) return false;
  const text = plainText(element);
  if (!REPORT_WORDS.test(text)) return linkChars >= prose || SITE_WORDS.test(text);
  // "Home > Disclosure > Reports" names the report too; so does a title, and that one is needed.
  return POSITION_WORDS.test(text) && prose <= TITLE_CHARS_MAX;
}
