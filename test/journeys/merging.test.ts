import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { searchPairs } from '../../src/subjects/pairs-search.ts';
import { launchBrowser } from '../browser.ts';
import { makeActor, makePlan, makeProvince, type Province } from '../factories.ts';
import { type ExemplarWorld, makeExemplar } from '../oracles/exemplar-world.ts';
import { type RunningApp, runApp } from '../running-app.ts';
import { makeSubject } from '../subject-world.ts';
import { type Person, personIn } from './person.ts';

let app: RunningApp;
let browser: Browser;
let places: Province;
let world: ExemplarWorld;

beforeAll(async () => {
  [app, browser] = await Promise.all([runApp(), launchBrowser()]);
  const { db } = app;
  places = await makeProvince(db);
  const unit = await makeActor(db, [['unit', places.commune, 'own']]);
  const plan = await makePlan(db, places.lead);
  world = { db, place: places, plan, unit } as unknown as ExemplarWorld;
}, 120_000);
afterAll(async () => {
  await browser.close();
  await app.stop();
});

const main = async ({ page }: Person): Promise<string> => (await page.textContent('main')) ?? '';

async function follow({ page }: Person, words: string | RegExp): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.getByRole('link', { name: words }).first().click()]);
}

async function press({ page }: Person, words: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: words }).first().click()]);
}

const rowOf = (id: number) =>
  app.db
    .selectFrom('subject')
    .select(['full_name', 'merged_into_id'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();

/** The standing body goes from those that may be one to the comparison, merges, is told of a mistake, and parts them. */
async function walk(javaScriptEnabled: boolean): Promise<void> {
  const { db } = app;
  const name = javaScriptEnabled ? 'Hà Thị Thuý Liễu' : 'Hà Thị Thuý Đào';
  const facts = { birthYear: 1959, place: 'khu 3, xã Sai Nga' };
  const one = await makeSubject(db, { fullName: name, ...facts });
  const other = await makeSubject(db, { fullName: name.replace('Thuý', 'Thúy'), ...facts });
  for (const subjectId of [one, other]) await makeExemplar(world, { state: 'found', subjectId, plan: null });
  await searchPairs(db, app.clock);
  const standing = await personIn(app, browser, ['standing', places.standing, 'all'], { javaScriptEnabled });

  await standing.open('/chu-the/trung');
  expect(await main(standing)).toContain('cùng năm sinh 1959');
  await follow(standing, new RegExp(`^So sánh ${name} và`));
  expect(new URL(standing.page.url()).pathname).toBe(`/chu-the/${one}/gop/${other}`);
  await standing.page.getByRole('radio', { name: new RegExp(`\\(của số ${other}\\)`) }).check();
  await press(standing, 'Gộp hai chủ thể');
  expect(await main(standing)).toContain('Hãy ghi vì sao biết hai chủ thể là một.');
  await standing.page.fill('main [name=reason]', 'Xã Sai Nga đã xác nhận bằng điện thoại');
  await press(standing, 'Gộp hai chủ thể');
  expect(await rowOf(one)).toEqual({ full_name: name.replace('Thuý', 'Thúy'), merged_into_id: null });
  expect(await rowOf(other)).toMatchObject({ merged_into_id: one });
  await standing.open('/chu-the/trung');
  expect(await main(standing)).toContain('Không có cặp nào chờ xem');

  const merge = await db
    .selectFrom('subject_merge')
    .select('id')
    .where('kept_id', '=', one)
    .executeTakeFirstOrThrow();
  const path = `/chu-the/${one}/gop/${merge.id}/hoan-tac`;
  await standing.open(path);
  expect(await main(standing)).toContain(`1 hồ sơ điển hình trở về số ${other}`);
  await standing.send(path, { reason: 'Xã báo lại: hai chị em' });
  expect(await rowOf(one)).toEqual({ full_name: name, merged_into_id: null });
  expect(await rowOf(other)).toMatchObject({ merged_into_id: null });

  await searchPairs(db, app.clock);
  await standing.open('/chu-the/trung');
  expect(await main(standing)).toContain('Không có cặp nào chờ xem');
  await follow(standing, /^Đã ghi là khác nhau/);
  expect(await main(standing)).toContain('Xã báo lại: hai chị em');
  await standing.leave();
}

describe('the standing body and those that may be one', () => {
  it('goes from possible duplicates to a merge and to its undoing', () => walk(true), 90_000);
  it('does so without JavaScript too', () => walk(false), 90_000);
});
