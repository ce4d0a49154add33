import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

/** What a thread may use up before it is ended. */
export type ThreadLimits = { readonly megabytes: number; readonly milliseconds: number };

/** A thread used up its memory or its time. */
export class TooMuch extends Error {}

const here = dirname(fileURLToPath(import.meta.url));

/** The thread's file: TypeScript beside us in development, JavaScript in the bundle. */
const fileOf = (name: string): string => {
  const source = join(here, `${name}.worker.ts`);
  return existsSync(source) ? source : join(here, `${name}.worker.js`);
};

/** Runs each order in a thread of its own, which answers once and ends. */
export function newThreads<Order>(name: string, limits: ThreadLimits) {
  const running = new Set<Worker>();
  return {
    /** The answer of a thread to an order. @throws TooMuch */
    run<Answer>(order: Order): Promise<Answer> {
      const thread = new Worker(fileOf(name), {
        workerData: order,
        resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
      });
      running.add(thread);
      return new Promise<Answer>((resolve, reject) => {
        const tooLong = setTimeout(() => {
          reject(new TooMuch());
          void thread.terminate();
        }, limits.milliseconds);
        thread.once('message', resolve);
        thread.once('error', (error: Error & { readonly code?: string }) => {
          reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new TooMuch() : error);
        });
        thread.once('exit', () => {
          clearTimeout(tooLong);
          running.delete(thread);
          // After an answer this says nothing any more.
          reject(new Error(`The thread for ${name} ended without an answer`));
        });
      });
    },
    async close(): Promise<void> {
      await Promise.all([...running].map((thread) => thread.terminate()));
    },
  };
}
