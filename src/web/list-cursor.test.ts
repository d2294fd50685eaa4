import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readCursor, writeCursor } from './list-cursor.ts';

const SHAPE = ['string', 'string', 'number'] as const;

it('brings any place back as it was, in letters that need no escape', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 100 }).filter((value) => !value.includes('\0'));
  fc.assert(
    fc.property(text, text, fc.maxSafeNat(), (given, full, id) => {
      const written = writeCursor([given, full, id]);
      expect(written).toMatch(/^[\w-]+$/);
      expect(readCursor(written, SHAPE)).toEqual([given, full, id]);
    }),
  );
});

it('answers null for a mutilated address, never an error', () => {
  const wrong = [
    '',
    'không',
    writeCursor(['An', 'Nguyễn Văn An']),
    writeCursor(['An', 'Nguyễn Văn An', '7']),
    writeCursor(['An', 'Nguyễn\0', 7]),
    writeCursor(['An', 'Nguyễn Văn An', 7.5]),
    writeCursor(['An', 'x'.repeat(3_000), 7]),
    Buffer.from('{"a":1}').toString('base64url'),
  ];
  for (const written of wrong) expect(readCursor(written, SHAPE)).toBeNull();
  fc.assert(
    fc.property(fc.string(), (garbage) => {
      expect(readCursor(garbage, SHAPE)).toBeNull();
    }),
  );
});
