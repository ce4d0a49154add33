import { parentPort, workerData } from 'node:worker_threads';
import { readFileFromAnybody } from '#db/receipts/file-in';
import { mustExist } from '#db/shared/domain-error';

const port = mustExist(parentPort, 'this file runs only as a thread');

port.postMessage(await readFileFromAnybody(workerData as Uint8Array));
port.close();
