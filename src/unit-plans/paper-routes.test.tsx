import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DutyWorld, on, peopled } from '../../test/duty-world.ts';
import { type ExemplarSite, errorAt, open, openExemplarSite, seen, send } from '../../test/exemplar-site.ts';
import { hiddenFields } from '../../test/site.ts';
import { askUnitPlans, writtenPlan } from '../../test/unit-plan-world.ts';
import { readDocxText } from '../evidence/docx-text.ts';
import { bare, readPdf } from '../papers/read-back.ts';
import { unitPlanRoutes } from './routes.ts';
import { submitUnitPlan } from './submit.ts';

let there: ExemplarSite;
let world: DutyWorld;
let page: string;
let id: number;
beforeAll(async () => {
  there = await openExemplarSite(unitPlanRoutes);
  world = await peopled(there.world);
  await askUnitPlans(world);
  id = await writtenPlan(world, world.unit, world.place.commune);
  page = `/ke-hoach-don-vi/${id}`;
});
afterAll(() => there.close());

/** The words of a PDF, without blanks and line breaks. */
async function pdfWords(response: Response): Promise<string> {
  const { pages } = await readPdf(new Uint8Array(await response.arrayBuffer()));
  return bare(pages.flatMap(({ texts }) => texts.map(({ text }) => text)).join(''));
}

describe('the paper of a unit plan', () => {
  it('is an official paper for Word and as PDF, and a form to fill in by hand', async () => {
    const unit = await there.as(world.unit);
    const docx = await readDocxText(
      new Uint8Array(await (await unit.get(`${page}/ke-hoach.docx`)).arrayBuffer()),
    );
    const texts = docx.ok ? docx.blocks.map(({ text }) => text) : [];
    expect(texts).toEqual(expect.arrayContaining(['KẾ HOẠCH', 'I. TRÁCH NHIỆM LÃNH ĐẠO', 'Điển hình mới']));
    expect(await pdfWords(await unit.get(`${page}/ke-hoach.pdf`))).toContain(bare('Chủ tịch chỉ đạo.'));
    const words = await pdfWords(await unit.get(`${page}/mau-giay.pdf`));
    expect(words).toContain(bare('II. CHẾ ĐỘ THÔNG TIN, BÁO CÁO'));
    expect(words).not.toContain(bare('Chủ tịch chỉ đạo.'));
    expect((await (await there.as(world.stranger)).get(`${page}/ke-hoach.pdf`)).status).toBe(404);
  });
});

describe('a file of a unit plan', () => {
  it('is attached while the plan is open, handed out within reach, and taken off again', async () => {
    const unit = await there.as(world.unit);
    const path = `${page}/tep/moi`;
    const sendFile = async (bytes: Uint8Array, name: string) => {
      const form = new FormData();
      for (const [field, value] of Object.entries(hiddenFields((await open(unit, path)).html, path)))
        form.set(field, value);
      form.set('title', '');
      form.set('file', new File([new Uint8Array(bytes)], name));
      return seen(await unit.post(path, form));
    };
    const bytes = new Uint8Array(await (await unit.get(`${page}/ke-hoach.docx`)).arrayBuffer());
    expect(errorAt(await sendFile(Buffer.from('MZ'), 'virus.exe'), 'file')).toContain('không đúng loại');
    expect((await sendFile(bytes, 'Danh sách mô hình.docx')).status).toBe(303);
    expect(errorAt(await sendFile(bytes, 'Lần nữa.docx'), 'file')).toContain('đã được đính kèm rồi');
    const href = /href="([^"]*\/tep\/\d+)"/.exec((await open(unit, page)).html)?.[1] ?? '';
    const got = await (await there.as(world.districtOfficer)).get(href);
    expect([got.status, got.headers.get('x-content-type-options')]).toEqual([200, 'nosniff']);
    expect((await (await there.as(world.stranger)).get(href)).status).toBe(404);
    expect((await unit.get(`${page}/tep/987654`)).status).toBe(404);
    expect((await send(unit, `${href}/bo`, {})).status).toBe(303);
    expect((await unit.get(href)).status).toBe(404);
    await submitUnitPlan(on(world, world.unit), { id, version: null });
    expect((await open(unit, path)).status).toBe(422);
  });
});
