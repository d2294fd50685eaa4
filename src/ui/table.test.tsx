import { describe, expect, it } from 'vitest';
import { type Column, DataTable } from './table.tsx';

const COLUMNS: Column[] = [
  { key: 'pick', label: 'Chọn', labelHidden: true },
  { key: 'name', label: 'Tên', primary: true, sortHref: '?xep=-ten', sorted: 'asc' },
  { key: 'count', label: 'Số', align: 'end' },
];

describe('a table', () => {
  const html = String(
    <DataTable caption="Danh sách" columns={COLUMNS} rows={[{ name: 'Bà Quỳnh', count: '3' }]} />,
  );

  it('says by which column and which way it is sorted', () => {
    expect(html).toContain('aria-sort="ascending"');
    expect(html.match(/aria-sort/g)).toHaveLength(1);
    expect(html).toContain('href="?xep=-ten"');
  });

  it('gives each cell its label for the phone, and one cell as the title of its card', () => {
    expect(html.match(/data-label/g)).toHaveLength(2);
    expect(html).toMatch(/<td[^>]*data-label="Tên"[^>]*is-primary/);
    expect(html.match(/is-primary/g)).toHaveLength(1);
  });

  it('without rows says so instead of showing an empty head', () => {
    const empty = String(<DataTable caption="Danh sách" columns={COLUMNS} rows={[]} empty="Chưa có ai." />);
    expect(empty).toContain('Chưa có ai.');
    expect(empty).not.toContain('<table');
  });
});
