import type { Meaning } from './meaning.js';

/** Every reason why an input gave no record, or not all of them. The table of docs/record.md is made from this list. */
export const failureCodes = {
  empty: { en: 'no bytes', zh: '空文件' },
  'unknown-format': { en: 'neither text nor a document that is read', zh: '既非文本，也不是可读取的文档' },
  encrypted: { en: 'needs a password', zh: '需要密码' },
  'pdf-encrypted': { en: 'needs a password', zh: '需要密码' },
  'ole-damaged': { en: 'the document is cut off', zh: '文档被截断' },
  'doc-damaged': { en: 'the document is damaged', zh: '文档已损坏' },
  'sheet-damaged': { en: 'the workbook is damaged', zh: '工作簿已损坏' },
  'rtf-truncated': { en: 'the document is cut off', zh: '文档被截断' },
  'odt-truncated': { en: 'the document is cut off', zh: '文档被截断' },
  'odt-damaged': { en: 'the document is damaged', zh: '文档已损坏' },
  'mhtml-truncated': { en: 'the saved page is cut off', zh: '保存的网页被截断' },
  'mhtml-damaged': { en: 'the saved page is damaged', zh: '保存的网页已损坏' },
  'docx-truncated': { en: 'the document is cut off', zh: '文档被截断' },
  'docx-damaged': { en: 'the document is damaged', zh: '文档已损坏' },
  'ofd-truncated': { en: 'the document is cut off', zh: '文档被截断' },
  'ofd-damaged': { en: 'the document is damaged', zh: '文档已损坏' },
  'pdf-damaged': { en: 'the document is damaged', zh: '文档已损坏' },
  'html-not-decoded': { en: 'the page can be read in no charset', zh: '用任何编码都读不出网页' },
  'office-unsupported': {
    en: 'an old Office file of a kind that is not read (Word 6 and 95, XML of Word 2003, PowerPoint, Works, XLSB); the message names it',
    zh: '不支持的旧版 Office 文件（Word 6/95、Word 2003 XML、PowerPoint、Works、XLSB 等），说明中写明种类',
  },
  'odt-no-text': { en: 'a spreadsheet or slides, no text', zh: '是表格或演示文稿，不是文本文档' },
  'mhtml-no-page': { en: 'a saved page without HTML', zh: '保存的网页中没有 HTML' },
  'too-large': {
    en: 'larger than any report: over the limit of size, as sent or decoded',
    zh: '远大于任何报告：超出大小上限（传输时或解码后）',
  },
  'doc-too-large': { en: 'longer than is read', zh: '超出可读取的长度' },
  'sheet-too-large': { en: 'more cells than are read', zh: '单元格数超出上限' },
  'rtf-too-large': { en: 'longer than is read', zh: '超出可读取的长度' },
  'odt-too-large': { en: 'unpacks to more than is read', zh: '解压后超出上限' },
  'mhtml-too-large': { en: 'larger than is read', zh: '超出可读取的大小' },
  'docx-too-large': { en: 'unpacks to more than is read', zh: '解压后超出上限' },
  'ofd-too-large': { en: 'unpacks to more than is read', zh: '解压后超出上限' },
  'pdf-too-large': { en: 'more pages than are read', zh: '页数超出上限' },
  'not-found': { en: 'no such file or folder', zh: '找不到文件或文件夹' },
  'no-permission': { en: 'the file may not be read', zh: '没有读取权限' },
  'not-a-file': { en: 'a folder, or something else that is no file', zh: '不是文件（例如文件夹）' },
  'link-loop': { en: 'a link that leads back to itself', zh: '链接指向自身' },
  'file-error': { en: 'the file could not be opened', zh: '文件无法打开' },
  'not-a-record': {
    en: "a line of a file of records that is none (nianbao check); the name ends with the line's number",
    zh: '记录文件中有一行不是记录（nianbao check），名称末尾为行号',
  },
  'warc-truncated': { en: "the archive's copy is cut off", zh: '存档中的副本被截断' },
  'warc-damaged': {
    en: "the archive's copy is damaged; the message says where, and the rest of the archive is read",
    zh: '存档中的副本已损坏，说明中写明位置，其余部分照常读取',
  },
  'warc-encoding': { en: "the archive's copy can't be unpacked", zh: '存档中的副本无法解压' },
  'warc-too-large': { en: "the archive's copy is too large", zh: '存档中的副本过大' },
  'warc-revisit-unresolved': {
    en: "the archive's copy is not where it should be: it refers to an earlier one that no given archive holds",
    zh: '存档中的副本不在应在之处：它引用的较早副本不在所给的存档中',
  },
  'zip-damaged': {
    en: 'a document in a ZIP, or the ZIP itself, is cut off or its checksum does not hold',
    zh: 'ZIP 或其中的文件被截断，或校验和不符',
  },
  'zip-too-large': { en: 'unpacks to far more than reports take', zh: '解压后远大于报告所需' },
  'zip-method': { en: 'packed in a way that is not read', zh: '不支持的压缩方式' },
  'zip-too-deep': { en: 'an archive in an archive in an archive', zh: '压缩包嵌套过深' },
  'warc-without-documents': { en: 'no record of the web archive is a document', zh: '网络存档中没有文档' },
  'zip-without-documents': { en: 'nothing in the ZIP is a document', zh: 'ZIP 中没有文档' },
  'zip-members-failed': {
    en: 'some documents of a ZIP could not be read: members names each, and the records of the others stand beside the failure',
    zh: 'ZIP 中部分文档无法读取：members 逐一列出，其余文档的记录照常给出',
  },
  'carriers-failed': {
    en: 'some files of one report could not be read: members names each, and the record of the others stands beside the failure',
    zh: '同一报告的部分文件无法读取：members 逐一列出，其余文件的记录照常给出',
  },
  'carriers-too-many': {
    en: 'more than 16 files were given for one report',
    zh: '一份报告给出的文件超过 16 个',
  },
  'archive-not-read': {
    en: 'an archive that has to be unpacked first: RAR, 7z, or a ZIP where one document is expected',
    zh: '须先解压的压缩包：RAR、7z，或应为单个文档处的 ZIP',
  },
  'ocr-off': {
    en: 'a picture, and pictures are not to be recognised (--ocr never)',
    zh: '是图片，而设置为不识别图片（--ocr never）',
  },
  'ocr-not-installed': {
    en: 'a picture of text, and the packages that recognise it are not there: the message says which',
    zh: '是文字图片，但未安装识别所需的软件包，说明中写明缺哪些',
  },
  'ocr-failed': {
    en: "the packages that recognise pictures are there and don't work: the message says why",
    zh: '识别图片的软件包已安装但无法运行，说明中写明原因',
  },
  'picture-damaged': {
    en: 'the bytes of a picture are damaged or no picture',
    zh: '图片已损坏，或不是图片',
  },
  'picture-too-large': { en: 'the picture has more than 120 million pixels', zh: '图片超过 1.2 亿像素' },
  timeout: { en: 'the conversion took too long', zh: '转换超时' },
  crashed: { en: 'the conversion crashed', zh: '转换进程崩溃' },
  'internal-error': { en: 'nianbao itself failed: please report it', zh: 'nianbao 自身出错，请反馈' },
} as const satisfies Record<string, Meaning>;

export type FailureCode = keyof typeof failureCodes;
