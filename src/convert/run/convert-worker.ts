import { type Job, readJob } from './read-job.js';
import { sharedKnowledge } from './shared-knowledge.js';

/** The child process of a pool: one job at a time, an outcome for each. It ends with its parent. */
sharedKnowledge();

process.on('message', async (job: Job) => {
  process.send?.(await readJob(job));
});
process.on('disconnect', () => process.exit());
process.send?.('ready');
