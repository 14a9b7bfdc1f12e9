import { z } from 'zod';
import { reportRecordSchema } from '../model/report-record.js';

/** The record contract as JSON Schema (draft 2020-12), made from the zod schema that is its definition. */
export function recordJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(reportRecordSchema);
  return {
    $schema,
    $id: 'urn:nianbao:record:1.0',
    title: 'nianbao record, version 1.0: one annual report on the disclosure of government information',
    ...schema,
  };
}
