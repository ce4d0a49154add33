import { parentPort, workerData } from 'node:worker_threads';
import { readWorkbook } from '#db/imports/workbook-in';
import { mustExist } from '#db/shared/domain-error';
import { makeWorkbook } from '#db/shared/workbook-out';
import type { WorkbookOrder } from './workbook-threads.ts';

const port = mustExist(parentPort, 'this file runs only as a thread');
const order = workerData as WorkbookOrder;

port.postMessage(
  'table' in order ? await makeWorkbook(order.table) : await readWorkbook(order.bytes),
);
port.close();
