import { evidenceOfFinders, type Weighed } from '../../src/facts/evidence-of-finders.js';
import { readSentences } from '../../src/facts/find-facts.js';
import type { Knowledge } from '../../src/model/knowledge.js';
import type { Voice } from './read-voices.js';

/** A quantity or a denying clause of a voice, with the facts that it is. */
export interface Labelled extends Weighed {
  ids: string[];
  optional: string[];
}

/** All quantities and denials of a voice, as the finders meet them. A mark belongs to what stands last before it. */
export function labelledOf(
  { text, paragraphs, issuer, year, marks }: Voice,
  knowledge: Pick<Knowledge, 'facts' | 'proseWords'>,
): Labelled[] {
  const readings = readSentences({ text, paragraphs, issuer, year }, knowledge);
  const all = evidenceOfFinders(readings).map((weighed): Labelled => ({ ...weighed, ids: [], optional: [] }));
  for (const { id, end, isDenial, isOptional } of marks) {
    const lineStart = text.lastIndexOf('\n', end - 1) + 1;
    const home = all
      .filter(({ example, place }) => {
        const isKind = (example.piece === null) === isDenial;
        return isKind && place.start >= lineStart && (isDenial ? place.start < end : place.end <= end);
      })
      .reduce<Labelled | null>(
        (last, one) => (last === null || one.place.end > last.place.end ? one : last),
        null,
      );
    if (home) home[isOptional ? 'optional' : 'ids'].push(id);
  }
  return all;
}
