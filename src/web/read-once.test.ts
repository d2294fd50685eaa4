import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestSite, type TestSite } from '../../test/site.ts';
import type { Reader } from '../platform/db.ts';
import { readOnce } from './read-once.ts';
import { get } from './route.ts';

let site: TestSite;
const asked: number[] = [];
const twice = async (_db: Reader, id: number) => {
  asked.push(id);
  return id * 2;
};
beforeAll(async () => {
  site = await openTestSite([
    get('/', 'public', async (visit) => {
      const answers = [1, 1, 2].map((id) => readOnce(visit, twice, id));
      return visit.text((await Promise.all(answers)).join(' '));
    }),
  ]);
});
afterAll(() => site.close());

it('asks once for a request what two parts of its page show, and anew for the next request', async () => {
  for (const expected of [
    [1, 2],
    [1, 2, 1, 2],
  ]) {
    expect(await (await site.visitor().get('/')).text()).toBe('2 2 4');
    expect(asked).toEqual(expected);
  }
});
