import { describe, expect, it } from 'vitest';
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

  it('can be written as JSON, sections within sections included', () => {
    expect(JSON.stringify(recordJsonSchema())).toContain('#/$defs/');
  });
});
