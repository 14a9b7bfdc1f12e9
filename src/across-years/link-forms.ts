import type { Template } from '../model/template.js';
import type { CarryLink, StockLink } from '../model/year-link.js';
import type { YearReport } from './digest-record.js';

/** A link by its id, and how each form that declares it says it. Reports of any two of these forms are compared. */
export interface LinkOfForms<Link> {
  id: string;
  byForm: ReadonlyMap<string, Link>;
}

export interface LinksOfForms {
  carries: readonly LinkOfForms<CarryLink>[];
  stocks: readonly LinkOfForms<StockLink>[];
}

/** The links that the forms declare, in the order in which the forms first name them. */
export function linkForms(templates: readonly Template[]): LinksOfForms {
  return {
    carries: gather(templates, ({ yearLinks }) => yearLinks?.carries ?? []),
    stocks: gather(templates, ({ yearLinks }) => yearLinks?.stocks ?? []),
  };
}

function gather<Link extends { id: string }>(
  templates: readonly Template[],
  linksOf: (template: Template) => readonly Link[],
): LinkOfForms<Link>[] {
  const byId = new Map<string, Map<string, Link>>();
  for (const template of templates)
    for (const link of linksOf(template))
      byId.set(link.id, (byId.get(link.id) ?? new Map<string, Link>()).set(template.id, link));
  return [...byId].map(([id, byForm]) => ({ id, byForm }));
}

/** The link as the form of the report's own table says it; null if the table follows a form that does not declare it. */
export function linkOf<Link extends { table: string }>(
  { byForm }: LinkOfForms<Link>,
  { templates }: YearReport,
): Link | null {
  return [...byForm].find(([form, { table }]) => templates[table] === form)?.[1] ?? null;
}
