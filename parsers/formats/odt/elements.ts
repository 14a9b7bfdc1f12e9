const setOf = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements whose content is no text of the page. */
export const SKIPPED = setOf(
  'text:tracked-changes text:note-citation text:ruby-text text:script text:notes-configuration office:annotation ' +
    'office:forms office:binary-data office:scripts svg:title svg:desc table:title table:desc math:math',
);

/** Shapes: what stands in them stands beside the text, at a place that only a layout knows. */
export const SHAPES = setOf(
  'draw:custom-shape draw:rect draw:ellipse draw:line draw:polygon draw:polyline draw:path draw:circle ' +
    'draw:g draw:connector draw:caption draw:measure draw:control draw:page-thumbnail dr3d:scene',
);

export const EMBEDDED = setOf('draw:object draw:object-ole draw:plugin draw:applet draw:floating-frame');
