// The program of the thread that reads or fills one Word template; template-engine.ts holds its text and starts it.
const { parentPort, workerData } = require('node:worker_threads');

import(workerData.library).then(async (library) => {
  const handler = new library.TemplateHandler({
    // words and loops only: no pictures, links or raw XML out of a template
    plugins: [new (loopsOf(library))(), new library.TextPlugin()],
    delimiters: { tagStart: '{{', tagEnd: '}}' },
    maxXmlDepth: 100,
  });
  try {
    parentPort.postMessage(await answer(handler));
  } catch (error) {
    parentPort.postMessage({ wrong: wordsOf(library, error) });
  }
});

/** What is a list of paragraphs repeats the paragraph that it stands in, without an option that nobody remembers. */
function loopsOf({ LoopPlugin }) {
  return class extends LoopPlugin {
    containerTagReplacements(tags, data, context) {
      const open = tags[0];
      if (/^(doan\.|noi_nhan$)/.test(open.name)) open.options = { loopOver: 'paragraph', ...open.options };
      return super.containerTagReplacements(tags, data, context);
    }
  };
}

async function answer(handler) {
  const file = Buffer.from(workerData.file);
  if (workerData.data) return { file: new Uint8Array(await handler.process(file, workerData.data)) };
  const tags = await handler.parseTags(file);
  return { tags: tags.map(({ name, disposition, rawText }) => ({ name: name ?? '', disposition, rawText })) };
}

/** Which of the mistakes that we have a sentence for, and the text that it is about. */
function wordsOf(library, error) {
  if (error instanceof library.MissingCloseDelimiterError)
    return { kind: 'not_closed', text: error.openDelimiterText };
  if (error instanceof library.MissingStartDelimiterError)
    return { kind: 'not_opened', text: error.closeDelimiterText };
  if (error instanceof library.TagOptionsParseError) return { kind: 'options', text: error.tagRawText };
  if (error instanceof library.UnclosedTagError) return { kind: 'loop_not_closed', text: error.tagRawText };
  if (error instanceof library.UnopenedTagError) return { kind: 'loop_not_opened', text: error.tagRawText };
  if (error instanceof library.TemplateSyntaxError) return { kind: 'syntax', text: error.message };
  return { kind: 'file', text: String(error?.message) };
}
