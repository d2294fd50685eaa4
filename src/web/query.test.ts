import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { queryChoice, queryDay, queryNumber, queryText, withQuery } from './query.ts';
import type { Visit, VisitEnv } from './visit.ts';

async function at<T>(search: string, read: (visit: Visit) => T): Promise<T> {
  let result: { value: T } | undefined;
  const app = new Hono<VisitEnv>().get('/', (visit) => {
    result = { value: read(visit) };
    return visit.text('');
  });
  await app.request(`/${search}`);
  if (!result) throw new Error('Nothing was read.');
  return result.value;
}

it('cleans text of the address and cuts it', async () => {
  expect(await at('?q=%20Nguy%E1%BB%85n%20%20Hoa%0A', (visit) => queryText(visit, 'q'))).toBe('Nguyễn Hoa');
  expect(await at('?q=abcdef', (visit) => queryText(visit, 'q', 3))).toBe('abc');
  expect(await at('', (visit) => queryText(visit, 'q'))).toBe('');
});

it('reads only whole positive numbers', async () => {
  expect(await at('?so=12', (visit) => queryNumber(visit, 'so'))).toBe(12);
  for (const wrong of ['', '0', '-3', '1.5', '1e9', '9'.repeat(20), 'x'])
    expect(await at(`?so=${wrong}`, (visit) => queryNumber(visit, 'so'))).toBeNull();
});

it('reads days as people write them, and nothing that the database could not hold', async () => {
  expect(await at('?tu=15/11/2018', (visit) => queryDay(visit, 'tu'))).toBe('2018-11-15');
  for (const wrong of ['32/01/2018', '0000-01-01', '01/01/0001', 'mai'])
    expect(await at(`?tu=${wrong}`, (visit) => queryDay(visit, 'tu'))).toBeNull();
});

it('reads one of a list', async () => {
  expect(await at('?kieu=b', (visit) => queryChoice(visit, 'kieu', ['a', 'b']))).toBe('b');
  expect(await at('?kieu=c', (visit) => queryChoice(visit, 'kieu', ['a', 'b']))).toBeNull();
});

it('writes an address without its empty parameters', () => {
  expect(withQuery('/nhat-ky', { tim: 'Hòa & An', tu: '', truoc: 12, kieu: null })).toBe(
    '/nhat-ky?tim=H%C3%B2a+%26+An&truoc=12',
  );
  expect(withQuery('/nhat-ky', {})).toBe('/nhat-ky');
});
