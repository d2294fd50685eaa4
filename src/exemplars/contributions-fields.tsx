import { evidenceOf } from '../evidence/queries.ts';
import { listMeasures, type Measure } from '../measures/queries.ts';
import { NumberField, SelectField, TextField } from '../ui/field.tsx';
import type { Visit } from '../web/visit.ts';
import { amountTyped, RecheckedField } from './achievements-fields.tsx';
import { isGift, offered } from './achievements-figure.ts';
import type { Contribution } from './contributions-queries.ts';
import type { ExemplarInView } from './queries.ts';
import type { Filled } from './work-form.tsx';

/** What the form of a contribution offers to choose from. */
export interface ContributionChoices {
  measures: Measure[];
  evidence: { id: number; title: string }[];
}

/** Measures of gifts in use, the kept one too, and the evidence of the file. */
export async function contributionChoices(
  visit: Visit,
  exemplar: ExemplarInView,
  kept: number | null,
): Promise<ContributionChoices> {
  const { db, clock } = visit.get('deps');
  const [measures, evidence] = await Promise.all([listMeasures(db), evidenceOf(db, exemplar.id)]);
  return { measures: offered(measures, { today: clock.today(), kept }).filter(isGift), evidence };
}

/** The fields of a contribution. */
export function ContributionFields({
  filled,
  measures,
  evidence,
  kept,
}: ContributionChoices & { filled: Filled; kept?: Contribution | undefined }) {
  const { field } = filled;
  const amount = kept ? amountTyped(kept.amount, { scale: kept.scale, unit: kept.scale.unit }) : null;
  return (
    <>
      <SelectField
        {...field('measureId', kept?.measureId)}
        label="Loại đóng góp"
        required
        options={measures.map(({ id, name, unit }) => ({ value: String(id), label: `${name} (${unit})` }))}
      />
      <TextField
        {...field('amount', amount)}
        label="Bao nhiêu"
        required
        width="half"
        maxlength={60}
        autocomplete="off"
        hint="Gõ như thường viết: 350 m²; 0,2 ha; 15 triệu; 40 công."
      />
      <RecheckedField filled={filled} kept={kept?.rechecked ?? false} />
      <NumberField {...field('year', kept?.year ? String(kept.year) : null)} label="Năm" />
      <TextField
        {...field('purpose', kept?.purpose)}
        label="Để làm gì"
        required
        maxlength={500}
        hint="Ví dụ: mở rộng đường liên khu"
      />
      <TextField
        {...field('receiver', kept?.receiver)}
        label="Nơi nhận"
        maxlength={200}
        hint="Ví dụ: Ban Phát triển khu 7"
      />
      <SelectField
        {...field('evidenceId', kept?.evidenceId)}
        label="Minh chứng"
        placeholder="Chưa có"
        options={evidence.map(({ id, title }) => ({ value: String(id), label: title }))}
      />
    </>
  );
}
