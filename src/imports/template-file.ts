import { renderXlsx } from '../papers/xlsx.ts';
import { EXAMPLE_MARK } from './sift.ts';
import type { ImportTarget } from './target.ts';

/** The head of a list as it is read best, with one row as an example, and what each column means. */
export function templateFile(target: ImportTarget): Promise<Uint8Array> {
  const fields = target.fields.filter(({ join }) => join !== 'each');
  return renderXlsx({
    title: `Mẫu danh sách: ${target.name}`,
    sheets: [
      {
        name: 'Danh sách',
        columns: [{ label: 'STT' }, ...fields.map(({ label }) => ({ label }))],
        rows: [
          [
            '1',
            ...fields.map(({ key, example }) =>
              key === fields[0]?.key ? `${example} ${EXAMPLE_MARK}` : example,
            ),
          ],
        ],
      },
      {
        name: 'Hướng dẫn',
        columns: [{ label: 'Cột' }, { label: 'Ghi thế nào' }],
        rows: [
          ...target.fields.map(({ label, hint }) => [label, hint]),
          ['Số', 'Ghi như 1.234,5.'],
          ['Ngày', 'Ghi như 05/12/2018; chỉ biết năm thì ghi năm.'],
          ['Giống dòng trên', 'Ghi “nt”.'],
          ['Cột khác', 'Được thêm cột riêng của đơn vị; khi nhập sẽ hỏi mỗi cột là gì.'],
        ],
      },
    ],
  });
}
