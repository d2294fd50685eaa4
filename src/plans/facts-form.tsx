import { z } from 'zod';
import { officesOn } from '../offices/tree.ts';
import { DateField, SelectField, TextArea, TextField } from '../ui/field.tsx';
import type { FieldOf } from '../web/field-of.ts';
import { day, optionalDay, optionalId, optionalText, text } from '../web/form-fields.ts';
import { officeGroups } from '../web/offices/office-options.ts';
import type { Visit } from '../web/visit.ts';
import { editFacts } from './edit-facts.ts';
import type { PlanFacts } from './plan-draft.ts';
import { type PlanForm, planFormRoutes } from './plan-form.tsx';
import { listPlans } from './queries.ts';

export const factsForm = z
  .object({
    number: optionalText('số, ký hiệu', 60),
    kind: text('loại văn bản', 60),
    title: text('tên kế hoạch', 500),
    issuerOfficeId: optionalId('cơ quan ban hành'),
    issuerName: text('tên cơ quan ban hành như trên văn bản', 200),
    signer: optionalText('người ký', 120),
    issuedOn: optionalDay('ngày ban hành'),
    issuedAt: optionalText('nơi ban hành', 100),
    periodFrom: day('ngày bắt đầu thực hiện'),
    periodTo: day('ngày kết thúc'),
    parentPlanId: optionalId('kế hoạch cấp trên'),
  })
  .transform((typed): PlanFacts => ({ ...typed, number: typed.number ?? '' }));

interface FactsProps {
  field: FieldOf;
  kept: PlanFacts | null;
  offices: Parameters<typeof officeGroups>[0];
  plans: readonly { id: number; number: string; title: string }[];
}

/** The facts at the head of a plan, as fields of a form. */
export function FactsFields({ field, kept, offices, plans }: FactsProps) {
  return (
    <>
      <TextField
        {...field('number', kept?.number)}
        label="Số, ký hiệu"
        hint="Ví dụ 1711/KH-UBND. Hai cách viết 34-CT/TW và 34/CT-TW được coi là một số."
        width="half"
      />
      <TextField {...field('kind', kept?.kind ?? 'Kế hoạch')} label="Loại văn bản" width="half" required />
      <TextArea {...field('title', kept?.title)} label="Tên kế hoạch" rows={2} required />
      <SelectField
        {...field('issuerOfficeId', kept?.issuerOfficeId)}
        label="Cơ quan ban hành trong hệ thống"
        groups={officeGroups(offices)}
        placeholder="– Cơ quan ngoài hệ thống –"
      />
      <TextField
        {...field('issuerName', kept?.issuerName)}
        label="Tên cơ quan ban hành như trên văn bản"
        required
      />
      <TextField {...field('signer', kept?.signer)} label="Người ký" width="half" />
      <DateField {...field('issuedOn', kept?.issuedOn)} label="Ngày ban hành" />
      <TextField {...field('issuedAt', kept?.issuedAt)} label="Nơi ban hành" width="half" />
      <DateField {...field('periodFrom', kept?.periodFrom)} label="Thực hiện từ ngày" required />
      <DateField {...field('periodTo', kept?.periodTo)} label="Đến ngày" required />
      <SelectField
        {...field('parentPlanId', kept?.parentPlanId)}
        label="Kế hoạch cấp trên"
        hint="Kế hoạch mà kế hoạch này cụ thể hóa; thời gian khi đó được trùng nhau."
        options={plans.map((plan) => ({ value: String(plan.id), label: `${plan.number} – ${plan.title}` }))}
        placeholder="– Không có –"
      />
    </>
  );
}

/** What the facts may be chosen from: offices of the day and plans, all but the one itself. */
export async function factChoices(visit: Visit, selfId: number | null) {
  const { db, clock } = visit.get('deps');
  const [offices, plans] = await Promise.all([officesOn(db, clock.today()), listPlans(db)]);
  return {
    offices: offices.filter(({ kindId }) => kindId !== 'commune'),
    plans: plans.filter(({ id }) => id !== selfId),
  };
}

const form: PlanForm<PlanFacts> = {
  path: 'thong-tin',
  title: 'Thông tin văn bản',
  schema: factsForm,
  said: 'Đã lưu thông tin văn bản.',
  keepsDraft: true,
  command: editFacts,
  async fields(visit, { plan, draft, field }) {
    return <FactsFields field={field} kept={draft} {...(await factChoices(visit, plan.id))} />;
  },
};

export const factsRoutes = planFormRoutes(form);
