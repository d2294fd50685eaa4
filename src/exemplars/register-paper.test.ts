import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExemplarSite, openExemplarSite } from '../../test/exemplar-site.ts';
import { on, typedFigure, withMeasures } from '../../test/figure-desk.ts';
import { answerOf, makeExemplar } from '../../test/oracles/exemplar-world.ts';
import { bare, readPdf } from '../papers/read-back.ts';
import { loadConsentLaw } from '../sample/load-measures.ts';
import { SUBJECT_KINDS } from '../subjects/kinds.ts';
import { addTypedAchievement } from './achievements-typed.ts';
import { registerPaperRoutes } from './register-paper-routes.ts';
import { STEP_KEYS, STEP_TITLES } from './register-steps.ts';

let there: ExemplarSite;
let measure: (key: string) => number;
beforeAll(async () => {
  there = await openExemplarSite(registerPaperRoutes);
  measure = await withMeasures(there.world);
  await there.world.db.transaction().execute(loadConsentLaw);
});
afterAll(() => there.close());

async function wordsOf(path: string): Promise<string> {
  const response = await (await there.as(there.world.unit)).get(path);
  const { pages } = await readPdf(new Uint8Array(await response.arrayBuffer()));
  return bare(pages.flatMap(({ texts }) => texts.map(({ text }) => text)).join(''));
}

describe('the registration on paper', () => {
  it('asks in the order of the steps, of each kind of subject what it has', async () => {
    for (const kind of SUBJECT_KINDS) {
      const words = await wordsOf(`/dien-hinh/mau-phieu.pdf?loai=${kind}`);
      const places = STEP_KEYS.map((key, n) => words.indexOf(bare(`${n + 1}. ${STEP_TITLES[key]}`)));
      expect(places).toEqual(places.toSorted((one, other) => one - other));
      expect(places[0]).toBeGreaterThan(0);
      expect(words.includes(bare('Năm sinh'))).toBe(kind !== 'collective');
      expect(words.includes(bare('Người đại diện'))).toBe(kind !== 'individual');
    }
  });

  it('is filled with what is known, figures as their measure writes them', async () => {
    const id = await makeExemplar(there.world, { state: 'found', complete: true, fullName: 'Đỗ Thị Hạnh' });
    const { acting, about } = on(there.world, there.world.unit, id);
    const figure = { ...typedFigure(measure('dien-tich-san-xuat'), '120 ha'), rechecked: true };
    answerOf(await addTypedAchievement(acting, { ...about, ...figure }));
    const words = await wordsOf(`/dien-hinh/${id}/phieu.pdf`);
    for (const known of [
      'Đỗ Thị Hạnh',
      '120 ha (ngoài khoảng thường gặp)',
      '38 (95%)',
      'Trồng bưởi theo hướng hữu cơ',
    ])
      expect(words).toContain(bare(known));
    const stranger = await there.as(there.world.stranger);
    for (const paper of ['phieu.pdf', 'dong-y.pdf'])
      expect((await stranger.get(`/dien-hinh/${id}/${paper}`)).status).toBe(404);
  });
});

describe('the form of consent', () => {
  it('stands on one sheet, so that nobody signs what they do not have before them', async () => {
    for (const day of ['2026-01-01', '2018-11-15'])
      for (const kind of SUBJECT_KINDS) {
        there.site.clock.set(day);
        const id = await makeExemplar(there.world, { state: 'found', kind, fullName: 'Đỗ Thị Hạnh' });
        const response = await (await there.as(there.world.unit)).get(`/dien-hinh/${id}/dong-y.pdf`);
        const { pages } = await readPdf(new Uint8Array(await response.arrayBuffer()));
        expect(pages.length, `${kind} on ${day}`).toBe(1);
      }
  });

  it('asks each thing by itself, and says how to take it back', async () => {
    const id = await makeExemplar(there.world, { state: 'found', fullName: 'Đỗ Thị Hạnh' });
    const words = await wordsOf(`/dien-hinh/${id}/dong-y.pdf`);
    for (const said of [
      'Việc thứ nhất: đăng ký.',
      'Việc thứ hai: công bố.',
      'Tôi rút lại lúc nào cũng được',
      'Đỗ Thị Hạnh',
    ])
      expect(words).toContain(bare(said));
  });

  it('is signed for a collective by the one who speaks for it', async () => {
    const id = await makeExemplar(there.world, {
      state: 'found',
      kind: 'collective',
      fullName: 'Tổ chè khu 3',
    });
    const words = await wordsOf(`/dien-hinh/${id}/dong-y.pdf`);
    expect(words).toContain(bare('đại diện cho Tổ chè khu 3'));
    expect(words).toContain(bare('NGƯỜI ĐẠI DIỆN'));
  });

  it('names the law only from the day on which it applies', async () => {
    const id = await makeExemplar(there.world, { state: 'found' });
    const named = async (day: string) => {
      there.site.clock.set(day);
      return (await wordsOf(`/dien-hinh/${id}/dong-y.pdf`)).includes(bare('91/2025/QH15'));
    };
    expect([await named('2025-12-31'), await named('2026-01-01')]).toEqual([false, true]);
    there.site.clock.set('2018-11-15');
  });
});
