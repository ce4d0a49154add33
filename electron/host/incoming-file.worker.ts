import { parentPort, workerData } from 'node:worker_threads';
import { readFileFromAnybody } from '#db/receipts/file-in';

// A thread starts for each file, so this one loads nothing that it can do without.
if (parentPort === null) throw new Error('This file runs only as a thread');
parentPort.postMessage(await readFileFromAnybody(workerData as Uint8Array));
parentPort.close();
