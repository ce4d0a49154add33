import type { SlowWork } from '#db/shared/ctx';
import type { FileRead } from '#db/shared/incoming-file';
import { newThreads, type ThreadLimits, TooMuch } from './threads.ts';

/** The largest honest file needs a tenth of the memory and a second on an old computer. */
const LIMITS: ThreadLimits = { megabytes: 256, milliseconds: 20_000 };

/** Looks at files from anybody, each in a thread of its own: one that is made to use up memory or time ends alone. */
export function newIncomingFileThreads(limits = LIMITS) {
  const threads = newThreads<Uint8Array>('incoming-file', limits);
  return {
    readIncomingFile: (async (bytes) => {
      try {
        return await threads.run<FileRead>(bytes);
      } catch (error) {
        if (!(error instanceof TooMuch)) throw error;
        return { fault: 'took-too-much' };
      }
    }) satisfies SlowWork['readIncomingFile'],
    close: () => threads.close(),
  };
}
