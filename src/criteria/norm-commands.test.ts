import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, idIn, rulesIn } from '../../test/criteria-desk.ts';
import { makeActor, makeProvince } from '../../test/factories.ts';
import { openTestSite, type TestSite } from '../../test/site.ts';
import type { Actor } from '../identity/actor.ts';
import { type NormInput, saveNorm } from './norm-commands.ts';
import { listNorms, normsOf } from './norm-queries.ts';

let site: TestSite;
let standing: Actor;
let unit: Actor;

beforeAll(async () => {
  site = await openTestSite([]);
  const place = await makeProvince(site.db);
  standing = await makeActor(site.db, [['admin', place.province, 'all']]);
  unit = await makeActor(site.db, [['unit', place.commune, 'own']]);
});
afterAll(() => site.close());

const norm = (more: Partial<NormInput> = {}): NormInput => ({
  name: 'Thu nhập chuẩn',
  unit: 'triệu đồng',
  region: 'Miền núi',
  value: 30,
  validFrom: '2016-01-01',
  validTo: '2017-12-31',
  source: 'Quyết định thử',
  note: null,
  ...more,
});
const save = (more: Partial<NormInput> = {}, id: number | null = null, version: number | null = null) =>
  saveNorm(at(site.db, standing), { ...norm(more), id, version });

describe('norms', () => {
  it('change with the law: each time its own row, none on the same days for the same place', async () => {
    idIn(await save());
    expect(rulesIn(await save({ validFrom: '2017-06-01', validTo: null }))).toEqual(['validFrom']);
    idIn(await save({ validFrom: '2018-01-01', validTo: null, value: null }));
    idIn(await save({ region: 'Đồng bằng', validTo: null }));
    idIn(await save({ region: null, validTo: null }));
    const kept = await normsOf(site.db, ['thu-nhap-chuan']);
    expect(kept.map(({ region, value }) => [region, value])).toEqual(
      expect.arrayContaining([
        ['Miền núi', 30],
        ['Miền núi', null],
        ['Đồng bằng', 30],
        [null, 30],
      ]),
    );
  });

  it('are corrected in place, on the version that was seen, and keep their key', async () => {
    const id = idIn(await save({ name: 'Mức nghèo' }));
    idIn(await save({ name: 'Mức hộ nghèo', value: 1.5 }, id, 1));
    expect(rulesIn(await save({}, id, 1))).toEqual(['stale']);
    const [kept] = (await listNorms(site.db)).filter((one) => one.id === id);
    expect(kept).toMatchObject({ key: 'muc-ngheo', name: 'Mức hộ nghèo', value: 1.5, version: 2 });
  });

  it('are the standing body’s and the administrator’s', async () => {
    expect(rulesIn(await saveNorm(at(site.db, unit), { ...norm(), id: null, version: null }))).toEqual([
      'wrong_role',
    ]);
    expect(rulesIn(await save({}, 999_999))).toEqual(['not_found']);
    expect(rulesIn(await save({ name: '???' }))).toEqual(['name']);
  });
});
