import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type ExemplarSite,
  errorAt,
  open,
  openExemplarSite,
  type Seen,
  send,
} from '../../test/exemplar-site.ts';
import { makeExemplar } from '../../test/oracles/exemplar-world.ts';
import type { Browser } from '../../test/site.ts';
import { showRoute } from '../exemplars/show-routes.tsx';
import { checksPart } from './checks-part.tsx';
import { checksOf } from './queries.ts';
import { nurturingRoutes } from './routes.tsx';

let desk: ExemplarSite;
let unit: Browser;
beforeAll(async () => {
  desk = await openExemplarSite([showRoute([checksPart]), ...nurturingRoutes]);
  unit = await desk.as(desk.world.unit);
});
afterAll(() => desk.close());

const makeNurtured = async () => {
  const id = await makeExemplar(desk.world, { state: 'nurtured' });
  return { id, page: `/dien-hinh/${id}` };
};

const scored = {
  checkedOn: '10/11/2018',
  ...{ effect: '4', effectWords: 'Giữ được đường hoa', efficiency: '3', efficiencyWords: 'Khá' },
  ...{ potential: '5', potentialWords: 'Nhân rộng được', influence: '2', influenceWords: 'Ít người biết' },
  conclusion: 'help',
};

describe('the form of a check', () => {
  const rows = ({ html }: Seen) =>
    [...html.matchAll(/<details class="fold"( open[^>]*)?>/g)].map((one) => !!one[1]);
  const chosen = ({ html }: Seen, name: string) =>
    new RegExp(`name="${name}" value="([^"]+)" checked`).exec(html)?.[1];

  it('opens on today with one row for a difficulty', async () => {
    const { page } = await makeNurtured();
    const form = await open(unit, `${page}/kiem-tra`);
    expect(form.html).toContain('value="15/11/2018"');
    expect(rows(form)).toEqual([true, false, false]);
  });

  it('refuses a difficulty without help, and comes back as it was filled in', async () => {
    const { id, page } = await makeNurtured();
    const difficulty = { difficulty_3: 'Thiếu nước <mùa khô>', due_3: '31/3/2019' };
    const again = await send(unit, `${page}/kiem-tra`, { ...scored, ...difficulty });
    expect(again.status).toBe(422);
    expect(errorAt(again, 'help_3')).toContain('khó khăn nào cũng phải có việc giúp đỡ');
    expect(errorAt(again, 'owner_3')).toContain('ai chịu trách nhiệm');
    expect(rows(again)).toEqual([true, false, true]);
    for (const kept of [
      'Thiếu nước &lt;mùa khô&gt;</textarea>',
      'value="31/3/2019"',
      'Giữ được đường hoa</textarea>',
    ])
      expect(again.html).toContain(kept);
    const kept = ['effect', 'efficiency', 'potential', 'influence', 'conclusion'].map((one) =>
      chosen(again, one),
    );
    expect(kept).toEqual(['4', '3', '5', '2', 'help']);
    expect(await checksOf(desk.world.db, id)).toEqual([]);
  });

  it('tells everything that is missing at once, on both halves of the form', async () => {
    const { page } = await makeNurtured();
    const again = await send(unit, `${page}/kiem-tra`, { checkedOn: '31/2/2018', effect: '6', due_1: 'mai' });
    expect(again.status).toBe(422);
    expect(errorAt(again, 'checkedOn')).toContain('không phải là ngày');
    expect(errorAt(again, 'effect')).toContain('Hãy chọn điểm về tác dụng');
    expect(errorAt(again, 'influence')).toContain('Hãy chọn điểm về ảnh hưởng');
    expect(errorAt(again, 'influenceWords')).not.toBe('');
    expect(errorAt(again, 'conclusion')).toContain('Hãy chọn kết luận');
    expect(errorAt(again, 'due_1')).toContain('“mai” không phải là ngày');
  });

  it('asks for the difficulty when help is said to be needed', async () => {
    const { page } = await makeNurtured();
    const again = await send(unit, `${page}/kiem-tra`, scored);
    expect(errorAt(again, 'conclusion')).toContain('ít nhất một khó khăn');
  });

  it('is kept, and the page then shows scores, difficulty and help', async () => {
    const { page } = await makeNurtured();
    const loan = {
      difficulty_1: 'Thiếu vốn',
      help_1: 'Vay ưu đãi',
      owner_1: 'Hội Nông dân',
      due_1: '31/03/2019',
    };
    const sent = await send(unit, `${page}/kiem-tra`, { ...scored, ...loan });
    expect(sent).toMatchObject({ status: 303, location: `${page}#kiem-tra` });
    const { text } = await open(unit, page);
    for (const words of ['Năm 2018: Cần giúp đỡ (10/11/2018', 'Tác dụng: 4/5', 'Thiếu vốn Vay ưu đãi'])
      expect(text).toContain(words);
    const second = await send(unit, `${page}/kiem-tra`, { ...scored, conclusion: 'keep' });
    expect(second.status).toBe(422);
    expect(second.text).toContain('Năm 2018 điển hình này đã được kiểm tra');
  });
});
