import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { PaperLimitExceeded } from './paper-limit.ts';
import { tinosFiles } from './typeface.ts';
import childProgram from './typst-child.cjs?raw';

export interface TypstJob {
  template: string;
  /** Strings that the template reads as `sys.inputs`. */
  inputs: Record<string, string>;
  /** Written into the file as its time of creation. */
  createdAt: Date;
  /** Time for setting this paper, in ms, from the moment its turn comes. */
  limitMs: number;
}

export interface TypstResult {
  pdf: Uint8Array;
  pages: number;
}

type Answer = TypstResult | { error: string };

/*
 * Typst is native and synchronous, and cannot be interrupted: in a worker thread a runaway paper survives
 * `terminate()` and a native crash takes the server along. A child process can be killed. It is started with the
 * first paper, kept warm (fonts and template stay parsed), sets one paper at a time, and never keeps the server
 * alive. Its program is passed as text, so it runs the same from the sources and from one bundled file.
 */
let child: ChildProcess | undefined;
let queue: Promise<unknown> = Promise.resolve();

/**
 * Sets a Typst template as PDF/A-2b, off the event loop. Jobs wait for each other.
 * Throws `PaperLimitExceeded` past the time limit; any other error is a bug in the template or its inputs.
 */
export function compileTypst(job: TypstJob): Promise<TypstResult> {
  const result = queue.then(() => runInChild(job));
  queue = result.catch(() => undefined);
  return result;
}

function runInChild(job: TypstJob): Promise<TypstResult> {
  const typst = child ?? start();
  child = typst;
  return new Promise<TypstResult>((resolve, reject) => {
    const settle = (finish: () => void): void => {
      clearTimeout(timer);
      typst.off('message', onMessage).off('exit', onExit).off('error', onError);
      keepsServerAlive(typst, false);
      finish();
    };
    const onMessage = (answer: Answer): void =>
      settle(() => ('error' in answer ? reject(new Error(`Typst: ${answer.error}`)) : resolve(answer)));
    const onExit = (code: number | null, signal: string | null): void =>
      settle(() => reject(new Error(`The Typst process ended (code ${code}, signal ${signal}).`)));
    const onError = (error: Error): void => {
      discard(typst);
      settle(() => reject(error));
    };
    const timer = setTimeout(() => {
      discard(typst);
      settle(() => reject(tooSlow(job.limitMs)));
    }, job.limitMs);

    keepsServerAlive(typst, true);
    typst.on('message', onMessage).on('exit', onExit).on('error', onError);
    const createdAt = Math.floor(job.createdAt.getTime() / 1000);
    typst.send({ template: job.template, inputs: job.inputs, createdAt }, (error) => error && onError(error));
  });
}

function start(): ChildProcess {
  const compiler = createRequire(import.meta.url).resolve('@myriaddreamin/typst-ts-node-compiler');
  const program = ['--input-type=commonjs', '-e', childProgram, compiler, ...tinosFiles()];
  const started = spawn(process.execPath, program, {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    serialization: 'advanced',
    windowsHide: true,
  });
  started.once('exit', () => discard(started));
  return started;
}

/** The next paper gets a new process. */
function discard(typst: ChildProcess): void {
  if (child === typst) child = undefined;
  typst.kill('SIGKILL');
}

function keepsServerAlive(typst: ChildProcess, alive: boolean): void {
  if (alive) typst.ref();
  else typst.unref();
  if (alive) typst.channel?.ref();
  else typst.channel?.unref();
}

const tooSlow = (limitMs: number): PaperLimitExceeded =>
  new PaperLimitExceeded(
    `The PDF was not ready after ${limitMs} ms.`,
    'Văn bản quá dài nên không tạo được tệp PDF. Hãy chia thành nhiều văn bản hoặc tải tệp Word.',
  );
