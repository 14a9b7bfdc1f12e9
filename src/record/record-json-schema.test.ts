import { describe, expect, it } from 'vitest';
import { issueSchema } from '../model/issue-schema.js';
import { recordJsonSchema } from './record-json-schema.js';

describe('recordJsonSchema', () => {
  it('names itself without a host and holds every part of the contract', () => {
    const schema = recordJsonSchema();
    expect(schema.$id).toBe('urn:nianbao:record:1.0');
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(Object.keys(schema.properties as object)).toEqual(
      expect.arrayContaining(['schemaVersion', 'id', 'source', 'tables', 'facts', 'checks', 'summary']),
    );
  });

  it('says what each flag and issue means, and takes those of other versions too', () => {
    const defs = recordJsonSchema().$defs as Record<string, { type: string; anyOf: object[] }>;
    expect(defs.Flag).toMatchObject({ type: 'string' });
    expect(defs.Flag!.anyOf).toContainEqual({
      const: 'ocr',
      description: expect.stringContaining('由图像识别'),
    });
    expect(defs.Flag!.anyOf).toContainEqual({ pattern: '^rival:', description: expect.any(String) });
    expect(defs.IssueCode!.anyOf).toContainEqual({
      ...{ const: 'table-missing', description: expect.stringContaining('not zero') },
    });
    expect(defs.IssueCode!.anyOf.at(-1)).toEqual({ description: 'a code of another version' });
    const known = { code: 'table-missing', severity: 'warning', message: '' };
    expect(issueSchema.safeParse(known).success).toBe(true);
    expect(issueSchema.safeParse({ ...known, code: 'of-next-year' }).success).toBe(true);
    expect(issueSchema.safeParse({ ...known, code: 3 }).success).toBe(false);
  });

  it('can be written as JSON, sections within sections included', () => {
    expect(JSON.stringify(recordJsonSchema())).toContain('#/$defs/');
  });
});
