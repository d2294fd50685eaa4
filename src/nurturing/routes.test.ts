import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExemplarSite, errorAt, open, openExemplarSite, send } from '../../test/exemplar-site.ts';
import { makeExemplar } from '../../test/oracles/exemplar-world.ts';
import type { Browser } from '../../test/site.ts';
import { showRoute } from '../exemplars/show-routes.tsx';
import { checksPart } from './checks-part.tsx';
import { helpTasksOf, supportActionsOf } from './queries.ts';
import { nurturingRoutes } from './routes.tsx';
import { supportPart } from './support-part.tsx';

let desk: ExemplarSite;
let unit: Browser;
let leader: Browser;
beforeAll(async () => {
  desk = await openExemplarSite([showRoute([supportPart, checksPart]), ...nurturingRoutes]);
  unit = await desk.as(desk.world.unit);
  leader = await desk.as(desk.world.leader);
});
afterAll(() => desk.close());

const makeNurtured = async () => {
  const id = await makeExemplar(desk.world, { state: 'nurtured' });
  return { id, page: `/dien-hinh/${id}` };
};

describe('the form of a support action', () => {
  const training = {
    kind: 'skill',
    what: 'Tập huấn',
    owner: 'Hội Nông dân',
    dueOn: '1/12/2018',
    cost: '5.000.000',
  };

  it('is kept as it was meant, finished and shown with its result', async () => {
    const { id, page } = await makeNurtured();
    const sent = await send(unit, `${page}/boi-duong/moi`, training);
    expect(sent).toMatchObject({ status: 303, location: `${page}#boi-duong` });
    const [made] = await supportActionsOf(desk.world.db, id);
    expect(made).toMatchObject({ kind: 'skill', due_on: '2018-12-01', cost: 5_000_000 });
    const path = `${page}/boi-duong/${made?.id}/ket-qua`;
    expect((await open(unit, path)).text).toContain('Việc: Tập huấn');
    const done = { doneOn: '10/11/2018', result: 'Hai buổi, 40 người' };
    expect((await send(unit, path, done)).status).toBe(303);
    expect((await open(unit, page)).text).toContain('đã làm 10/11/2018 Hai buổi, 40 người');
    expect((await open(unit, path)).status).toBe(404);
  });

  it.each([
    ['kind', 'gift', 'Hãy chọn loại hoạt động bồi dưỡng'],
    ['what', '  ', 'Hãy ghi nội dung hoạt động'],
    ['owner', '', 'Hãy ghi người hoặc đơn vị chịu trách nhiệm'],
    ['dueOn', '31/11/2018', 'không phải là ngày'],
    ['dueOn', '01/12/2017', 'từ ngày phát hiện điển hình (02/01/2018)'],
    ['cost', '-5', 'Kinh phí phải từ 0'],
    ['cost', '5 triệu', 'không phải là số'],
  ])('refuses a wrong %s “%s” at its field, and keeps the rest', async (field, wrong, sentence) => {
    const { id, page } = await makeNurtured();
    const again = await send(unit, `${page}/boi-duong/moi`, { ...training, [field]: wrong });
    expect(again.status).toBe(422);
    expect(errorAt(again, field)).toContain(sentence);
    if (field !== 'owner') expect(again.html).toContain('value="Hội Nông dân"');
    if (field !== 'kind') expect(again.html).toMatch(/<option value="skill" selected/);
    expect(await supportActionsOf(desk.world.db, id)).toEqual([]);
  });

  it('is taken back with a reason', async () => {
    const { id, page } = await makeNurtured();
    await send(unit, `${page}/boi-duong/moi`, training);
    const [made] = await supportActionsOf(desk.world.db, id);
    const path = `${page}/boi-duong/${made?.id}/bo`;
    expect(errorAt(await send(unit, path, { reason: '' }), 'reason')).toContain('Hãy ghi lý do bỏ');
    expect((await send(unit, path, { reason: 'Trùng' })).status).toBe(303);
    expect((await open(unit, page)).text).toContain('Chưa có kế hoạch bồi dưỡng');
  });
});

describe('the form of help', () => {
  const loan = { difficulty: 'Thiếu vốn', help: 'Vay ưu đãi', owner: 'Hội Nông dân', dueOn: '31/03/2019' };

  it.each([
    ['difficulty', '', 'Hãy ghi khó khăn'],
    ['help', '', 'Hãy ghi cách giúp đỡ'],
    ['owner', '', 'Hãy ghi người hoặc đơn vị'],
    ['dueOn', '', 'Hãy ghi hạn giúp đỡ'],
    ['dueOn', '14/11/2018', 'từ ngày 15/11/2018'],
  ])('refuses a wrong %s “%s” at its field', async (field, wrong, sentence) => {
    const { id, page } = await makeNurtured();
    const again = await send(unit, `${page}/giup-do/moi`, { ...loan, [field]: wrong });
    expect(again.status).toBe(422);
    expect(errorAt(again, field)).toContain(sentence);
    if (field !== 'help') expect(again.html).toContain('Vay ưu đãi</textarea>');
    expect(await helpTasksOf(desk.world.db, id)).toEqual([]);
  });

  it('stands on the page as promised, late, and done', async () => {
    const { id, page } = await makeNurtured();
    expect((await send(unit, `${page}/giup-do/moi`, loan)).status).toBe(303);
    expect((await open(unit, page)).text).toContain('31/03/2019 chưa làm');
    await desk.world.db
      .updateTable('help_task')
      .set({ due_on: '2018-11-14' })
      .where('exemplar_id', '=', id)
      .execute();
    expect((await open(unit, page)).text).toContain('14/11/2018 quá hạn');
    const [task] = await helpTasksOf(desk.world.db, id);
    const done = { doneOn: '15/11/2018', result: 'Đã vay' };
    expect((await send(unit, `${page}/giup-do/${task?.id}/ket-qua`, done)).status).toBe(303);
    expect((await open(unit, page)).text).toContain('đã làm, muộn 15/11/2018 Đã vay');
  });
});

describe('the sections of nurturing', () => {
  it('name the years without a check, the year of the choice among them', async () => {
    const { id, page } = await makeNurtured();
    const chosen = { exemplar_id: id, action: 'choose', to_state: 'nurtured', on_day: '2017-05-01' };
    await desk.world.db.insertInto('exemplar_step').values(chosen).execute();
    const { text } = await open(unit, page);
    expect(text).toContain('Năm 2017 không có kiểm tra. Năm 2018 chưa kiểm tra; hạn hết năm.');
  });

  it('offer their forms only to those who may use them, and say why not at the form', async () => {
    const { page } = await makeNurtured();
    const forms = ['boi-duong/moi', 'kiem-tra', 'giup-do/moi'];
    const [mine, theirs] = [await open(unit, page), await open(leader, page)];
    for (const form of forms) {
      expect(mine.html).toContain(`href="${page}/${form}"`);
      expect(theirs.html).not.toContain(`href="${page}/${form}"`);
      expect((await open(leader, `${page}/${form}`)).text).toContain(
        'tài khoản của bạn không giữ vai trò đó',
      );
    }
  });
});
