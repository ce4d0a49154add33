import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { DrawnPaper, PaperJob, TellDrawn } from '#db/shared/paper';

/** What goes to the drawing thread and comes back. */
export type PaperOrder = {
  readonly id: number;
  readonly job: PaperJob;
  /** One number that both threads see: 1 once nobody wants the paper any more. */
  readonly stop: Int32Array<SharedArrayBuffer>;
};
/** Asks the thread to end by itself. */
export const CLOSE = 'close';
export type PaperAnswer =
  | { readonly id: number; readonly done: number; readonly total: number }
  | { readonly id: number; readonly drawn: DrawnPaper }
  | { readonly id: number; readonly failure: string; readonly stack: string };

const here = dirname(fileURLToPath(import.meta.url));

/** The program's own folder of packaged files, from the sources as from the built bundle. */
export function resourcesFolder(): string {
  const found = [join(here, '..', '..', 'resources'), join(here, '..', 'resources')].find(
    existsSync,
  );
  if (found === undefined) throw new Error('The folder of packaged files is missing');
  return found;
}

/** The thread's file: TypeScript beside us in development, JavaScript in the bundle. */
const workerFile = (): string => {
  const source = join(here, 'paper.worker.ts');
  return existsSync(source) ? source : join(here, 'paper.worker.js');
};

/** Draws papers, in a thread that is there from the first one on. */
export type PaperMaker = ReturnType<typeof newPaperMaker>;

type Waiting = {
  readonly resolve: (drawn: DrawnPaper) => void;
  readonly reject: (error: unknown) => void;
  readonly tell: TellDrawn;
  readonly stop: Int32Array<SharedArrayBuffer>;
};

/**
 * Draws papers in a thread of its own, so that a 300-page pack does not keep the desk waiting. The thread is
 * started with the first paper (or by `warmUp`) and stays; one that dies is replaced for the next paper.
 */
export function newPaperMaker(onRestart: () => void = () => {}) {
  let worker: Worker | undefined;
  let lastId = 0;
  const waiting = new Map<number, Waiting>();

  function start(): Worker {
    const started = new Worker(workerFile(), {
      workerData: { fonts: join(resourcesFolder(), 'fonts') },
    });
    started.unref();
    started.on('message', (answer: PaperAnswer) => {
      const who = waiting.get(answer.id);
      if (who === undefined) return;
      if ('done' in answer) {
        hear(answer.id, who, answer);
        return;
      }
      waiting.delete(answer.id);
      if ('drawn' in answer) who.resolve(answer.drawn);
      else who.reject(Object.assign(new Error(answer.failure), { stack: answer.stack }));
    });
    started.on('error', (error: Error) => {
      for (const who of waiting.values()) who.reject(error);
      waiting.clear();
      if (worker === started) worker = undefined;
      onRestart();
    });
    return started;
  }

  /** Whoever waits hears how far the paper is; where they want it no more, the thread is told at its next part. */
  function hear(id: number, who: Waiting, at: { readonly done: number; readonly total: number }) {
    try {
      who.tell(at.done, at.total);
    } catch (error) {
      Atomics.store(who.stop, 0, 1);
      waiting.delete(id);
      who.reject(error);
    }
  }

  return {
    warmUp(): void {
      worker ??= start();
    },
    draw(job: PaperJob, tell: TellDrawn = () => undefined): Promise<DrawnPaper> {
      worker ??= start();
      const at = worker;
      lastId += 1;
      const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
      const order: PaperOrder = { id: lastId, job, stop };
      return new Promise((resolve, reject) => {
        waiting.set(order.id, { resolve, reject, tell, stop });
        at.postMessage(order);
      });
    },
    async close(): Promise<void> {
      const ending = worker;
      worker = undefined;
      if (ending === undefined) return;
      // Somebody who closes does not wait for a long paper; an idle thread ends by itself, because Node was seen to
      // crash as a whole when one is cut off while it still loads.
      if (waiting.size > 0) {
        await ending.terminate();
        return;
      }
      ending.ref();
      const ended = once(ending, 'exit');
      ending.postMessage(CLOSE);
      await ended;
    },
  };
}
