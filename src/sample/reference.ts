import type { Tx } from '../platform/db.ts';
import { readSeed } from './seed-files.ts';

/** Loads what every office needs whatever its province: kinds of office and forms of award. Does nothing twice. */
export async function loadReference(tx: Tx): Promise<void> {
  await loadOfficeKinds(tx);
  await loadAwardForms(tx);
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
