import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DutyWorld, peopled } from '../../test/duty-world.ts';
import { type ExemplarSite, errorAt, open, openExemplarSite, seen } from '../../test/exemplar-site.ts';
import { hiddenFields } from '../../test/site.ts';
import { askUnitPlans, writtenPlan } from '../../test/unit-plan-world.ts';
import { renderDocx } from '../papers/docx.ts';
import { SAMPLE_PAPER } from '../papers/sample-paper.ts';
import { unitPlanRoutes } from './routes.ts';

let there: ExemplarSite;
let world: DutyWorld;
let path: string;
let id: number;
beforeAll(async () => {
  there = await openExemplarSite(unitPlanRoutes);
  world = await peopled(there.world);
  await askUnitPlans(world);
  id = await writtenPlan(world, world.unit, world.place.commune);
  path = `/ke-hoach-don-vi/${id}/doc-word`;
});
afterAll(() => there.close());

const upload = async (bytes: Uint8Array, name = 'ke-hoach.docx') => {
  const unit = await there.as(world.unit);
  const form = new FormData();
  for (const [field, value] of Object.entries(hiddenFields((await open(unit, path)).html, path)))
    form.set(field, value);
  form.set('file', new File([new Uint8Array(bytes)], name));
  return seen(await unit.post(path, form));
};
const wordsOf = async (): Promise<unknown> =>
  (await world.db.selectFrom('unit_plan').select('words').where('id', '=', id).executeTakeFirstOrThrow())
    .words;

const document = () =>
  renderDocx({
    ...SAMPLE_PAPER,
    body: [
      { type: 'heading', level: 1, text: 'I. MỤC ĐÍCH, YÊU CẦU' },
      { type: 'paragraph', text: 'Thực hiện kế hoạch của tỉnh.' },
      { type: 'heading', level: 1, text: 'II. TRÁCH NHIỆM LÃNH ĐẠO, CHỈ ĐẠO' },
      { type: 'paragraph', text: 'Bí thư và Chủ tịch cùng chịu trách nhiệm.' },
      { type: 'heading', level: 1, text: 'III. Chế độ báo cáo' },
      { type: 'list', items: ['Báo cáo hằng quý', 'Báo cáo năm'] },
    ],
  });

it('shows which heading goes to which part and what is left over, and keeps nothing before it is confirmed', async () => {
  const before = await wordsOf();
  const page = await upload(await document());
  expect(page.status).toBe(200);
  expect(page.text).toContain('II. TRÁCH NHIỆM LÃNH ĐẠO, CHỈ ĐẠO');
  expect(page.text).toContain('Chưa có gì được lưu.');
  const chosen = (heading: string) => {
    const section = page.html.split('<section').find((one) => one.includes(`>${heading}`)) ?? '';
    return /<option value="(\d*)" selected/.exec(section)?.[1] ?? '';
  };
  expect(
    ['I. MỤC ĐÍCH, YÊU CẦU', 'II. TRÁCH NHIỆM LÃNH ĐẠO, CHỈ ĐẠO', 'III. Chế độ báo cáo'].map(chosen),
  ).toEqual(['', '1', '2']);
  expect(await wordsOf()).toEqual(before);
});

it('takes over what was confirmed, after what stands there or in its place', async () => {
  const unit = await there.as(world.unit);
  const page = await upload(await document());
  const fields = hiddenFields(page.html, `${path}/lay`);
  const sections = {
    m1_heading: 'II',
    m1_part: '1',
    m1_text: 'Bí thư.',
    m2_heading: 'x',
    m2_part: '',
    m2_text: 'Bỏ.',
  };
  const taken = await unit.post(`${path}/lay`, { ...fields, ...sections, mode: 'append' });
  expect(taken.headers.get('location')).toBe(`/ke-hoach-don-vi/${id}#noi-dung`);
  expect(await wordsOf()).toEqual({ 1: 'Chủ tịch chỉ đạo.\nBí thư.', 2: 'Báo cáo hằng quý.' });
  // the same form again, on the version it was made on: somebody has changed the plan since
  const stale = await unit.post(`${path}/lay`, {
    ...fields,
    ...sections,
    _khoa: 'x'.repeat(20),
    mode: 'replace',
  });
  expect(stale.status).toBe(409);
});

it('says when nothing was chosen, and gives everything back', async () => {
  const unit = await there.as(world.unit);
  const fields = hiddenFields((await upload(await document())).html, `${path}/lay`);
  const none = await seen(
    await unit.post(`${path}/lay`, {
      ...fields,
      m1_heading: 'A',
      m1_part: '',
      m1_text: 'Giữ lại',
      mode: 'append',
    }),
  );
  expect([none.status, none.text.includes('Chưa đoạn nào')]).toEqual([422, true]);
  expect(none.html).toContain('Giữ lại');
  const long = await seen(
    await unit.post(`${path}/lay`, {
      ...fields,
      m1_heading: 'A',
      m1_part: '1',
      m1_text: 'x'.repeat(300_000),
      mode: 'append',
    }),
  );
  expect([long.status, long.text.includes('dài quá 30.000 ký tự')]).toEqual([422, true]);
});

it('refuses what is no Word file with words, each in a sentence, and stores nothing', async () => {
  const bomb = zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': new Uint8Array(8 * 1024 * 1024),
  });
  for (const [bytes, said] of [
    [strToU8('%PDF-1.7'), 'không phải là tệp Word'],
    [bomb, 'nén bất thường'],
    [new Uint8Array(0), 'không phải là tệp Word'],
  ] as const) {
    const page = await upload(bytes);
    expect([page.status, errorAt(page, 'file').includes(said)]).toEqual([422, true]);
  }
  expect(await world.db.selectFrom('file').select('id').execute()).toEqual([]);
});

it('is for those who write the plan', async () => {
  expect((await open(await there.as(world.stranger), path)).status).toBe(404);
  expect((await open(await there.as(world.standing), path)).status).toBe(422);
});
