import type { SlowWork } from '#db/shared/ctx';
import type { PlainTable, WorkbookRead } from '#db/shared/table';
import { newThreads, type ThreadLimits, TooMuch } from './threads.ts';

/** What a thread is to do: write a table as a workbook, or read one that somebody gave us. */
export type WorkbookOrder = { readonly table: PlainTable } | { readonly bytes: Uint8Array };

/** A workbook of 10 MB needs a third of the memory; one that is made to fill it ends with its thread. The largest honest one takes a few seconds on an old computer. */
const LIMITS: ThreadLimits = { megabytes: 1024, milliseconds: 60_000 };

/**
 * Reads and writes workbooks, each in a thread of its own with limits of memory and time: a file from anybody may be
 * made to use up both, and a large table would keep the desk waiting.
 */
export function newWorkbookThreads(limits = LIMITS) {
  const threads = newThreads<WorkbookOrder>('workbook', limits);
  return {
    writeWorkbook: ((table) =>
      threads.run<Uint8Array>({ table })) satisfies SlowWork['writeWorkbook'],
    /** A thread that ran out of memory or time was given a file that is too large. */
    readWorkbook: (async (bytes) => {
      try {
        return await threads.run<WorkbookRead>({ bytes });
      } catch (error) {
        if (!(error instanceof TooMuch)) throw error;
        return { fault: 'too-large' };
      }
    }) satisfies SlowWork['readWorkbook'],
    close: () => threads.close(),
  };
}
