import { z } from 'zod';
import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { TextField } from '../ui/field.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import { answerRefusal } from '../web/answer.tsx';
import { fieldOf } from '../web/field-of.ts';
import { readForm, type Typed } from '../web/form.ts';
import { HiddenFields } from '../web/hidden-fields.tsx';
import { officePage } from '../web/page.tsx';
import { get, post, type Route } from '../web/route.ts';
import { acting, actorOf, type Visit } from '../web/visit.ts';
import {
  assistExemplar,
  refusalToAssist,
  replaceExemplarCode,
  replaceLeadCode,
  type Slip,
} from './assist.ts';
import { findExemplarIn, placeOfExemplar, reasonsOf } from './exemplar-target.ts';
import { findLeadIn, placeOfLead } from './lead-target.ts';
import { placesOn } from './places.ts';
import { typeLead } from './propose.ts';
import { ProposalFields } from './propose-fields.tsx';
import { assistedFields, typeForm } from './propose-form.ts';
import { keptKey } from './public-acting.ts';
import { type LeadInView, WORKERS } from './queries.ts';
import { LONGEST } from './rules.ts';
import { slipPage } from './slip-page.tsx';
import { AssistedFields, ReasonField } from './step-fields.tsx';
import { reasonForm } from './step-forms.ts';
import { targetForm } from './target-form.tsx';
import { telephoneOf } from './telephone.ts';
import { LEADS_PATH, leadPath } from './words.ts';

const NEW_PATH = `${LEADS_PATH}/moi`;
const TITLE = 'Ghi hộ lời giới thiệu';

/** What is typed for somebody without account or e-mail, and the codes on their slips. */
export const assistRoutes: Route[] = [
  get(NEW_PATH, WORKERS, (visit) => typePage(visit, {}, {}, [])),
  post(NEW_PATH, WORKERS, takeTyped),
  ...targetForm<z.infer<typeof reasonForm>, LeadInView, Slip>({
    path: `${LEADS_PATH}/:id/cap-lai-ma`,
    title: 'Cấp lại mã',
    button: 'Cấp mã mới',
    lead: 'Mã cũ không còn dùng được ngay khi có mã mới.',
    schema: reasonForm,
    find: findLeadIn,
    place: placeOfLead,
    whyNot: () => [],
    fields: (_visit, _lead, filled) => (
      <ReasonField filled={filled} hint="Ví dụ: mất phiếu, đến trụ sở xin cấp lại." />
    ),
    command: (with_, { key, ...input }) => replaceLeadCode(with_, { ...input, code: { key } }),
    answer: (visit, lead, { turn }, key) => slipPage(visit, placeOfLead(lead), key, turn),
  }),
  ...targetForm({
    path: '/dien-hinh/:id/ghi-ho',
    title: 'Ghi là hồ sơ ghi hộ',
    button: 'Ghi và lấy mã',
    lead: 'Dành cho người, tập thể không có tài khoản, thư điện tử. Hồ sơ mang dấu “ghi hộ” mãi về sau; người có tên nhận phiếu có mã để đọc, sửa và nêu ý kiến.',
    schema: z.object(assistedFields),
    find: findExemplarIn,
    place: placeOfExemplar,
    whyNot: (_visit, exemplar) => reasonsOf(refusalToAssist(exemplar)),
    fields: async (visit, exemplar, filled) => (
      <AssistedFields
        filled={filled}
        today={visit.get('deps').clock.today()}
        telephone={await telephoneOf(visit.get('deps').db, exemplar.officeId)}
      />
    ),
    command: (with_, { id, version, key, telephone, confirmedHow, confirmedOn, note }) =>
      assistExemplar(with_, {
        ...{ id, version, telephone },
        assisted: { confirmedHow, confirmedOn, note },
        code: { key },
      }),
    answer: (visit, exemplar, { turn }, key) => slipPage(visit, placeOfExemplar(exemplar), key, turn),
  }),
  ...targetForm({
    path: '/dien-hinh/:id/cap-lai-ma',
    title: 'Cấp lại mã',
    button: 'Cấp mã mới',
    lead: 'Mã cũ không còn dùng được ngay khi có mã mới.',
    schema: reasonForm,
    find: findExemplarIn,
    place: placeOfExemplar,
    whyNot: (_visit, exemplar) => reasonsOf(refusalToAssist(exemplar)),
    fields: (_visit, _exemplar, filled) => <ReasonField filled={filled} hint="Ví dụ: mất phiếu." />,
    command: (with_, { key, ...input }) => replaceExemplarCode(with_, { ...input, code: { key } }),
    answer: (visit, exemplar, { turn }, key) => slipPage(visit, placeOfExemplar(exemplar), key, turn),
  }),
];

async function takeTyped(visit: Visit): Promise<Response> {
  const form = await readForm(visit, typeForm);
  if (!form.ok) return typePage(visit, form.typed, form.errors, []);
  const key = form.key ?? crypto.randomUUID();
  const { confirmedHow, confirmedOn, note, ...input } = form.value;
  const outcome = await typeLead(acting(visit, keptKey(key)), {
    ...input,
    assisted: { confirmedHow, confirmedOn, note },
    code: { key },
  });
  if (!outcome.ok) {
    const again = (errors: FieldErrors, reasons: Reason[]) => typePage(visit, form.typed, errors, reasons);
    return answerRefusal(visit, outcome.refusal, { again, backTo: NEW_PATH, sent: form });
  }
  const { id, turn } = outcome.value;
  const crumbs = [{ label: 'Giới thiệu', href: LEADS_PATH }];
  return slipPage(visit, { crumbs, kicker: input.fullName, backTo: leadPath(id) }, key, turn);
}

async function typePage(
  visit: Visit,
  typed: Typed,
  errors: FieldErrors,
  reasons: Reason[],
): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const places = await placesOn(db, clock.today());
  const field = fieldOf(typed, errors);
  const officeId = actorOf(visit).grants[0]?.officeId ?? 0;
  return officePage(visit, {
    title: TITLE,
    status: Object.keys(errors).length + reasons.length > 0 ? 422 : 200,
    children: (
      <>
        <PageHead
          title={TITLE}
          crumbs={[{ label: 'Giới thiệu', href: LEADS_PATH }, { label: TITLE }]}
          lead="Cho người đến tận nơi hoặc gọi điện mà không tự gửi được. Họ nhận phiếu có mã để theo dõi."
        />
        <form method="post" action={NEW_PATH} class="form">
          <ErrorSummary errors={errors} />
          <RefusalList title="Chưa ghi được" reasons={reasons} />
          <HiddenFields typed={typed} />
          <ProposalFields field={field} places={places} />
          <TextField
            {...field('proposerName')}
            label="Tên người giới thiệu"
            maxlength={LONGEST.name}
            autocomplete="off"
          />
          <TextField
            {...field('reachedBy')}
            label="Điện thoại hoặc thư điện tử của người giới thiệu"
            hint="Tên và cách liên hệ tự xóa sau khi giải quyết xong."
            maxlength={LONGEST.contact}
            autocomplete="off"
          />
          <AssistedFields
            filled={{ typed, errors, field }}
            today={clock.today()}
            telephone={await telephoneOf(db, officeId)}
          />
          <ButtonRow>
            <Button kind="primary">Ghi và lấy mã</Button>
            <ButtonLink kind="quiet" href={LEADS_PATH}>
              Không ghi, quay lại
            </ButtonLink>
          </ButtonRow>
        </form>
      </>
    ),
  });
}
