// The program of the thread that writes one large workbook; xlsx-thread.ts holds its text and starts it.
const { parentPort, workerData } = require('node:worker_threads');

import(workerData.writer)
  .then(({ writeXlsx }) => writeXlsx(workerData.workbook))
  .then((bytes) => parentPort.postMessage(bytes, [bytes.buffer]));
