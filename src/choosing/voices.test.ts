import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fieldWith, prepared } from '../../test/choosing-world.ts';
import { type ExemplarSite, open, openExemplarSite, send } from '../../test/exemplar-site.ts';
import type { MadePlan } from '../../test/factories.ts';
import { answerOf, as, rowOf, rulesOf, stepsOf } from '../../test/oracles/exemplar-world.ts';
import { exemplarRoutes } from '../exemplars/routes.tsx';
import { applyList } from './apply.ts';
import { choosingRoutes } from './routes.ts';

let there: ExemplarSite;
beforeAll(async () => {
  there = await openExemplarSite([...choosingRoutes, ...exemplarRoutes({ parts: [] })]);
});
afterAll(() => there.close());

const WORDS = 'Tôi làm được ít thôi, nhờ ghi cả chị em trong tổ.';
const SENTENCE = 'còn 1 ý kiến không đồng ý chưa được trả lời';
const at = ({ planId, fieldId }: MadePlan): string => `/ke-hoach/${planId}/linh-vuc/${fieldId}/lua-chon`;
const apply = (listId: number) =>
  applyList(as(there.world, there.world.lead), { listId, version: null, onDay: null });

async function withObjection() {
  const { plan, ids } = await fieldWith(there.world, { kind: 'none', number: null }, 2);
  const [one = 0, other = 0] = ids;
  await there.site.db
    .insertInto('objection')
    .values({ exemplar_id: one, words: WORDS, made_on: '2018-11-10' })
    .execute();
  return { plan, one, other };
}

describe('a person named in a file who waits for an answer', () => {
  it('stands before whoever decides, wherever one decides', async () => {
    const { plan, one, other } = await withObjection();
    const browser = await there.as(there.world.lead);
    const table = await open(browser, at(plan));
    expect(table.text).toContain('Chờ trả lời: 1 ý kiến không đồng ý');
    expect(table.text).toContain(SENTENCE);
    const compared = await open(browser, `${at(plan)}/so-sanh?e=${one}&e=${other}`);
    for (const words of ['Người có tên chờ trả lời', WORDS, 'không có ý kiến nào'])
      expect(compared.text).toContain(words);
    for (const path of [
      `${at(plan)}/${one}`,
      `/dien-hinh/${one}/buoc/chon`,
      `/dien-hinh/${one}/buoc/khong-chon`,
    ])
      expect((await open(browser, path)).text).toContain(WORDS);
    const listId = await prepared(there.world, plan, one);
    const list = await open(browser, `/quyet-dinh-lua-chon/${listId}`);
    for (const words of [WORDS, SENTENCE, '1 người được chọn có ý kiến chưa được trả lời', 'chưa ghi vì sao'])
      expect(list.text).toContain(words);
  });

  it('is chosen on the page of the step only with a reason written for it', async () => {
    const { one } = await withObjection();
    const browser = await there.as(there.world.lead);
    const path = `/dien-hinh/${one}/buoc/chon`;
    const without = await send(browser, path, { onDay: '15/11/2018' });
    expect([without.status, without.text.includes('Hãy ghi vì sao vẫn thực hiện')]).toEqual([422, true]);
    await send(browser, path, { onDay: '15/11/2018', overrideReason: 'Đã gặp và thống nhất.' });
    expect((await rowOf(there.world, one)).state).toBe('nurtured');
  });

  it('stops a whole list until somebody writes why it goes on; then the reason stays with the step', async () => {
    const { plan, one, other } = await withObjection();
    await prepared(there.world, plan, other);
    const listId = await prepared(there.world, plan, one);
    expect(rulesOf(await apply(listId))).toEqual(['voices_open', 'some_blocked']);
    expect((await rowOf(there.world, other)).state).toBe('proposed');
    await prepared(there.world, plan, one, { overrideReason: 'Đã gặp và thống nhất.', decisionVersion: 1 });
    const list = await open(await there.as(there.world.lead), `/quyet-dinh-lua-chon/${listId}`);
    expect(list.text).toContain('vẫn chọn vì Đã gặp và thống nhất.');
    answerOf(await apply(listId));
    expect((await stepsOf(there.world, one)).at(-1)).toMatchObject({ overrides: ['voices_open'] });
    expect((await stepsOf(there.world, other)).at(-1)).toMatchObject({ overrides: [] });
  });
});
