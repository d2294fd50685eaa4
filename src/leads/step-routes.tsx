import type { z } from 'zod';
import { addDays } from '../calendar/days.ts';
import type { Acting } from '../identity/actor.ts';
import type { Outcome } from '../platform/outcome.ts';
import { TextArea } from '../ui/field.tsx';
import { redirectWith } from '../web/flash.ts';
import type { Route } from '../web/route.ts';
import { actorOf } from '../web/visit.ts';
import { askAboutLead, askableOffices } from './ask.ts';
import { openRegistration, quarantineLead, refuseLead, releaseLead, reopenLead } from './decide.ts';
import { leadDays } from './lead-days.ts';
import { findLeadIn, placeOfLead, whyNotStep } from './lead-target.ts';
import { verifyLead } from './look-into.ts';
import { mergeInto } from './merge-leads.ts';
import type { LeadInView } from './queries.ts';
import { mergeFields, openFields } from './step-choices.tsx';
import { AskFields, LookFields, ReasonField } from './step-fields.tsx';
import { askForm, lookForm, mergeForm, nothingForm, openForm, reasonForm, refuseForm } from './step-forms.ts';
import { type TargetForm, targetForm } from './target-form.tsx';
import { LEADS_PATH, leadPath } from './words.ts';
import { type LeadAction, leadWorkflow } from './workflow.ts';

type Step<T> = Pick<TargetForm<T, LeadInView, { id: number }>, 'fields' | 'lead'> & {
  schema: z.ZodType<T>;
  said: string;
  command(
    acting: Acting,
    input: T & { id: number; version: number | null },
  ): Promise<Outcome<{ id: number }>>;
};

/** The form of one step of a lead, from its line in the table. */
function stepForm<T>(action: LeadAction, slug: string, step: Step<T>): Route[] {
  const { label, kind } = leadWorkflow.actions[action];
  return targetForm<T, LeadInView, { id: number }>({
    path: `${LEADS_PATH}/:id/${slug}`,
    title: label,
    button: label,
    kind: kind === 'danger' ? 'danger' : 'primary',
    lead: step.lead,
    schema: step.schema,
    find: findLeadIn,
    place: placeOfLead,
    whyNot: (_visit, lead) => whyNotStep(lead, action),
    fields: step.fields,
    command: step.command,
    answer: (visit, lead) => redirectWith(visit, leadPath(lead.id), step.said),
  });
}

export const leadStepRoutes: Route[] = [
  ...stepForm('verify', 'xac-minh', {
    schema: lookForm,
    said: 'Đã ghi kết quả xác minh.',
    fields: (visit, _lead, filled) => (
      <LookFields filled={filled} today={visit.get('deps').clock.today()} who={actorOf(visit).displayName} />
    ),
    command: verifyLead,
  }),
  ...stepForm('ask', 'hoi-them', {
    schema: askForm,
    said: 'Đã gửi câu hỏi.',
    fields: async (visit, lead, filled) => {
      const { db, clock } = visit.get('deps');
      const today = clock.today();
      const [offices, { answer }] = await Promise.all([
        askableOffices(db, actorOf(visit), lead.officeId, today),
        leadDays(db),
      ]);
      return <AskFields filled={filled} offices={offices} due={addDays(today, answer)} proposer />;
    },
    command: askAboutLead,
  }),
  ...stepForm('open', 'lap-ho-so', {
    lead: 'Lập một hồ sơ “mới phát hiện” từ lời giới thiệu này, mang theo lời kể và đường dẫn. Còn thiếu gì thì bổ sung ở hồ sơ.',
    schema: openForm,
    said: 'Đã lập hồ sơ điển hình.',
    fields: openFields,
    command: async (acting, input) => {
      const opened = await openRegistration(acting, input);
      return opened.ok ? { ok: true, value: { id: input.id } } : opened;
    },
  }),
  ...stepForm('merge', 'gop', {
    lead: 'Về người, tập thể đã có hồ sơ, hoặc đã có người khác giới thiệu: lời kể hiện ở đó, người giới thiệu được báo.',
    schema: mergeForm,
    said: 'Đã gộp.',
    fields: mergeFields,
    command: mergeInto,
  }),
  ...stepForm('refuse', 'khong-tiep-nhan', {
    schema: refuseForm,
    said: 'Đã ghi không tiếp nhận.',
    fields: (_visit, _lead, { field }) => (
      <>
        <TextArea
          {...field('publicReason')}
          label="Lý do báo người giới thiệu"
          hint="Lời lịch sự, dễ hiểu; không nêu chuyện riêng của ai."
          required
          rows={3}
          maxlength={2_000}
        />
        <TextArea
          {...field('innerReason')}
          label="Lý do trong nội bộ"
          hint="Người giới thiệu không đọc được."
          required
          rows={3}
          maxlength={2_000}
        />
      </>
    ),
    command: refuseLead,
  }),
  ...stepForm('quarantine', 'nghi-rac', {
    lead: 'Để riêng, không mất: cán bộ vẫn xem được và đưa trở lại được. Người gửi không được báo.',
    schema: reasonForm,
    said: 'Đã để riêng vì nghi rác.',
    fields: (_visit, _lead, filled) => <ReasonField filled={filled} />,
    command: quarantineLead,
  }),
  ...stepForm('release', 'khong-phai-rac', {
    lead: 'Đưa trở lại cùng các lời giới thiệu khác để xem xét.',
    schema: nothingForm,
    said: 'Đã đưa trở lại để xem xét.',
    fields: (_visit, lead) => (
      <ul>
        {lead.suspicions.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
    ),
    command: releaseLead,
  }),
  ...stepForm('reopen', 'xem-lai', {
    schema: reasonForm,
    said: 'Đã đưa ra xem xét lại.',
    fields: (_visit, _lead, filled) => <ReasonField filled={filled} hint="Vì sao xem xét lại." />,
    command: reopenLead,
  }),
];
