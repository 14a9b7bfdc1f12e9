import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { UsageError } from '../../src/cli/usage-error.js';

/** An option of an entry: what it is for, and its value if it is not given. */
interface Spec<T> {
  says: string;
  usual: T;
  /** What the help writes for its value; null for an option without one. */
  takes: string | null;
  read: (text: string) => T;
}

const readNumber = (text: string): number => {
  if (!/^-?\d+(?:\.\d+)?$/u.test(text)) throw new InvalidArgumentError('It takes a number.');
  return Number(text);
};

export function number(says: string, usual: number): Spec<number>;
export function number(says: string): Spec<number | undefined>;
export function number(says: string, usual?: number): Spec<number | undefined> {
  return { says, usual, takes: '<n>', read: readNumber };
}

export function text(says: string, usual: string): Spec<string>;
export function text(says: string): Spec<string | undefined>;
export function text(says: string, usual?: string): Spec<string | undefined> {
  return { says, usual, takes: '<text>', read: (given) => given };
}

export const flag = (says: string): Spec<boolean> => ({ says, usual: false, takes: null, read: () => true });

type Specs = Record<string, Spec<unknown>>;
type Values<O extends Specs> = { [K in keyof O]: O[K]['usual'] };

/** Ends with its exit status; without one the status is 0. */
type Work<O extends Specs> = (values: Values<O>, args: string[]) => Promise<number> | Promise<void>;

interface EntrySpec<O extends Specs> {
  /** One line for the table of the help. */
  says: string;
  /** Its arguments, as commander writes them: `<file> [pages]`. */
  takes?: string;
  options?: O;
  /** Imports what does the work: an entry costs nothing until somebody names it. */
  load: () => Promise<Work<O>>;
}

/** `dryRun` -> `--dry-run` */
const flagOf = (name: string): string =>
  `--${name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`;

/** Puts an entry on a command. */
type Entry = (command: Command, end: (status: number) => void) => void;

/** One thing that a program can do. */
export const entry =
  <O extends Specs = Record<never, never>>({ says, takes, options, load }: EntrySpec<O>): Entry =>
  (command, end) => {
    command.description(says);
    if (takes !== undefined) command.arguments(takes);
    for (const [name, { says: about, usual, takes: value, read }] of Object.entries(options ?? {})) {
      const option = new Option(value === null ? flagOf(name) : `${flagOf(name)} ${value}`, about).default(
        usual,
      );
      command.addOption(value === null ? option : option.argParser(read));
    }
    command.action(async () => end((await (await load())(command.opts(), command.args)) ?? 0));
  };

const optionsOf = (command: Command): string => {
  const help = command.createHelp();
  const options = help.visibleOptions(command).filter(({ long }) => long !== '--help');
  if (options.length === 0) return '';
  const width = Math.max(...options.map((option) => help.optionTerm(option).length));
  const lines = options.map(
    (option) => `  ${help.optionTerm(option).padEnd(width)}  ${help.optionDescription(option)}`,
  );
  return `\nOptions of ${command.name()}:\n${lines.join('\n')}\n`;
};

/** Wrong usage is one line on standard error and exit status 2. */
async function start(command: Command, args: readonly string[]): Promise<void> {
  try {
    await command.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof UsageError) console.error(`${command.name()}: ${error.message}`);
    else if (!(error instanceof CommanderError)) throw error;
    const isHelp = error instanceof CommanderError && error.exitCode === 0;
    process.exitCode = isHelp ? 0 : 2;
  }
}

const newCommand = (name: string): Command =>
  new Command(name)
    .exitOverride()
    .configureHelp({
      optionDescription: ({ description, defaultValue }) =>
        ['boolean', 'undefined'].includes(typeof defaultValue)
          ? description
          : `${description} (${defaultValue})`,
    })
    .configureOutput({
      outputError: (line, write) => write(`${name}: ${line.trim().replace(/\s*\n\s*/gu, ' ')}\n`),
    });

const setStatus = (status: number): void => {
  process.exitCode = status;
};

/**
 * A program that does one of several things: `score scans --count 3`.
 * @param usual the entry that runs if no name is given
 */
export async function runProgram(
  name: string,
  entries: Record<string, Entry>,
  usual: string | null = null,
  args: readonly string[] = process.argv.slice(2),
): Promise<void> {
  const program = newCommand(name).helpCommand(false);
  for (const [each, put] of Object.entries(entries)) put(program.command(each), setStatus);
  if (usual !== null) program.addHelpText('before', `Without a name: ${usual}.\n`);
  program.addHelpText('after', () => program.commands.map(optionsOf).join(''));
  const isNamed = args[0] !== undefined && (!args[0].startsWith('-') || /^(?:-h|--help)$/u.test(args[0]));
  await start(program, usual === null || isNamed ? args : [usual, ...args]);
}

/** A program that does one thing. */
export async function runEntry(
  name: string,
  put: Entry,
  args: readonly string[] = process.argv.slice(2),
): Promise<void> {
  const command = newCommand(name);
  put(command, setStatus);
  await start(command, args);
}
