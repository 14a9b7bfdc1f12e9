import { note, type Task } from './discover-task.js';
import type { LinkCollector } from './link-collector.js';

/** A report that was scanned page by page has no more of them; what has more is an album. */
export const PICTURES_MAX = 12;

/**
 * Pictures that a report's page shows in its content and that may hold its tables: those that conversion counts there, where their
 * address is that of a picture file.
 * Issues: `too-many-pictures`.
 */
export function addPictures({
  task,
  source,
  links,
}: {
  task: Task;
  source: string;
  links: LinkCollector;
}): void {
  const { words } = task.knowledge;
  // Most pages have no picture, and reading the content of a page takes its time.
  if (!/<img\b/iu.test(source)) return;
  const shown = new Set<string>();
  for (const written of task.knowledge.pictures(source)) {
    const url = /^\s*data:/iu.test(written) ? null : links.resolve(written);
    if (url !== null && words.picture.test(new URL(url).pathname)) shown.add(url);
  }
  for (const url of [...shown].slice(0, PICTURES_MAX))
    links.add('pictures', url, { evidence: ['shown-in-report'] });
  if (shown.size > PICTURES_MAX)
    note(
      task.issues,
      'too-many-pictures',
      `${task.page.url} shows ${shown.size} pictures; the first ${PICTURES_MAX} are asked for.`,
    );
}
