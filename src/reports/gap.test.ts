import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actingAs, type MadeOffice } from '../../test/factories.ts';
import { FIGURES, openRollupSite, type RollupSite } from '../../test/rollup-site.ts';
import { notFound, stale } from '../platform/outcome.ts';
import { dropGap, nameGap } from './gap.ts';
import { corrected, correctedFigures, correctionsOf, mergeLate } from './gap-arrival.ts';
import { mergeBelow } from './merged-commands.ts';
import { belowOf, undecidedBelow } from './rollup-below.ts';

let at: RollupSite;
let sent: MadeOffice;
let silent: MadeOffice;
let late: MadeOffice;
beforeAll(async () => {
  at = await openRollupSite();
  sent = await at.commune('Xã Đúng Hạn');
  silent = await at.commune('Xã Im Lặng');
  late = await at.commune('Xã Đến Muộn');
  await at.report(sent, { state: 'accepted', figures: { kth_tong: 10, kt_tac_dung: 4, bc_cham_max: 2 } });
});
afterAll(() => at.close());

const acting = (who: keyof RollupSite['people'] = 'district', day = '2018-01-25') =>
  actingAs(at.db, at.people[who], { day });
const target = (office: MadeOffice) => ({ id: at.aboveId, version: null, officeId: office.id });
const above = () => ({
  id: at.aboveId,
  planId: at.planId,
  officeId: at.place.district.id,
  formKey: 'thu',
  periodFrom: '2017-01-01',
});
const missing = { kind: 'missing' as const, reason: 'Nhắc ba lần không trả lời' };

describe('an office below that does not answer', () => {
  it('is named with a reason, and then nothing is undecided about it', async () => {
    expect((await undecidedBelow(at.db, above())).map((one) => one.officeName)).toEqual([
      'Xã Đến Muộn',
      'Xã Im Lặng',
    ]);
    expect(
      (await nameGap(acting(), { ...target(silent), kind: 'none', reason: 'Không có phong trào' })).ok,
    ).toBe(true);
    expect((await nameGap(acting(), { ...target(late), ...missing })).ok).toBe(true);
    expect(await undecidedBelow(at.db, above())).toEqual([]);
  });

  it('can be named otherwise, and taken back', async () => {
    expect((await nameGap(acting(), { ...target(silent), ...missing })).ok).toBe(true);
    expect((await dropGap(acting(), target(silent))).ok).toBe(true);
    expect((await undecidedBelow(at.db, above())).map((one) => one.officeName)).toEqual(['Xã Im Lặng']);
    expect(await dropGap(acting(), target(silent))).toEqual(notFound());
    await nameGap(acting(), { ...target(silent), kind: 'none', reason: 'Không có phong trào' });
  });

  it.each([
    ['one that has answered', () => nameGap(acting(), { ...target(sent), ...missing }), 'has_answered'],
    [
      'a report that somebody else writes',
      () => nameGap(acting('viewer'), { ...target(silent), ...missing }),
      'wrong_role',
    ],
  ])('is not named: %s', async (_what, command, rule) => {
    expect(await command()).toMatchObject({ ok: false, refusal: { reasons: [{ rule }] } });
  });

  it('is not found by those who do not see the report, nor when it does not send here; an old form is stale', async () => {
    expect(await nameGap(acting('elsewhere'), { ...target(silent), ...missing })).toEqual(notFound());
    expect(await nameGap(acting(), { ...target(at.place.lead), ...missing })).toEqual(notFound());
    const { version } = await at.db
      .selectFrom('report')
      .select('version')
      .where('id', '=', at.aboveId)
      .executeTakeFirstOrThrow();
    expect(await nameGap(acting(), { ...target(silent), version: 1, ...missing })).toEqual(stale(version));
  });
});

describe('a report that comes late', () => {
  it('becomes a visible correction beside what was submitted', async () => {
    expect(
      (await mergeBelow(acting(), { id: at.aboveId, version: null, reach: 'direct', words: 'leave' })).ok,
    ).toBe(true);
    await at.db
      .updateTable('report')
      .set({
        state: 'submitted',
        submitted_on: '2018-01-25',
        first_submitted_on: '2018-01-25',
        figures: '{}',
      })
      .where('id', '=', at.aboveId)
      .execute();
    expect(await nameGap(acting(), { ...target(silent), ...missing })).toMatchObject({
      refusal: { reasons: [{ rule: 'locked' }] },
    });
    expect(await mergeLate(acting(), target(late))).toMatchObject({
      refusal: { reasons: [{ rule: 'nothing_late' }] },
    });
    await at.report(late, {
      figures: { kth_tong: 3, kt_tac_dung: 1, bc_cham_max: 1, dh_tong: 8, dv_ty_le_co_dh: 9 },
    });
    const [arrived] = (await belowOf(at.db, above())).filter((one) => one.gap?.waitsForMerge);
    expect(arrived?.officeName).toBe('Xã Đến Muộn');

    expect(await mergeLate(acting('district', '2018-02-20'), target(late))).toMatchObject({ ok: true });
    const [correction] = await correctionsOf(at.db, at.aboveId);
    expect(correction).toMatchObject({
      officeName: 'Xã Đến Muộn',
      namedOn: '2018-01-25',
      arrivedOn: '2018-02-20',
      changes: {
        kth_tong: { before: 10, after: 13 },
        kt_tac_dung: { before: 4, after: 2.5 },
        dh_tong: { before: 0, after: 8 },
      },
    });
    // the largest stays the largest, and a share is never added up
    expect(Object.keys(correction?.changes ?? {}).sort()).toEqual(['dh_tong', 'kt_tac_dung', 'kth_tong']);
    const frozen = await at.db
      .selectFrom('report_figure')
      .select(['indicator', 'value'])
      .where('report_id', '=', at.aboveId)
      .where('indicator', '=', 'kth_tong')
      .executeTakeFirstOrThrow();
    expect(frozen.value).toBe(10);
    expect(await mergeLate(acting(), target(late))).toMatchObject({
      refusal: { reasons: [{ rule: 'nothing_late' }] },
    });
  });

  it('corrects on top of the corrections before it', async () => {
    await at.report(silent, { figures: { kth_tong: 1, kt_tac_dung: 5 } });
    expect((await mergeLate(acting('district', '2018-03-01'), target(silent))).ok).toBe(true);
    const now = await correctedFigures(at.db, at.aboveId);
    expect([now.get('kth_tong'), now.get('kt_tac_dung')]).toEqual([14, 3.33]);
    expect(FIGURES.map((key) => now.get(key))).toContain(8);
  });
});

describe('one more report', () => {
  it.each([
    ['sum', 10, 3, 4, 14],
    ['sum', null, 0, 4, 4],
    ['max', 10, 3, 4, 10],
    ['max', 3, 3, 4, 4],
    ['mean', 4, 3, 8, 5],
    ['mean', null, 0, 8, 8],
    ['none', 50, 3, 20, null],
  ] as const)('makes by the rule “%s” of %s over %s with %s: %s', (rule, before, known, arrived, after) => {
    expect(corrected(rule, before, known, arrived)).toBe(after);
  });
});
