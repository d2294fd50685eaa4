import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePair, type Pair, rowsOf } from '../../test/carry-files.ts';
import { EMPTY, FULL, fillFile, type Stock, stock } from '../../test/carry-fill.ts';
import { type ExemplarSite, open, openExemplarSite, seen, send } from '../../test/exemplar-site.ts';
import { rowOf } from '../../test/oracles/exemplar-world.ts';
import { queriesOf } from '../../test/query-count.ts';
import { hiddenFields } from '../../test/site.ts';
import { exemplarRoutes } from './routes.tsx';

let there: ExemplarSite;
let shelf: Stock;
beforeAll(async () => {
  there = await openExemplarSite(exemplarRoutes({ parts: [] }));
  shelf = await stock(there.world);
});
afterAll(() => there.close());

const pathOf = (id: number) => `/dien-hinh/${id}/buoc/gop`;
const comparing = ({ gone, kept }: Pair) => `${pathOf(gone)}?giu=${kept}`;

async function filled(keptIs: typeof FULL = EMPTY): Promise<Pair> {
  const pair = await makePair(there.world);
  await fillFile(there.world, shelf, pair.gone, FULL);
  await fillFile(there.world, shelf, pair.kept, keptIs);
  return pair;
}

/** The form of the page that shows both, sent with these fields. */
async function sendCompared(
  who: Awaited<ReturnType<ExemplarSite['as']>>,
  pair: Pair,
  fields: Record<string, string | string[]>,
) {
  const { html } = await open(who, comparing(pair));
  return seen(await who.post(pathOf(pair.gone), { ...hiddenFields(html, pathOf(pair.gone)), ...fields }));
}

const boxes = (html: string) => [...html.matchAll(/name="carry" value="([^"]+)"( checked)?/g)];

