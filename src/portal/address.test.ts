import fc from 'fast-check';
import { expect, it } from 'vitest';
import { idInSlug, slugOf, storyPath } from './address.ts';

it('writes a name without marks and ends with the number', () => {
  expect(storyPath({ id: 12, fullName: 'Nguyễn Thị Hòa' })).toBe('/guong-sang/nguyen-thi-hoa-12');
  expect(storyPath({ id: 7, fullName: 'HTX Đồng Luận (Đội 5)' })).toBe('/guong-sang/htx-dong-luan-doi-5-7');
  expect(slugOf('…', 3)).toBe('3');
});

it('finds the number again, whatever the name', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.integer({ min: 1, max: 1e9 }),
      (name, id) => {
        const slug = slugOf(name, id);
        expect(slug).toMatch(/^[a-z0-9-]+$/);
        expect(slug.length).toBeLessThan(100);
        expect(idInSlug(slug)).toBe(id);
      },
    ),
  );
});

it('finds none where there is none', () => {
  for (const slug of ['', 'nguyen-thi-hoa', 'abc12', '0', '-', 'a-012', `a-${'9'.repeat(20)}`])
    expect(idInSlug(slug)).toBeNull();
});
