import yauzl from 'yauzl';

const UTF8_FLAG = 0x800;
/** Info-ZIP keeps a name in UTF-8 in this extra field, beside the name in the charset of the machine. */
const UNICODE_PATH = 0x7075;

/**
 * The name of a member, for people: with `/` between folders, without characters of control. Chinese Windows writes GBK and
 * says nothing of it, macOS writes UTF-8 and says nothing of it.
 */
export function zipMemberName(entry: yauzl.Entry): string {
  const { generalPurposeBitFlag: flags, fileNameRaw: raw, extraFields } = entry;
  const isDeclared = (flags & UTF8_FLAG) !== 0 || extraFields.some(({ id }) => id === UNICODE_PATH);
  const name = isDeclared ? yauzl.getFileNameLowLevel(flags, raw, extraFields, false) : decode(raw);
  return name
    .replace(/\\/gu, '/')
    .replace(/^\/+/u, '')
    .replace(/[\u0000-\u001f\u007f-\u009f]/gu, '\ufffd');
}

function decode(raw: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(raw);
  } catch {
    return new TextDecoder('gb18030').decode(raw);
  }
}
