import { DateField, RadioGroup, SelectField, TextArea, TextField } from '../ui/field.tsx';
import { formatDate } from '../ui/format.ts';
import { SummaryList } from '../ui/summary-list.tsx';
import type { FieldOf } from '../web/field-of.ts';
import { PAST_AWARD_SOURCE_NAMES, PAST_AWARD_SOURCES } from './past-award-facts.ts';
import type { AwardFormChoice, ShownPastAward } from './past-award-queries.ts';

interface FieldsProps {
  field: FieldOf;
  /** What stands there when it is corrected. */
  kept: ShownPastAward | null;
  forms: readonly AwardFormChoice[];
}

/** What is asked of an award from before; all but the form and the source may stay unknown. */
export function PastAwardFields({ field, kept, forms }: FieldsProps) {
  const laws = [...new Set(forms.map(({ law }) => law))];
  return (
    <>
      <SelectField
        {...field('awardFormId', kept?.awardFormId)}
        label="Hình thức khen thưởng trong danh mục"
        groups={laws.map((law) => ({
          label: law,
          options: forms
            .filter((form) => form.law === law)
            .map(({ id, name }) => ({ value: String(id), label: name })),
        }))}
        placeholder="Không có trong danh mục"
      />
      <TextField
        {...field('formWords', kept?.formWords)}
        label="Hoặc ghi hình thức bằng lời"
        hint="Đúng như trên giấy, khi danh mục không có. Ví dụ: Giấy khen của Hội Nông dân huyện."
        maxlength={200}
      />
      <TextField {...field('number', kept?.number)} label="Số quyết định" maxlength={100} />
      <DateField {...field('decidedOn', kept?.decidedOn)} label="Ngày quyết định" />
      <TextField {...field('givenBy', kept?.givenBy)} label="Cơ quan khen" maxlength={200} />
      <TextField
        {...field('year', kept?.year)}
        label="Năm được khen"
        hint="Năm của thành tích, nếu biết."
        inputmode="numeric"
        width="short"
        maxlength={4}
      />
      <TextArea {...field('forWhat', kept?.forWhat)} label="Về việc" rows={3} maxlength={1_000} />
      <RadioGroup
        {...field('source', kept?.source)}
        label="Nguồn tin: biết từ đâu"
        options={PAST_AWARD_SOURCES.map((source) => ({
          value: source,
          label: PAST_AWARD_SOURCE_NAMES[source],
        }))}
        required
      />
    </>
  );
}

/** What a form about one award is about. */
export function PastAwardSummary({ award }: { award: ShownPastAward }) {
  return (
    <SummaryList
      items={[
        { label: 'Hình thức', value: award.name },
        { label: 'Năm được khen', value: award.year && String(award.year) },
        { label: 'Số, ngày quyết định', value: decisionInWords(award) },
        { label: 'Cơ quan khen', value: award.givenBy },
        { label: 'Về việc', value: award.forWhat },
        { label: 'Nguồn tin', value: PAST_AWARD_SOURCE_NAMES[award.source] },
      ]}
    />
  );
}

/** 'số 12/QĐ-UBND, ngày 20/11/2015'; null: nothing of it is known */
export function decisionInWords({ number, decidedOn }: Pick<ShownPastAward, 'number' | 'decidedOn'>) {
  const parts = [number && `số ${number}`, decidedOn && `ngày ${formatDate(decidedOn)}`];
  return parts.filter(Boolean).join(', ') || null;
}
