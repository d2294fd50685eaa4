import { compileTypst } from '../src/papers/typst-process.ts';

/** Text on paper with lines broken by the width of the page; without text a page with a picture, as a scanner makes it. */
const TEMPLATE = `
#set page(paper: "a4", margin: 25mm)
#set text(font: "Tinos", size: 12pt)
#set par(justify: true)
#let lines = sys.inputs.text.split("\\n")
#if sys.inputs.text == "" { rect(width: 100%, height: 60%, fill: luma(220)) }
#for line in lines { if line != "" { par(line) } }
`;

export async function writePdf(text: string): Promise<Uint8Array> {
  const { pdf } = await compileTypst({
    template: TEMPLATE,
    inputs: { text },
    createdAt: new Date(0),
    limitMs: 30_000,
  });
  return new Uint8Array(pdf);
}
