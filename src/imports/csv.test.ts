import { describe, expect, it } from 'vitest';
import { cells, refused } from '../../test/imports-read.ts';
import { toOldFont } from './font-convert.ts';
import { readListFile } from './read-file.ts';

describe('a CSV file', () => {
  const ROWS = [
    ['Họ và tên', 'Nơi ở'],
    ['Nguyễn Thị Thương', 'Khu 7; xã "Yên Kỳ"'],
  ];
  const csv = (delimiter: string) =>
    ROWS.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter)).join('\r\n');

  it.each([',', ';', '\t'])('with cells apart by %j is read', async (delimiter) => {
    expect(await cells(Buffer.from(csv(delimiter)))).toEqual(ROWS);
    expect(await cells(Buffer.from(`\ufeff${csv(delimiter)}`))).toEqual(ROWS);
    expect(await cells(Buffer.from(`sep=${delimiter}\r\n${csv(delimiter)}`))).toEqual(ROWS);
  });

  it('in UTF-16 is read, with its mark and without', async () => {
    expect(await cells(Buffer.from(`\ufeff${csv(';')}`, 'utf16le'))).toEqual(ROWS);
    expect(await cells(Buffer.from(csv(','), 'utf16le'))).toEqual(ROWS);
    expect(await cells(Buffer.from(`\ufeff${csv(';')}`, 'utf16le').swap16())).toEqual(ROWS);
  });

  it('in windows-1258 is read, and one typed in TCVN3 stays as it is for its font to be told', async () => {
    // ễ is ê with a tilde (0xde), ị is i with a dot (0xf2), ạ a with a dot
    const bytes = Buffer.concat([
      Buffer.from('Ho va ten,Noi o\nNguy'),
      Buffer.from([0xea, 0xde]),
      Buffer.from('n Th'),
      Buffer.from([0x69, 0xf2]),
      Buffer.from(',H'),
      Buffer.from([0x61, 0xf2]),
      Buffer.from(' H'),
      Buffer.from([0xf2]),
      Buffer.from('a\n'),
    ]);
    expect((await cells(bytes))[1]?.[0]).toBe('Nguyễn Thị');
    const old = Buffer.from(toOldFont('Họ và tên,Nơi ở\nNguyễn Thị Thương,Yên Kỳ', 'tcvn3'), 'latin1');
    const read = await readListFile('ds.csv', old);
    expect(read.ok && [read.list.charset, read.list.tables[0]?.rows[1]?.cells[0]]).toEqual([
      'windows-1252',
      toOldFont('Nguyễn Thị Thương', 'tcvn3'),
    ]);
  });

  it('of one line of 50 MB, of a million columns or of one column is a sentence at once', async () => {
    expect(await refused(Buffer.alloc(50 * 1024 * 1024, 'a'), 1_000)).toContain('quá lớn');
    expect(await refused(Buffer.alloc(8 * 1024 * 1024, 'a'), 1_500)).toContain('chỉ có một cột');
    expect(await refused(Buffer.alloc(2 * 1024 * 1024, 'a,'), 1_000)).toContain('quá nhiều cột');
    expect(await refused(Buffer.from('a,b\n'.repeat(40_000)), 2_000)).toContain('quá nhiều dòng');
    expect(await refused(Buffer.from('\n'.repeat(2_000_000)), 2_000)).toContain('quá nhiều dòng');
    expect(await refused(Buffer.from(`"${'a,'.repeat(500_000)}`), 2_000)).toContain('quá nhiều cột');
  });

  it('does not keep the server from other work while it is read', async () => {
    const bytes = Buffer.from('Nguyễn Văn An,1970,Khu 7,Xã Yên Kỳ,Hiến đất làm đường\n'.repeat(29_000));
    let longest = 0;
    let last = performance.now();
    const ticking = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    await readListFile('ds.csv', bytes);
    clearInterval(ticking);
    expect(longest).toBeLessThan(500);
  });
});
