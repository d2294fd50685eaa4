import { strToU8, unzipSync, zipSync } from 'fflate';
import { type Cell as SheetCell, writeXlsx } from 'hucre/xlsx';
import type { Acting } from '../src/identity/actor.ts';
import type { Choices } from '../src/imports/choices.ts';
import { matchAsProposed } from '../src/imports/match-as-proposed.ts';
import { openBatch } from '../src/imports/open-batch.ts';
import { readListFile } from '../src/imports/read-file.ts';
import { applyBatch } from '../src/imports/steps.ts';
import type { Outcome } from '../src/platform/outcome.ts';

export type Cell = string | number | boolean | Date | null;

/** A workbook with one sheet of these rows. */
export const xlsxOf = (
  rows: Cell[][],
  more: {
    merges?: [number, number, number, number][];
    fonts?: string;
    formulas?: Record<string, [formula: string, result: number | null]>;
  } = {},
): Promise<Uint8Array> =>
  writeXlsx({
    sheets: [
      {
        name: 'Danh sách',
        rows,
        merges: (more.merges ?? []).map(([startRow, startCol, endRow, endCol]) => ({
          startRow,
          startCol,
          endRow,
          endCol,
        })),
        cells: new Map<string, Partial<SheetCell>>([
          ...(more.fonts
            ? rows.flatMap((row, r) =>
                row.map(
                  (_, c) => [`${r},${c}`, { style: { font: { name: more.fonts ?? '', size: 12 } } }] as const,
                ),
              )
            : []),
          ...Object.entries(more.formulas ?? {}).map(
            ([at, [formula, result]]) =>
              [at, { formula, ...(result === null ? {} : { formulaResult: result }) }] as const,
          ),
        ]),
      },
    ],
  });

/** The same workbook with another text in the place of its sheet. */
export function withSheetXml(bytes: Uint8Array, xml: string): Uint8Array {
  const parts = unzipSync(bytes);
  return zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(xml) }, { level: 6 });
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A Word file with this body. */
export const docxOf = (body: string): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document ${W}><w:body>${body}</w:body></w:document>`,
    ),
  });

export const value = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
};

/** A list from its bytes to the preview, matched as the program proposes. */
export async function previewed(
  acting: Acting,
  officeId: number,
  bytes: Uint8Array,
  choose: (choices: Choices) => Choices = (choices) => choices,
  target = 'exemplars',
): Promise<number> {
  const read = await readListFile('danh-sach.xlsx', bytes);
  if (!read.ok) throw new Error(read.sentence);
  const opened = await openBatch(acting, {
    target,
    officeId,
    list: read.list,
    name: 'danh-sach.xlsx',
    again: true,
  });
  const { id } = value(opened);
  value(await matchAsProposed(acting, id, choose));
  return id;
}

export const applied = async (acting: Acting, id: number): Promise<void> =>
  void value(await applyBatch(acting, { id, version: null }));
