import { describe, expect, it } from 'vitest';
import { capitals, cellText, numberLine, placeAndDate, recipientLines, withEndMark } from './wording.ts';

describe('the words of an official paper', () => {
  it('writes the number with its symbol, below 10 with a leading zero', () => {
    expect(numberLine({ number: '5', symbol: 'BC-BTĐKT' })).toBe('Số: 05/BC-BTĐKT');
    expect(numberLine({ number: '1711', symbol: 'KH-UBND' })).toBe('Số: 1711/KH-UBND');
  });

  it('leaves room for the clerk when there is no number yet', () => {
    expect(numberLine({ number: null, symbol: 'BC-BTĐKT' })).toMatch(/^Số:\s{6,}\/BC-BTĐKT$/);
  });

  it('has no number at all where the paper is registered nowhere', () => {
    expect(numberLine({ number: null, symbol: null })).toBe('');
  });

  it('writes days below 10 and months 1 and 2 with a leading zero, and no other month', () => {
    const on = (date: string) => placeAndDate({ place: 'Phú Thọ', date, year: 2018 });
    expect(on('2018-02-05')).toBe('Phú Thọ, ngày 05 tháng 02 năm 2018');
    expect(on('2018-01-31')).toBe('Phú Thọ, ngày 31 tháng 01 năm 2018');
    expect(on('2018-03-09')).toBe('Phú Thọ, ngày 09 tháng 3 năm 2018');
    expect(on('2018-12-10')).toBe('Phú Thọ, ngày 10 tháng 12 năm 2018');
  });

  it('leaves day and month open while the day of signing is unknown', () => {
    expect(placeAndDate({ place: 'Phú Thọ', date: null, year: 2018 })).toBe(
      'Phú Thọ, ngày … tháng … năm 2018',
    );
  });

  it('takes a date that is not an ISO day for a bug', () => {
    expect(() => placeAndDate({ place: 'Phú Thọ', date: '5/2/2018', year: 2018 })).toThrow('5/2/2018');
  });

  it('lists recipients with a dash before, a semicolon after, a full stop at the end, whatever was typed', () => {
    expect(recipientLines(['Như trên;', '- Sở Nội vụ', ' ', 'Lưu: VT.'])).toEqual([
      '- Như trên;',
      '- Sở Nội vụ;',
      '- Lưu: VT.',
    ]);
  });

  it('closes the text with the mark of official papers, once', () => {
    expect(withEndMark('Trân trọng báo cáo.')).toBe('Trân trọng báo cáo./.');
    expect(withEndMark('Trân trọng báo cáo./.')).toBe('Trân trọng báo cáo./.');
  });

  it('writes Vietnamese capitals', () => {
    expect(capitals('Ủy ban nhân dân tỉnh Đắk Lắk')).toBe('ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK');
  });

  it('writes numbers the Vietnamese way and nothing for a missing value', () => {
    expect(cellText(1234.5)).toBe('1.234,5');
    expect(cellText(0)).toBe('0');
    expect(cellText(null)).toBe('');
    expect(cellText('2018')).toBe('2018');
  });
});
