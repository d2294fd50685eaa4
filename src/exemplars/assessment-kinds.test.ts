import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AssessmentDesk, assessmentDesk } from '../../test/assessment-desk.ts';
import { idIn } from '../../test/criteria-desk.ts';
import { open, send } from '../../test/exemplar-site.ts';
import { makeExemplar } from '../../test/oracles/exemplar-world.ts';
import type { Answer } from '../criteria/answer.ts';

let desk: AssessmentDesk['desk'];
let plan: AssessmentDesk['plan'];
let unit: AssessmentDesk['unit'];
let of: AssessmentDesk['of'];
let typed: AssessmentDesk['typed'];
let judgements: AssessmentDesk['judgements'];
let assess: AssessmentDesk['assess'];

beforeAll(async () => {
  ({ desk, plan, unit, of, typed, judgements, assess } = await assessmentDesk());
});
afterAll(() => desk.close());

describe('the assessment by a set of every kind', () => {
  it('is answered without scripts, explained, and opens the way to be chosen', async () => {
    const id = await makeExemplar(desk.world, { state: 'found', plan, kind: 'household' });
    expect((await send(unit, `/dien-hinh/${id}/danh-gia`, typed())).status).toBe(303);
    const { text } = await open(unit, `/dien-hinh/${id}`);
    for (const words of [
      'Tổng điểm: được 75,5 điểm; cần 70 điểm.',
      '60 triệu đồng; yêu cầu ít nhất 60 triệu đồng, bằng 1,5 lần định mức “Mức chuẩn”.',
      '45 người tán thành trên 50 người dự họp (90%)',
      'Đạt 1 trong 2 tiêu chí (“Giúp hộ nghèo”); cần đạt ít nhất 1.',
      '45,5/60 điểm',
      'Vùng: Núi',
    ])
      expect(text).toContain(words);
    expect(await judgements(id)).toMatchObject({ criteria_met: null, criteria_known: null });
  });

  it('comes back with a sentence at the field for points beyond the most and votes beyond the voters', async () => {
    const id = await makeExemplar(desk.world, { state: 'found', plan, kind: 'household' });
    const back = await send(
      unit,
      `/dien-hinh/${id}/danh-gia`,
      typed({ [`c${of('Phần một')}`]: '60,5', [`c${of('Cuộc họp')}`]: '51' }),
    );
    expect(back.status).toBe(422);
    expect(back.text).toContain('Điểm phải từ 0 đến 60, lẻ đến một phần mười.');
    expect(back.text).toContain('không được lớn hơn số người dự họp (50)');
    expect(back.html).toContain('value="60,5"');
  });

  it('blocks the choice below the pass mark, by a disqualifier, and while a group decides and is not chosen', async () => {
    const id = await makeExemplar(desk.world, { state: 'found', plan, kind: 'household' });
    const all: Record<string, Answer> = {
      ...{ 'Vi phạm': { yes: false }, 'Thu nhập': { value: 90 }, 'Chuyển giao': { yes: true } },
      ...{ 'Phần một': { points: 45.5 }, 'Phần hai': { points: 30 }, 'Cuộc họp': { agreed: 45, voters: 50 } },
    };
    idIn(await assess(id, { ...all, 'Phần một': { points: 10 } }, { groups: { vung: 'nui' } }));
    expect((await judgements(id)).criteria_met).toMatchObject({
      rule: 'criteria_not_met',
      sentence: expect.stringContaining('“Tổng điểm”'),
    });
    idIn(await assess(id, { ...all, 'Vi phạm': { yes: true } }, { groups: { vung: 'nui' } }));
    expect((await judgements(id)).criteria_met).toMatchObject({
      rule: 'criteria_disqualified',
      sentence: expect.stringContaining('“Vi phạm”'),
    });
    idIn(await assess(id, all));
    const open = await judgements(id);
    expect(open.criteria_met).toBeNull();
    expect(open.criteria_known).toMatchObject({
      rule: 'criteria_unknown',
      sentence: expect.stringContaining('“Thu nhập”, “Tổng điểm”'),
    });
  });
});
