import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import program from './template-thread.cjs?raw';

/** A field as it stands in a template: `{{name}}`, `{{#name}}`, `{{/name}}`. */
export interface TemplateTag {
  name: string;
  disposition: 'Open' | 'Close' | 'SelfClosed';
  rawText: string;
}

/** What the library could not make sense of, and the text that it is about. */
export interface TemplateWrong {
  kind:
    | 'not_closed'
    | 'not_opened'
    | 'options'
    | 'loop_not_closed'
    | 'loop_not_opened'
    | 'syntax'
    | 'file'
    | 'too_long';
  text: string;
}

/** Words by field; the rows of a loop by the name of the loop. */
export type TemplateData = Record<string, string | Record<string, string>[]>;

export type Answer<T> = ({ ok: true } & T) | { ok: false; wrong: TemplateWrong };

/** A template of sixty pages takes some 300 ms; what takes longer than this is no template. */
const MOST_MS = 15_000;
const MOST_MB = 512;

/** The fields of a template, in the order of the document, its headers and footers among them. */
export async function readTemplate(file: Uint8Array): Promise<Answer<{ tags: TemplateTag[] }>> {
  return inThread<{ tags: TemplateTag[] }>({ file });
}

/** The template with its fields filled in. */
export async function fillTemplate(
  file: Uint8Array,
  data: TemplateData,
): Promise<Answer<{ file: Uint8Array }>> {
  return inThread<{ file: Uint8Array }>({ file, data });
}

type Posted<T> = T | { wrong: TemplateWrong };

/**
 * Runs the library in a thread of its own, with an end to its time and its memory: a file from outside must neither
 * stop the server nor fill it. The program is passed as text, so it runs the same from the sources and from a bundle.
 */
function inThread<T extends object>(work: { file: Uint8Array; data?: TemplateData }): Promise<Answer<T>> {
  const library = pathToFileURL(createRequire(import.meta.url).resolve('easy-template-x')).href;
  const thread = new Worker(program, {
    eval: true,
    workerData: { ...work, library },
    resourceLimits: { maxOldGenerationSizeMb: MOST_MB },
  });
  return new Promise((resolve) => {
    const end = (answer: Answer<T>) => {
      clearTimeout(clock);
      resolve(answer);
      void thread.terminate();
    };
    const clock = setTimeout(() => end(wrong('too_long')), MOST_MS);
    thread.once('message', (posted: Posted<T>) =>
      end('wrong' in posted ? { ok: false, wrong: posted.wrong } : { ok: true, ...posted }),
    );
    thread.once('error', () => end(wrong('too_long')));
    thread.once('exit', () => end(wrong('file')));
  });
}

const wrong = (kind: TemplateWrong['kind']): { ok: false; wrong: TemplateWrong } => ({
  ok: false,
  wrong: { kind, text: '' },
});
