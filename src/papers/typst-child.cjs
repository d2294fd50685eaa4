// The program of the child process that sets PDFs; typst-process.ts holds its text and starts it.
// Arguments: the path of the Typst compiler's package, then the paths of the fonts.
// Each message { template, inputs, createdAt } (seconds) is answered by { pdf, pages } or { error }.
const { readFileSync } = require('node:fs');
const { dirname } = require('node:path');

const [compilerPath, ...fontPaths] = process.argv.slice(1);
const { NodeCompiler } = require(compilerPath);
const compiler = NodeCompiler.create({
  // Templates may read files below this folder, where there are only fonts.
  workspace: dirname(fontPaths[0]),
  fontArgs: [{ fontBlobs: fontPaths.map((path) => readFileSync(path)) }],
});

/** Results kept between papers: those unused for this many papers are dropped, so that memory stays level. */
const CACHE_AGE = 4;

function compile({ template, inputs, createdAt }) {
  const compiled = compiler.compile({ mainFileContent: template, inputs });
  if (compiled.hasError() || compiled.result === null) {
    throw new Error(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics ?? 'no document'));
  }
  const pdf = compiler.pdf(compiled.result, { pdfStandard: 'a-2b', creationTimestamp: createdAt });
  return { pdf, pages: compiled.result.numOfPages };
}

function answer(job) {
  try {
    return compile(job);
  } catch (error) {
    return { error: String(error?.message ?? error) };
  }
}

process.on('message', (job) => {
  // The parent may be gone by now: then nobody waits for the answer, and `disconnect` ends this process.
  process.send(answer(job), () => {});
  compiler.evictCache(CACHE_AGE);
});
process.on('disconnect', () => process.exit(0));
// A terminal or service manager stops the whole group: the server ends its papers first, then this process.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});