describe('the page that shows both files', () => {
  it('has a box at each thing that is lacking, merges with those ticked, and the file says what it gave', async () => {
    const pair = await filled();
    const unit = await there.as(there.world.unit);
    const page = await open(unit, comparing(pair));
    expect(boxes(page.html)).toHaveLength(13);
    expect(boxes(page.html).every(([, , checked]) => checked !== undefined)).toBe(true);
    expect(page.text).toContain('tự khai');
    const [figure] = boxes(page.html).flatMap(([, key = '']) => (key.startsWith('achievement') ? [key] : []));
    const sent = await sendCompared(unit, pair, { reason: 'Cùng người', carry: figure ?? '' });
    expect([sent.status, sent.location]).toEqual([303, `/dien-hinh/${pair.gone}`]);
    const after = await open(unit, `/dien-hinh/${pair.gone}`);
    expect(after.text).toContain('đã nhận 1 thành tích, 1 minh chứng');
    expect(after.html).toContain(`href="/dien-hinh/${pair.kept}"`);
    const back = await send(await there.as(there.world.standing), `/dien-hinh/${pair.gone}/buoc/mo-lai`, {
      reason: 'Gộp nhầm',
    });
    expect(back.status).toBe(303);
  });

  it('keeps what was ticked and typed when something is wrong, and writes nothing', async () => {
    const pair = await filled();
    const before = await rowsOf(there.world, pair);
    const unit = await there.as(there.world.unit);
    const sent = await sendCompared(unit, pair, { reason: ' ', carry: 'fact:title', onDay: '14/11/2018' });
    expect(sent.status).toBe(422);
    expect(sent.html).toContain('href="#f-reason"');
    expect(boxes(sent.html).filter(([, , checked]) => checked)).toHaveLength(1);
    expect(sent.html).toContain('value="14/11/2018"');
    expect(await rowsOf(there.world, pair)).toEqual(before);
  });

  it('refuses boxes that are none, with a sentence', async () => {
    const pair = await filled();
    const before = await rowsOf(there.world, pair);
    const unit = await there.as(there.world.unit);
    const lots = Array.from({ length: 501 }, (_, n) => `achievement:${n + 1}`);
    for (const carry of ['achievement:1;drop', '<b>', 'step:1', 'fact:', lots]) {
      const sent = await sendCompared(unit, pair, { reason: 'Cùng người', carry });
      expect([sent.status, sent.html.includes('href="#f-carry"')]).toEqual([422, true]);
    }
    for (const carry of ['achievement:999999', 'fact:state', 'source:77', 'consent:0']) {
      const sent = await sendCompared(unit, pair, { reason: 'Cùng người', carry });
      expect([sent.status, sent.html.includes('data-rule="not_offered"')]).toEqual([422, true]);
    }
    for (const intoVersion of ['x', '0', '99999999999', ''])
      expect((await sendCompared(unit, pair, { reason: 'Cùng người', intoVersion })).status).toBe(422);
    expect(await rowsOf(there.world, pair)).toEqual(before);
  });

  it('is refused when either file was changed since it was opened', async () => {
    const pair = await filled();
    const unit = await there.as(there.world.unit);
    const { html } = await open(unit, comparing(pair));
    const hidden = hiddenFields(html, pathOf(pair.gone));
    const bump = (id: number) =>
      there.world.db.updateTable('exemplar').set({ version: 9 }).where('id', '=', id).execute();
    await bump(pair.kept);
    const fields = { ...hidden, reason: 'Cùng người', carry: 'fact:title' };
    const other = await seen(await unit.post(pathOf(pair.gone), fields));
    expect(other.html).toContain('data-rule="other_changed"');
    await bump(pair.gone);
    expect((await unit.post(pathOf(pair.gone), fields)).status).toBe(409);
  });

  it('says once why something may not be taken over, and offers no box for it', async () => {
    const pair = await filled();
    await there.world.db
      .updateTable('exemplar')
      .set({ state: 'proposed' })
      .where('id', '=', pair.kept)
      .execute();
    const unit = await there.as(there.world.unit);
    const page = await open(unit, comparing(pair));
    expect(page.html.match(/data-rule="wrong_role"/g)).toHaveLength(2);
    expect(page.html.match(/ disabled/g)?.length).toBe(11);
    const sent = await sendCompared(unit, pair, { reason: 'Cùng người', carry: 'fact:title' });
    expect(sent.html).toContain('data-rule="wrong_role"');
    expect((await rowOf(there.world, pair.gone)).state).toBe('found');
  });

  it('asks the same number of questions however much is in the files', async () => {
    const unit = await there.as(there.world.unit);
    const count = (pair: Pair) => queriesOf(there.site, () => open(unit, comparing(pair)));
    const empty = await makePair(there.world);
    const many = Array.from({ length: 30 }, (_, n) => ({ measure: 0, value: n, year: 2018 as const }));
    const lots = {
      ...FULL,
      figures: many,
    };
    const full = await filled({ ...lots, endorsed: false });
    await fillFile(there.world, shelf, full.gone, {
      ...lots,
      ...{ endorsed: false, placed: false },
      consents: EMPTY.consents,
    });
    expect(await count(full)).toBe(await count(empty));
  });
});

describe('opening a merged file again', () => {
  it('shows what stands against it before it is done, and takes the reason', async () => {
    const { world } = there;
    const pair = await filled();
    await sendCompared(await there.as(world.unit), pair, {
      ...{ reason: 'Cùng người', carry: ['fact:title', 'fact:statement'] },
    });
    await world.db
      .insertInto('exemplar_step')
      .values({ exemplar_id: pair.kept, action: 'propose', to_state: 'proposed', on_day: '2018-11-15' })
      .execute();
    const standing = await there.as(world.standing);
    const path = `/dien-hinh/${pair.gone}/buoc/mo-lai`;
    expect((await open(standing, path)).html).toContain('data-rule="decided_since"');
    const without = await send(standing, path, { reason: 'Gộp nhầm' });
    expect(without.html).toContain('href="#f-overrideReason"');
    expect((await rowOf(world, pair.gone)).state).toBe('declined');
    expect((await send(standing, path, { reason: 'Gộp nhầm', overrideReason: 'Vẫn mở' })).status).toBe(303);
    expect((await rowOf(world, pair.kept)).title).toBeNull();
  });
});
