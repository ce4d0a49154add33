import { parentPort, workerData } from 'node:worker_threads';
import { drawByName } from '#db/papers';
import { mustExist } from '#db/shared/domain-error';
import { openPaperFonts } from '#db/shared/pdf/fonts';
import type { CLOSE as CloseWord, PaperAnswer, PaperOrder } from './paper-maker.ts';

const port = mustExist(parentPort, 'this file runs only as a thread');
const fonts = openPaperFonts((workerData as { readonly fonts: string }).fonts);

/** Often enough for a bar that moves, and seldom enough to cost nothing. */
const TELL_EVERY_PARTS = 10;

port.on('message', (order: PaperOrder | typeof CloseWord) => {
  if (order === 'close') {
    port.close();
    return;
  }
  const { id, job, stop } = order;
  const tell = (done: number, total: number): void => {
    if (Atomics.load(stop, 0) === 1) throw new Error('Nobody wants this paper any more');
    if (done % TELL_EVERY_PARTS === 0) port.postMessage({ id, done, total } satisfies PaperAnswer);
  };
  let answer: PaperAnswer;
  try {
    answer = { id, drawn: drawByName(fonts, job, tell) };
  } catch (error) {
    answer = {
      id,
      failure: error instanceof Error ? error.name : 'The paper could not be drawn',
      stack: error instanceof Error ? (error.stack ?? '') : '',
    };
  }
  port.postMessage(answer);
});
