import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePoint } from './parse-point.ts';

const HERE = { lat: 21.3012, lon: 105.4012 };

describe('a point as people have it', () => {
  it.each([
    '21.3012, 105.4012',
    '21,3012; 105,4012',
    '21,3012, 105,4012',
    '21.3012 105.4012',
    '21.3012,105.4012',
    '105.4012, 21.3012',
    '(21.3012, 105.4012)',
    '21.3012°N, 105.4012°E',
    '21.3012 B, 105.4012 Đ',
    'https://www.google.com/maps/@21.3012,105.4012,15z',
    'https://www.google.com/maps/place/Xa/@21.9,105.9,17z/data=!3m1!4b1!4m5!3d21.3012!4d105.4012',
    'https://maps.google.com/?q=21.3012,105.4012',
    'https://www.google.com/maps/search/?api=1&query=21.3012%2C105.4012',
    'https://www.google.com/maps/search/21.3012,+105.4012',
    'https://www.openstreetmap.org/#map=15/21.3012/105.4012',
    'https://www.openstreetmap.org/?mlat=21.3012&mlon=105.4012#map=9/20.0/100.0',
    'geo:21.3012,105.4012?z=15',
  ])('is read: %s', (written) => {
    expect(parsePoint(written)).toEqual({ ok: true, point: HERE });
  });

  it('is read in degrees, minutes and seconds', () => {
    const read = parsePoint(`21°18'04.32"N 105°24'04.32"E`);
    expect(read.ok && [read.point.lat.toFixed(6), read.point.lon.toFixed(6)]).toEqual([
      '21.301200',
      '105.401200',
    ]);
  });

  it.each([
    ['khu 7, xã Tiên Kiên', 'Không đọc được tọa độ'],
    ['21.3012', 'Không đọc được tọa độ'],
    ['21.3012, 105.4012, 7', 'Không đọc được tọa độ'],
    [`21°78'04"N 105°24'04"E`, 'Không đọc được tọa độ'],
    ['', 'Không đọc được tọa độ'],
    ['NaN, Infinity', 'Không đọc được tọa độ'],
    ['https://maps.app.goo.gl/AbCdEf', 'không chứa tọa độ'],
    ['48.85, 2.35', 'không nằm trong lãnh thổ Việt Nam'],
    ['0, 0', 'không nằm trong lãnh thổ Việt Nam'],
    ['-21.3, 105.4', 'không nằm trong lãnh thổ Việt Nam'],
  ])('is refused with a sentence: %s', (written, sentence) => {
    const read = parsePoint(written);
    expect(!read.ok && read.sentence).toContain(sentence);
  });

  it('never hangs or throws on whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 500 }), (written) => {
        const read = parsePoint(written);
        expect(read.ok ? read.point.lat : read.sentence.length).toBeGreaterThan(0);
      }),
    );
    const began = performance.now();
    for (const unit of ['1,', '1 ', '°', "1°1'", '-', '@1.1,']) parsePoint(unit.repeat(500 / unit.length));
    expect(performance.now() - began).toBeLessThan(100);
  });

  it('reads back any point of the country as it is usually written', () => {
    const lat = fc.integer({ min: 80_000, max: 230_000 }).map((n) => n / 10_000);
    const lon = fc.integer({ min: 1_020_000, max: 1_100_000 }).map((n) => n / 10_000);
    fc.assert(
      fc.property(lat, lon, (one, other) => {
        expect(parsePoint(`${one}, ${other}`)).toEqual({ ok: true, point: { lat: one, lon: other } });
      }),
    );
  });
});
