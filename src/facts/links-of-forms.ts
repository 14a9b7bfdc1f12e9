import type { NarrativeLink } from '../model/narrative-link.js';
import type { Template } from '../model/template.js';

/**
 * What the forms of a report's tables link to its prose: bodies mix forms, so a reading counts where each of its tables follows
 * the form that declares it.
 * @param tableTemplates table id -> id of the form that the table follows
 */
export function linksOfForms(
  templates: readonly Template[],
  tableTemplates: Readonly<Record<string, string>>,
): NarrativeLink[] {
  return templates.flatMap(({ id, narrativeLinks = [] }) =>
    narrativeLinks.map((link) => ({
      ...link,
      readings: link.readings.filter((cells) => cells.every(({ table }) => tableTemplates[table] === id)),
    })),
  );
}
