import { parentPort, workerData } from 'node:worker_threads';
import { drawByName } from '#db/papers';
import { mustExist } from '#db/shared/domain-error';
import { openPaperFonts } from '#db/shared/pdf/fonts';
import type { CLOSE as CloseWord, PaperAnswer, PaperOrder } from './paper-maker.ts';

const port = mustExist(parentPort, 'this file runs only as a thread');
const fonts = openPaperFonts((workerData as { readonly fonts: string }).fonts);

port.on('message', (order: PaperOrder | typeof CloseWord) => {
  if (order === 'close') {
    port.close();
    return;
  }
  const { id, job } = order;
  let answer: PaperAnswer;
  try {
    answer = { id, drawn: drawByName(fonts, job) };
  } catch (error) {
    answer = {
      id,
      failure: error instanceof Error ? error.name : 'The paper could not be drawn',
      stack: error instanceof Error ? (error.stack ?? '') : '',
    };
  }
  port.postMessage(answer);
});
