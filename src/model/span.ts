import { z } from 'zod';

/**
 * Where something stands. `start`/`end` are UTF-16 offsets in the parsed text (what `convert --text` prints);
 * `sourceStart`/`sourceEnd` are UTF-16 offsets in the decoded source (HTML and text formats);
 * `page` counts from 1, `bbox` is [x0, y0, x1, y1] in PDF points from the top left of that page.
 * `carrier` is there where a report came in several files and this is not the record's first: the index in `source.carriers`.
 */
export const spanSchema = z.object({
  block: z.int(),
  row: z.int().optional(),
  column: z.int().optional(),
  start: z.int().optional(),
  end: z.int().optional(),
  sourceStart: z.int().optional(),
  sourceEnd: z.int().optional(),
  page: z.int().optional(),
  bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]).optional(),
  carrier: z.int().optional(),
});

export type Span = z.infer<typeof spanSchema>;
export type BoundingBox = [x0: number, y0: number, x1: number, y1: number];
