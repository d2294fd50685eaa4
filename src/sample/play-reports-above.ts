import type { Day } from '../platform/clock.ts';
import { nameGap } from '../reports/gap.ts';
import { mergeLate } from '../reports/gap-arrival.ts';
import { mergeBelow } from '../reports/merged-commands.ts';
import { openReport } from '../reports/open.ts';
import { undecidedBelow } from '../reports/rollup-below.ts';
import { acceptReport, submitReport } from '../reports/step.ts';
import { writeReport } from '../reports/write.ts';
import { agreed } from './agreed.ts';
import { addDays, SAMPLE_TODAY, yearOf } from './days.ts';
import { dueDay, PAPER, periodOf, playReport, type ReportSeed, type ReportStage } from './play-reports.ts';

const WRITER = 'tdkt.huyen';
const LEADER = 'lanhdao.nghia';
const STANDING_OFFICE = 'ban-tdkt';

/**
 * The report of the standing body: rolled up from those below, with the offices that did not answer named as gaps,
 * submitted and accepted by the leaders. One that comes after it is merged as a correction. This year's is being written.
 */
export async function playStandingReport(
  stage: ReportStage,
  { year, words }: ReportSeed['standing'][number],
): Promise<void> {
  const isThisYear = year === yearOf(SAMPLE_TODAY);
  const opens = isThisYear ? addDays(SAMPLE_TODAY, -3) : addDays(await lastDueDay(stage, year), 16);
  const officeId = stage.officeId(STANDING_OFFICE);
  const { id } = agreed(
    await openReport(stage.acting(WRITER, opens), { officeId, ...periodOf(stage, year) }),
    'opening above',
  );
  const paper = {
    ...PAPER,
    symbol: 'BC-BTĐKT',
    signerTitle: 'TRƯỞNG BAN',
    recipients: ['UBND tỉnh (để báo cáo)', 'Lưu: VT'],
  };
  const closingOn = `${year}${stage.seed.closing}`;
  agreed(
    await writeReport(stage.acting(WRITER, opens), { id, version: null, closingOn, words, paper }),
    'writing above',
  );
  if (isThisYear) return;
  await nameGaps(stage, { id, officeId, year }, addDays(opens, 1));
  agreed(
    await mergeBelow(stage.acting(WRITER, addDays(opens, 2)), {
      id,
      version: null,
      reach: 'direct',
      words: 'leave',
    }),
    'merging',
  );
  agreed(
    await submitReport(stage.acting(WRITER, addDays(opens, 4)), { id, version: null }),
    'submitting above',
  );
  agreed(
    await acceptReport(stage.acting(LEADER, addDays(opens, 7)), { id, version: null }),
    'accepting above',
  );
  await playLateComers(stage, { id, year }, addDays(opens, 20));
}

/** The last of the days by which those below owe their reports. */
async function lastDueDay(stage: ReportStage, year: number): Promise<Day> {
  const days: Day[] = [];
  for (const { office } of stage.seed.writers) days.push(await dueDay(stage, { office, year }));
  return days.toSorted().at(-1) ?? `${year}${stage.seed.due}`;
}

async function nameGaps(
  stage: ReportStage,
  above: { id: number; officeId: number; year: number },
  day: Day,
): Promise<void> {
  const { planId, formKey, from: periodFrom } = periodOf(stage, above.year);
  const waiting = await undecidedBelow(stage.tx, {
    id: above.id,
    planId,
    officeId: above.officeId,
    formKey,
    periodFrom,
  });
  const named = new Set(waiting.map(({ officeId }) => officeId));
  for (const [index, officeId] of [...named].entries()) {
    // of some nothing was to be expected anyway
    const kind = index % 3 === 0 ? 'missing' : 'none';
    agreed(
      await nameGap(stage.acting(WRITER, day), {
        id: above.id,
        version: null,
        officeId,
        kind,
        reason: kind === 'missing' ? stage.seed.gap : stage.seed.nothing,
      }),
      'naming a gap',
    );
  }
}

/** Reports that come after the one above has gone on without them. */
async function playLateComers(
  stage: ReportStage,
  above: { id: number; year: number },
  day: Day,
): Promise<void> {
  for (const [index, { by, office, years }] of stage.seed.writers.entries()) {
    if (years[String(above.year)] !== 'after_merge') continue;
    await playReport(stage, { by, office, year: above.year, index, fate: 'late' }, day);
    const officeId = stage.officeId(office);
    const gap = await stage.tx
      .selectFrom('report_gap')
      .select('office_id')
      .where('report_id', '=', above.id)
      .where('office_id', '=', officeId)
      .executeTakeFirst();
    // without a duty nobody waited for it, and nothing is to be corrected
    if (!gap) continue;
    agreed(
      await mergeLate(stage.acting(WRITER, addDays(day, 7)), { id: above.id, version: null, officeId }),
      'merging a late report',
    );
  }
}
