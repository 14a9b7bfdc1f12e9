import type { LinkWords } from '../model/platform.js';
import { foldName } from './fold-name.js';
import type { Anchor } from './read-anchors.js';

interface AttachmentVerdict {
  isTaken: boolean;
  evidence: string[];
}

/** Does this link of a report's page carry the report? Null if it is no file at all. */
export function judgeAttachment(anchor: Anchor, url: string, words: LinkWords): AttachmentVerdict | null {
  const { pathname, search } = new URL(url);
  const name = foldName(anchor.name);
  const isFile = words.file.test(pathname) || words.file.test(name) || words.file.test(search);
  const isDownload = words.download.test(pathname);
  if (!isFile && !isDownload) return null;
  const what = isFile ? 'file' : 'download';
  if (words.notAttachment.test(name)) return { isTaken: false, evidence: [what, 'not:of-the-site'] };
  if (words.attachment.test(name)) return { isTaken: true, evidence: [what, 'names-attachment'] };
  if (anchor.isInFrame) return { isTaken: false, evidence: [what, 'not:in-frame'] };
  // 1.docx, or no name: it is in the report's text.
  return isFile
    ? { isTaken: true, evidence: [what, 'stands-in-report'] }
    : { isTaken: false, evidence: [what, 'not:no-name'] };
}

const VIEWER = /[?&#](?:file|url|src)=([^&#]+)/iu;

/** The file behind a viewer: `/pdfjs/web/viewer.html?file=/upload/1.pdf`. */
export function fileOfViewer(href: string, words: LinkWords): string | null {
  const match = VIEWER.exec(href);
  if (match === null) return null;
  try {
    const file = decodeURIComponent(match[1]!);
    return words.file.test(file.split(/[?#]/u, 1)[0]!) ? file : null;
  } catch {
    // A broken escape names no file.
    return null;
  }
}
