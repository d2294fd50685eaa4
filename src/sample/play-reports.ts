import { sql } from 'kysely';
import type { Acting } from '../identity/actor.ts';
import type { PaperFields } from '../papers/paper-fields.ts';
import type { Day } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import { openReport } from '../reports/open.ts';
import { acceptReport, returnReport, submitReport } from '../reports/step.ts';
import { writeReport } from '../reports/write.ts';
import { agreed } from './agreed.ts';
import { addDays, SAMPLE_TODAY } from './days.ts';
import { idOf, type OfficeIds } from './load-offices.ts';
import { type People, personOf } from './load-people.ts';
import { playCorrection } from './play-report-correction.ts';
import { playStandingReport } from './play-reports-above.ts';
import { readSeed } from './seed-files.ts';
import { OfficeHours } from './stage.ts';

export type ReportSeed = Awaited<ReturnType<typeof readSeed<'sample/reports.json'>>>;

/** What the reports of the sample are played on. */
export interface ReportStage {
  tx: Tx;
  seed: ReportSeed;
  planId: number;
  officeId(key: string): number;
  /** The surroundings of a person's next act on a day. */
  acting(by: string, day: Day): Acting;
}

/** Who reads the reports of the districts and departments, and who writes the one above them. */
export const READER = 'tdkt.luong';

/**
 * The yearly reports of the sample, by the commands of the program: those of 2016 and 2017 submitted in time, late,
 * returned once, missing or after the one above; those of 2018 being written.
 */
export async function playReports(
  tx: Tx,
  loaded: { planId: number; people: People; offices: OfficeIds },
): Promise<void> {
  const { planId, people, offices } = loaded;
  // what was set for thousands of small commands is wrong for counting, and so are the statistics of an empty table
  await sql`SET LOCAL join_collapse_limit TO DEFAULT`.execute(tx);
  await sql`ANALYZE exemplar, exemplar_step, exemplar_check, achievement, support_action, honour`.execute(tx);
  const hours = new OfficeHours();
  const stage: ReportStage = {
    tx,
    seed: await readSeed('sample/reports.json'),
    planId,
    officeId: (key) => idOf(offices, key),
    acting: (by, day) => ({
      db: tx,
      clock: hours.at(day),
      actor: personOf(people, by),
      ip: null,
      requestKey: null,
    }),
  };
  for (const above of stage.seed.standing) {
    const { year } = above;
    for (const [index, { by, office, years }] of stage.seed.writers.entries()) {
      const fate = years[String(year)];
      if (!fate || fate === 'missing' || fate === 'after_merge') continue;
      await playReport(stage, { by, office, year, index, fate });
    }
    await playStandingReport(stage, above);
  }
  await playCorrection(stage);
}

interface Scene {
  by: string;
  office: string;
  year: number;
  index: number;
  fate: ReportSeed['writers'][number]['years'][string];
}

/** Opens, writes and, unless it is this year's, submits the report of one office; answers its id. */
export async function playReport(stage: ReportStage, scene: Scene, submitOn?: Day): Promise<number> {
  const { by, year, fate } = scene;
  const due = await dueDay(stage, scene);
  const opens = fate === 'draft' ? addDays(SAMPLE_TODAY, -6 + (scene.index % 5)) : addDays(due, -11);
  const officeId = stage.officeId(scene.office);
  const { id } = agreed(
    await openReport(stage.acting(by, opens), { officeId, ...periodOf(stage, year) }),
    'opening',
  );
  const closingOn = `${year}${stage.seed.closing}`;
  const words = wordsOf(stage, scene);
  const write = { id, version: null, closingOn, words, paper: PAPER };
  agreed(await writeReport(stage.acting(by, addDays(opens, 1)), write), 'writing');
  if (fate === 'draft') return id;
  const on = submitOn ?? addDays(due, fate === 'late' ? 6 : -4);
  agreed(await submitReport(stage.acting(by, on), { id, version: null }), 'submitting');
  if (fate === 'returned') {
    const reasons = stage.seed.returned;
    agreed(
      await returnReport(stage.acting(READER, addDays(on, 2)), { id, version: null, reasons }),
      'returning',
    );
    const added = { ...words, proposal: `${words.proposal}\n- Gửi cơ quan thường trực, trước ngày 31/3.` };
    agreed(await writeReport(stage.acting(by, addDays(on, 4)), { ...write, words: added }), 'mending');
    agreed(await submitReport(stage.acting(by, addDays(on, 4)), { id, version: null }), 'submitting again');
  }
  agreed(await acceptReport(stage.acting(READER, addDays(on, 6)), { id, version: null }), 'accepting');
  return id;
}

/** The day by which a duty asks for the report; where none does, the day of the seed. */
export async function dueDay(stage: ReportStage, scene: { office: string; year: number }): Promise<Day> {
  const item = await stage.tx
    .selectFrom('duty_item as i')
    .innerJoin('duty as d', 'd.id', 'i.duty_id')
    .select('i.due_on')
    .where('d.plan_id', '=', stage.planId)
    .where('d.report_form_key', '=', stage.seed.formKey)
    .where('i.office_id', '=', stage.officeId(scene.office))
    .where('i.period_from', '=', `${scene.year}-01-01`)
    .executeTakeFirst();
  return item?.due_on ?? `${scene.year}${stage.seed.due}`;
}

export const periodOf = ({ planId, seed }: ReportStage, year: number) => ({
  planId,
  formKey: seed.formKey,
  from: `${year}-01-01`,
  to: `${year}-12-31`,
});

/** Another of the invented texts for each office and year; a draft has only begun. */
function wordsOf({ seed }: ReportStage, { index, year, fate }: Scene): Record<string, string> {
  const begun = Object.entries(seed.parts).slice(0, fate === 'draft' ? 2 : undefined);
  return Object.fromEntries(begun.map(([key, texts]) => [key, texts[(index + year) % texts.length] ?? '']));
}

export const PAPER: PaperFields = {
  number: null,
  symbol: 'BC-UBND',
  place: 'Phú Thọ',
  date: null,
  authority: null,
  signerTitle: 'CHỦ TỊCH',
  signerName: null,
  recipients: ['Ban Thi đua – Khen thưởng tỉnh', 'Lưu: VT'],
};
