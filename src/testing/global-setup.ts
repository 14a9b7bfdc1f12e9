import { compileProgram } from './compile-program.js';

/** Before the first test, once for all files: those that start the program find it compiled. */
export default async function globalSetup(): Promise<void> {
  await compileProgram();
}
