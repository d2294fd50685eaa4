import { expect, test } from 'vitest';
import { Invention } from './names.ts';
import { Chance } from './prng.ts';

test('nobody of the sample bears the name of another, or one word twice', () => {
  const invention = new Invention();
  const chance = new Chance(1);
  const names = Array.from({ length: 400 }, () => invention.person(chance).fullName);
  expect(new Set(names).size).toBe(400);
  for (const name of names) {
    expect(name).toMatch(/^\p{Lu}\p{Ll}*( \p{Lu}\p{Ll}*){2,3}$/u);
    expect(new Set(name.split(' ')).size).toBe(name.split(' ').length);
    expect(name.normalize('NFC')).toBe(name);
  }
});
