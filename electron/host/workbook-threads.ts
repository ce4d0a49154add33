import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { SlowWork } from '#db/shared/ctx';
import type { PlainTable, WorkbookRead } from '#db/shared/table';

/** What a thread is to do: write a table as a workbook, or read one that somebody gave us. */
export type WorkbookOrder = { readonly table: PlainTable } | { readonly bytes: Uint8Array };

/** A workbook of 10 MB needs a third of this; one that is made to fill the memory ends with its thread. */
const MOST_MEGABYTES = 1024;
/** The largest honest workbook takes a few seconds on an old computer. */
const MOST_MILLISECONDS = 60_000;

/** A thread used up its memory or its time. */
class TooMuch extends Error {}

const here = dirname(fileURLToPath(import.meta.url));

/** The thread's file: TypeScript beside us in development, JavaScript in the bundle. */
const workerFile = (): string => {
  const source = join(here, 'workbook.worker.ts');
  return existsSync(source) ? source : join(here, 'workbook.worker.js');
};

/**
 * Reads and writes workbooks, each in a thread of its own with limits of memory and time: a file from anybody may be
 * made to use up both, and a large table would keep the desk waiting.
 */
export function newWorkbookThreads(
  limits = { megabytes: MOST_MEGABYTES, milliseconds: MOST_MILLISECONDS },
) {
  const running = new Set<Worker>();

  function run<T>(order: WorkbookOrder): Promise<T> {
    const thread = new Worker(workerFile(), {
      workerData: order,
      resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
    });
    running.add(thread);
    return new Promise<T>((resolve, reject) => {
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
        reject(new Error('The thread for workbooks ended without an answer'));
      });
    });
  }

  return {
    writeWorkbook: ((table) => run<Uint8Array>({ table })) satisfies SlowWork['writeWorkbook'],
    /** A thread that ran out of memory or time was given a file that is too large. */
    readWorkbook: (async (bytes) => {
      try {
        return await run<WorkbookRead>({ bytes });
      } catch (error) {
        if (!(error instanceof TooMuch)) throw error;
        return { fault: 'too-large' };
      }
    }) satisfies SlowWork['readWorkbook'],
    async close(): Promise<void> {
      await Promise.all([...running].map((thread) => thread.terminate()));
    },
  };
}
