import type { openConverter } from '../convert/run/open-converter.js';
import type { Output } from '../printing/output.js';

/** What a command has of the world around it: the program gives its own, a test gives what it can read afterwards. */
export interface CommandIo {
  stdout: Output;
  stderr: Output;
  env: NodeJS.ProcessEnv;
  openConverter: typeof openConverter;
}

/** A command, as it is added to the program. */
export interface CommandContext extends CommandIo {
  setStatus: (status: number) => void;
}
