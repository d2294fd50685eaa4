import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExemplarSite, errorAt, open, openExemplarSite, send } from '../../test/exemplar-site.ts';
import { storedDraft } from '../../test/plan-desk.ts';
import type { Browser } from '../../test/site.ts';
import { fieldsOfPlan } from './queries.ts';
import { planRoutes } from './routes.tsx';

let there: ExemplarSite;
let standing: Browser;
beforeAll(async () => {
  there = await openExemplarSite(planRoutes({ parts: [], afterIssue: async () => {} }));
  standing = await there.as(there.world.standing);
  await there.world.db.updateTable('plan').set({ state: 'closed' }).execute();
});
afterAll(() => there.close());

const FACTS = {
  number: '12/KH-UBND',
  kind: 'Kế hoạch',
  title: 'Xây dựng điển hình tiên tiến giai đoạn 2016 - 2020',
  issuerName: 'Ủy ban nhân dân tỉnh Thử',
  signer: 'Người Ký Thử',
  issuedOn: '10/05/2016',
  periodFrom: '01/01/2016',
  periodTo: '31/12/2020',
};

describe('the editor of a plan', () => {
  it('leads from the first line to a plan in force, form by form', async () => {
    const { db, place } = there.world;
    expect((await open(standing, '/ke-hoach')).html).toContain('href="/ke-hoach/moi"');
    const made = await send(standing, '/ke-hoach/moi', FACTS);
    expect(made.status).toBe(303);
    const path = made.location ?? '';
    const id = Number(path.split('/').at(-1));
    expect((await open(standing, path)).text).toContain('Chưa có giai đoạn nào');

    await send(standing, `${path}/can-cu`, {
      'basis.0.kind': 'Chỉ thị',
      'basis.0.number': '34-CT/TW',
      'basis.0.issuer': 'Bộ Chính trị',
      'basis.0.datedOn': '07/04/2014',
    });
    await send(standing, `${path}/giai-doan`, {
      'stages.0.name': 'Phát hiện',
      'stages.0.when': 'Quý II/2016',
      'stages.0.duties': '- xây dựng kế hoạch\n- phát hiện điển hình',
      'stages.2.name': 'Tổng kết',
      'stages.2.when': 'Năm 2020',
    });
    await send(standing, `${path}/phan-ke-hoach`, { names: 'trách nhiệm lãnh đạo\nchế độ báo cáo' });
    await send(standing, `${path}/goi-y-ke-hoach`, {
      hint1: 'Ai chịu trách nhiệm?',
      hint2: '',
      hint9: 'không có',
    });
    await send(standing, `${path}/phan-ke-hoach`, {
      names: 'kiểm tra\ntrách nhiệm lãnh đạo\nchế độ báo cáo',
    });
    // guiding words go with their part when another one is put before it
    expect((await open(standing, `${path}/goi-y-ke-hoach`)).html).toMatch(
      /name="hint2"[^>]*>\s*Ai chịu trách nhiệm\?/,
    );
    expect((await send(standing, `${path}/goi-y-ke-hoach`, { hint1: 'x'.repeat(2_001) })).status).toBe(422);
    await send(standing, `${path}/phan-ke-hoach`, { names: 'trách nhiệm lãnh đạo\nchế độ báo cáo' });
    await send(standing, `${path}/phong-trao`, { names: 'Xây dựng nông thôn mới' });
    const field = await send(standing, `${path}/linh-vuc/moi`, {
      name: 'Kinh tế hộ',
      isPilot: '1',
      leadOfficeId: String(place.lead.id),
      subjectKinds: ['household', 'individual'],
      quotaKind: 'exactly',
      quotaNumber: '5',
      'coordination.0.kind': 'district',
      'coordination.0.office': String(place.province.id),
      'allocations.0.kind': '',
      'allocations.0.office': String(place.district.id),
      'allocations.0.share': '40%',
    });
    expect(field.status).toBe(303);
    // stages change places by a button; what was typed is shown again and nothing is written before it is saved
    const moved = await send(standing, `${path}/giai-doan`, {
      'stages.0.name': 'Phát hiện',
      'stages.0.when': 'Quý II/2016',
      'stages.1.name': 'Tổng kết',
      'stages.1.when': 'gõ dở',
      _chuyen: 'stages.1.0',
    });
    expect(moved.status).toBe(200);
    expect(moved.html).toMatch(/name="stages\.0\.name"[^>]*value="Tổng kết"/);
    expect(moved.html).toMatch(/name="stages\.0\.when"[^>]*value="gõ dở"/);
    expect(moved.html).toMatch(/name="stages\.1\.name"[^>]*value="Phát hiện"/);
    expect(moved.html).toContain(`formaction="${path}/giai-doan#hang-stages-1"`);
    expect(await storedDraft(db, id)).toMatchObject({
      basis: [{ number: '34-CT/TW', datedOn: '2014-04-07' }],
      stages: [
        { precision: 'quarter', fromOn: '2016-04-01', duties: ['xây dựng kế hoạch', 'phát hiện điển hình'] },
        { precision: 'year', toOn: '2020-12-31' },
      ],
      unitPlanParts: ['trách nhiệm lãnh đạo', 'chế độ báo cáo'],
      fields: [
        {
          coordination: [{ by: 'kind', kindId: 'district' }],
          allocations: [{ number: null, percent: 40 }],
        },
      ],
    });
    expect((await send(standing, `${path}/ban-hanh`, {})).status).toBe(303);
    const shown = await open(standing, path);
    expect(shown.text).toContain('Đang thực hiện');
    expect(shown.html).toContain('<svg');
    expect(shown.text).toContain('Sửa đổi, bổ sung');
    expect((await open(standing, `${path}/giai-doan`)).text).toContain('chỉ sửa theo một văn bản sửa đổi');
    const svg = await standing.get(`${path}/hinh.svg`);
    expect(svg.headers.get('content-type')).toContain('image/svg+xml');
    expect(await svg.text()).toContain('Quý II/2016');
  });

  it('refuses at the field, keeps what was typed, and writes nothing', async () => {
    const { db, place } = there.world;
    const before = await db.selectFrom('plan').select('id').execute();
    const wrong = await send(standing, '/ke-hoach/moi', {
      ...FACTS,
      number: '34-CT/TW',
      periodTo: '31/12/2015',
      issuedOn: '31/02/2016',
    });
    expect(wrong.status).toBe(422);
    expect(errorAt(wrong, 'issuedOn')).toContain('31/02/2016');
    expect(wrong.html).toContain('value="34-CT/TW"');
    const backwards = await send(standing, '/ke-hoach/moi', {
      ...FACTS,
      number: '1/X',
      periodTo: '31/12/2015',
    });
    expect(errorAt(backwards, 'periodTo')).toContain('01/01/2016');
    expect(await db.selectFrom('plan').select('id').execute()).toEqual(before);

    const made = await send(standing, '/ke-hoach/moi', { ...FACTS, number: '13/KH' });
    const path = made.location ?? '';
    const stage = await send(standing, `${path}/giai-doan`, {
      'stages.0.name': 'Sai',
      'stages.0.when': 'Quý V/2016',
      'stages.1.name': 'Ngoài kỳ',
      'stages.1.when': '2015',
    });
    expect(errorAt(stage, 'stages-0-when')).toContain('Quý V/2016');
    const outside = await send(standing, `${path}/giai-doan`, {
      'stages.0.name': 'Ngoài kỳ',
      'stages.0.when': '2015',
    });
    expect(errorAt(outside, 'stages-0-when')).toContain('01/01/2016 – 31/12/2020');
    const field = await send(standing, `${path}/linh-vuc/moi`, {
      name: 'x'.repeat(500),
      leadOfficeId: String(place.lead.id),
      quotaKind: 'exactly',
      quotaNumber: '-1',
      'allocations.0.office': '',
      'allocations.0.share': 'nhiều',
    });
    expect(field.status).toBe(422);
    for (const name of ['name', 'quotaNumber']) expect(errorAt(field, name), name).not.toBe('');
    const share = await send(standing, `${path}/linh-vuc/moi`, {
      name: 'Một',
      leadOfficeId: String(place.lead.id),
      subjectKinds: 'household',
      quotaKind: 'none',
      'allocations.0.office': String(place.district.id),
      'allocations.0.share': '120%',
    });
    expect(errorAt(share, 'allocations-0-share')).toContain('0% đến 100%');
    expect(await fieldsOfPlan(db, Number(path.split('/').at(-1)))).toEqual([]);
  });

  it('shows others no way in, and says why when they come by the address', async () => {
    const unit = await there.as(there.world.unit);
    expect((await open(unit, '/ke-hoach')).html).not.toContain('href="/ke-hoach/moi"');
    expect((await open(unit, '/ke-hoach/moi')).text).toContain('tài khoản của bạn chỉ được xem');
    const refused = await send(unit, '/ke-hoach/moi', FACTS);
    expect(refused.status).toBe(422);
  });

  it('answers 404 for a section of no plan, and for a field of another plan', async () => {
    const made = await send(standing, '/ke-hoach/moi', { ...FACTS, number: '14/KH' });
    expect((await open(standing, '/ke-hoach/987654/giai-doan')).status).toBe(404);
    expect((await open(standing, `${made.location}/linh-vuc/${there.world.plan.fieldId}`)).status).toBe(404);
  });
});
