import type { Command } from 'commander';
import type { CommandContext } from './command-io.js';

const help = `
Examples:
  $ nianbao schema > record.schema.json
  $ nianbao schema | jq '.properties | keys'`;

/** `nianbao schema`: the record contract for other programs. */
export function addSchemaCommand(program: Command, { stdout }: CommandContext): void {
  program
    .command('schema')
    .summary('print the JSON Schema of records')
    .description('Prints the JSON Schema (draft 2020-12) that every record keeps.')
    .addHelpText('after', help)
    .action(async () => {
      const { recordJsonSchema } = await import('../record/record-json-schema.js');
      stdout.write(`${JSON.stringify(recordJsonSchema(), null, 2)}\n`);
    });
}
