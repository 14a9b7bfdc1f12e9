import { loadKnowledge } from '../../../parsers/index.js';
import { convertTask } from './convert-task.js';
import type { Task } from './task.js';

/** The child process of `--jobs`: one task at a time, an outcome for each. It ends with its parent. */
const knowledge = loadKnowledge();

process.on('message', async (task: Task) => {
  process.send?.(await convertTask(task, knowledge));
});
process.on('disconnect', () => process.exit());
process.send?.('ready');
