import type { Workbook } from '../papers/workbook.ts';
import { renderXlsx } from '../papers/xlsx.ts';

/** Answers a workbook as a file to be saved under a name. */
export async function xlsxAnswer(book: Workbook, name: string): Promise<Response> {
  return new Response(Buffer.from(await renderXlsx(book)), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="${name}.xlsx"`,
      'cache-control': 'private, no-store',
    },
  });
}
