import { sql } from 'kysely';
import type { Acting, Actor, Grant } from '../identity/actor.ts';
import { renderFillIn } from '../papers/fill-in.ts';
import type { Db, Tx } from '../platform/db.ts';
import type { FileStore } from '../platform/files.ts';
import { figuresOf } from '../reports/indicators/registry.ts';
import { indicatorsOf } from '../reports/merged-indicators.ts';
import { type AboveReport, findAbove } from '../reports/merged-report.ts';
import { recordOutside } from '../reports/outside-commands.ts';
import { outsideForm } from '../reports/outside-form.ts';
import { partsOfReport } from '../reports/queries.ts';
import { belowOf } from '../reports/rollup-below.ts';
import { addTemplate } from '../reports/template.ts';
import { exampleTemplate } from '../reports/template-example.ts';
import { templateForm } from '../reports/template-queries.ts';
import { agreed } from './agreed.ts';
import { addDays, SAMPLE_TODAY } from './days.ts';
import { OfficeHours } from './stage.ts';

const WRITER = 'tdkt.huyen';

/**
 * What of the sample needs a place for files: the Word template of the standing body, and the form of an office without
 * an account here, sent by Excel and typed in for it. For a sample that has just been loaded.
 */
export async function playRollupFiles(db: Db, files: FileStore): Promise<void> {
  const hours = new OfficeHours();
  await db.transaction().execute(async (tx) => {
    const actor = await actorCalled(tx, WRITER);
    const [grant] = actor?.grants ?? [];
    if (!actor || !grant) return;
    const acting = (day: string): Acting => ({
      db: tx,
      clock: hours.at(day),
      actor,
      ip: null,
      requestKey: null,
    });
    await playTemplate(acting(addDays(SAMPLE_TODAY, -7)), grant.officeId, files);
    const above = await lastReportOf(tx, actor, grant.officeId);
    if (above) await playOutside(tx, acting(addDays(SAMPLE_TODAY, -1)), above, files);
  });
}

async function playTemplate(acting: Acting, officeId: number, files: FileStore): Promise<void> {
  const form = await templateForm(acting.db, 'nam');
  if (!form) return;
  const bytes = await exampleTemplate(form);
  agreed(
    await addTemplate(
      acting,
      { officeId, formKey: form.key, name: 'mau-bao-cao-nam (mẫu).docx', bytes },
      files,
    ),
    'the template of the standing body',
  );
}

/** The first office below that has neither answered nor an account of its own. */
async function playOutside(tx: Tx, acting: Acting, above: AboveReport, files: FileStore): Promise<void> {
  const waiting = (await belowOf(tx, above)).filter(
    (one) => one.status === 'waiting' && one.reportId === null,
  );
  const here = await tx
    .selectFrom('account_grant')
    .select('office_id')
    .where('office_id', 'in', waiting.map((one) => one.officeId).concat(0))
    .execute();
  const known = new Set(here.map((row) => row.office_id));
  const office = waiting.find((one) => !known.has(one.officeId));
  if (!office) return;
  const indicators = indicatorsOf(above.figureKeys);
  const figures = await figuresOf(tx, above.figureKeys, {
    planId: above.planId,
    officeId: office.officeId,
    reach: 'branch',
    from: above.periodFrom,
    to: above.closingOn,
  });
  const parts = await partsOfReport(tx, above);
  const words = Object.fromEntries(
    parts.map(({ key, name }) => [
      key,
      `${name}: đơn vị báo cáo bằng biểu Excel, chi tiết gửi kèm công văn (mẫu).`,
    ]),
  );
  const form = outsideForm(above, { ...office, figures, words }, indicators, parts);
  agreed(
    await recordOutside(
      acting,
      {
        id: above.id,
        version: null,
        officeId: office.officeId,
        name: 'bieu-bao-cao-nam (mẫu).xlsx',
        bytes: await renderFillIn(form),
        receivedOn: acting.clock.today(),
      },
      files,
    ),
    'the report of an office outside',
  );
}

/** The newest report of an office that is still open. */
async function lastReportOf(tx: Tx, actor: Actor, officeId: number): Promise<AboveReport | null> {
  const report = await tx
    .selectFrom('report')
    .select('id')
    .where('office_id', '=', officeId)
    .where('state', '=', 'draft')
    .orderBy('period_from', 'desc')
    .limit(1)
    .executeTakeFirst();
  return report ? findAbove(tx, actor, report.id) : null;
}

/** Somebody of the sample by user name, as a session would load them. */
export async function actorCalled(tx: Tx, username: string): Promise<Actor | null> {
  const rows = await tx
    .selectFrom('account as a')
    .innerJoin('account_grant as g', 'g.account_id', 'a.id')
    .innerJoin('office as o', 'o.id', 'g.office_id')
    .select(['a.id as accountId', 'a.display_name as displayName', 'g.role', 'g.reach'])
    .select(['g.office_id as officeId', 'o.name as officeName'])
    .where('a.username', '=', username)
    .orderBy(sql`g.office_id`)
    .execute();
  const [first] = rows;
  if (!first) return null;
  const grants = rows.map(
    ({ role, reach, officeId, officeName }) => ({ role, reach, officeId, officeName }) as Grant,
  );
  return { accountId: first.accountId, displayName: first.displayName, grants };
}
