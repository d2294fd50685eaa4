import { withDecisions } from '../calendar/decided-days.ts';
import { holidaysByRule } from '../calendar/vietnamese-holidays.ts';
import type { Tx } from '../platform/db.ts';
import { loadConsentLaw, loadMeasures } from './load-measures.ts';
import { readSeed } from './seed-files.ts';

/** Loads what every office needs whatever its province: kinds of office, forms of award and of report. Does nothing twice. */
export async function loadReference(tx: Tx): Promise<void> {
  await loadOfficeKinds(tx);
  await loadAwardForms(tx);
  await loadReportForms(tx);
  await loadHolidays(tx);
  await loadMeasures(tx);
  await loadConsentLaw(tx);
}

async function loadOfficeKinds(tx: Tx): Promise<void> {
  const { kinds } = await readSeed('office-kinds.json');
  await tx
    .insertInto('office_kind')
    .values(kinds.map((kind, n) => ({ ...kind, ord: (n + 1) * 10 })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** A form of award stands once for each law that has it, so that an award keeps the law of its day. */
async function loadAwardForms(tx: Tx): Promise<void> {
  const known = await tx.selectFrom('award_form').select('id').limit(1).executeTakeFirst();
  if (known) return;
  const { laws, forms } = await readSeed('award-forms.json');
  const rows = forms.flatMap((form) =>
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
  await tx.insertInto('award_form').values(rows).execute();
}

/** Forms of report beside those that every database begins with; a form that is there already is left as it is. */
async function loadReportForms(tx: Tx): Promise<void> {
  const { forms } = await readSeed('report-forms.json');
  for (const { parts, ...form } of forms) {
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
async function loadHolidays(tx: Tx): Promise<void> {
  const { fromYear, toYear, decisions } = await readSeed('holidays.json');
  const years = Array.from({ length: toYear - fromYear + 1 }, (_, n) => fromYear + n);
  const rows = withDecisions(years.flatMap(holidaysByRule), decisions);
  await tx
    .insertInto('holiday')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
