import { withDecisions } from '../calendar/decided-days.ts';
import { type HolidayRow, holidaysByRule } from '../calendar/vietnamese-holidays.ts';
import type { Tx } from '../platform/db.ts';
import { awardKey } from './award-key.ts';
import { readSeed } from './seed-files.ts';

/** Writes what every office needs whatever its province: kinds of office, forms of award and of report, days off. */

export async function addOfficeKinds(tx: Tx, keys: ReadonlySet<string>): Promise<void> {
  const { kinds } = await readSeed('office-kinds.json');
  await tx
    .insertInto('office_kind')
    .values(kinds.map((kind, n) => ({ ...kind, ord: (n + 1) * 10 })).filter(({ id }) => keys.has(id)))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** A form of award stands once for each law that has it, so that an award keeps the law of its day. */
export async function awardRows() {
  const { laws, forms } = await readSeed('award-forms.json');
  return forms.flatMap((form) =>
    form.laws.map((key) => {
      const law = laws[key];
      if (!law) throw new Error(`db/seed/award-forms.json: no law “${key}”`);
      return {
        name: form.name,
        rank: form.rank,
        level: form.level,
        legal_basis: form.article ? `${form.article} ${law.name}` : law.name,
        valid_from: law.validFrom,
        valid_to: law.validTo,
      };
    }),
  );
}

export async function addAwardForms(tx: Tx, keys: ReadonlySet<string>): Promise<void> {
  const rows = (await awardRows()).filter((row) => keys.has(awardKey(row)));
  await tx.insertInto('award_form').values(rows).execute();
}

/** Forms of report beside those that every database begins with; a form that is there already is left as it is. */
export async function addReportForms(tx: Tx, keys: ReadonlySet<string>): Promise<void> {
  const { forms } = await readSeed('report-forms.json');
  for (const { parts, ...form } of forms.filter(({ key }) => keys.has(key))) {
    const made = await tx
      .insertInto('report_form')
      .values(form)
      .onConflict((conflict) => conflict.columns(['key', 'edition']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!made) continue;
    await tx
      .insertInto('report_form_part')
      .values(parts.map((part, n) => ({ ...part, form_id: made.id, ord: n + 1 })))
      .execute();
  }
}

/** Days off of the years that the seed covers: by rule, with the yearly decisions that are known laid over them. */
export async function holidayRows(): Promise<HolidayRow[]> {
  const { fromYear, toYear, decisions } = await readSeed('holidays.json');
  const years = Array.from({ length: toYear - fromYear + 1 }, (_, n) => fromYear + n);
  return withDecisions(years.flatMap(holidaysByRule), decisions);
}

export async function addHolidays(tx: Tx, keys: ReadonlySet<string>): Promise<void> {
  await tx
    .insertInto('holiday')
    .values((await holidayRows()).filter(({ day }) => keys.has(day)))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
