import { z } from 'zod';
import { planCrumbs } from '../plans/plan-crumbs.ts';
import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { SelectField, TextArea } from '../ui/field.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import { answerRefusal } from '../web/answer.tsx';
import { notFoundPage } from '../web/error-pages.tsx';
import { fieldOf } from '../web/field-of.ts';
import { redirectWith } from '../web/flash.ts';
import { readForm, type Typed } from '../web/form.ts';
import { id, optionalId, text } from '../web/form-fields.ts';
import { HiddenFields } from '../web/hidden-fields.tsx';
import { officePage } from '../web/page.tsx';
import { queryNumber } from '../web/query.ts';
import { get, idParam, post, type Route } from '../web/route.ts';
import { acting, actorOf, type Visit } from '../web/visit.ts';
import { answerNobody, ownAsked, refusalToAnswer } from './answer.ts';
import { readField } from './field-query.ts';
import type { AskedOffice } from './offices-asked.ts';

const PATH = '/ke-hoach/:id/linh-vuc/:item/tra-loi';

const answerForm = z.object({
  officeId: id('cơ quan'),
  reason: text('lý do không có điển hình để đề nghị', 2_000),
  lan: optionalId('lần trả lời'),
});

/** An office that is asked for candidates of a field and has none says so, with why. */
export const answerRoutes: Route[] = [
  get(PATH, 'signed_in', (visit) => answerPage(visit, { errors: {}, refused: [], typed: {} })),
  post(PATH, 'signed_in', async (visit) => {
    const fieldId = idParam(visit, 'item');
    if (fieldId === null) return notFoundPage(visit);
    const form = await readForm(visit, answerForm);
    const again = (errors: FieldErrors, refused: readonly Reason[] = []) =>
      answerPage(visit, { errors, refused, typed: form.typed });
    if (!form.ok) return again(form.errors);
    const { lan: version, ...answer } = form.value;
    const outcome = await answerNobody(acting(visit, form.key), { fieldId, version, ...answer });
    const backTo = visit.req.path;
    if (!outcome.ok) return answerRefusal(visit, outcome.refusal, { again, backTo, sent: form });
    return redirectWith(visit, backTo, `Đã ghi câu trả lời của ${outcome.value.officeName}.`);
  }),
];

interface Again {
  errors: FieldErrors;
  refused: readonly Reason[];
  typed: Typed;
}

async function answerPage(visit: Visit, again: Again): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const [planId, fieldId] = [idParam(visit), idParam(visit, 'item')];
  const field = fieldId === null ? null : await readField(db, fieldId);
  if (!field || field.planId !== planId) return notFoundPage(visit);
  const asked = await ownAsked(db, actorOf(visit), field.id, clock.today());
  // whoever is not asked has nothing to answer here
  if (asked.length === 0) return notFoundPage(visit);
  const wrong = Object.keys(again.errors).length > 0 || again.refused.length > 0;
  const wanted = queryNumber(visit, 'don_vi');
  const chosen = asked.find((office) => office.id === wanted) ?? asked[0] ?? null;
  return officePage(visit, {
    title: 'Không có điển hình để đề nghị',
    status: wrong ? 422 : 200,
    children: (
      <>
        <PageHead
          title="Không có điển hình để đề nghị"
          crumbs={[...planCrumbs(field.planId, field.planNumber), { label: field.name }]}
          kicker={field.name}
          lead={`${field.leadOfficeName} sẽ thấy câu trả lời này và không nhắc nữa. Có người để đề nghị thì vẫn đề nghị được bất cứ lúc nào.`}
        />
        <AnswerForm path={visit.req.path} asked={asked} chosen={chosen} {...again} />
      </>
    ),
  });
}

interface AnswerFormProps extends Again {
  path: string;
  asked: readonly AskedOffice[];
  chosen: AskedOffice | null;
}

function AnswerForm({ path, asked, chosen, errors, refused, typed }: AnswerFormProps) {
  const at = fieldOf(typed, errors);
  const only = asked.length === 1;
  const standing = chosen ? refusalToAnswer(chosen) : null;
  const reasons = refused.length > 0 ? refused : only && standing ? [standing] : [];
  const lan = typeof typed.lan === 'string' ? typed.lan : String(chosen?.answerVersion ?? '');
  return (
    <form method="post" action={path}>
      <ErrorSummary errors={errors} />
      <RefusalList title="Không cần trả lời" reasons={reasons} />
      <HiddenFields typed={typed} />
      <input type="hidden" name="lan" value={lan} />
      <SelectField
        {...at('officeId', chosen?.id ?? null)}
        label="Cơ quan trả lời"
        required
        options={asked.map(({ id: officeId, name }) => ({ value: String(officeId), label: name }))}
      />
      <TextArea
        {...at('reason', chosen?.answer?.reason ?? null)}
        label="Vì sao không có"
        required
        hint="Ví dụ: đã rà soát 12 xã, chưa có hộ nào đạt thu nhập theo tiêu chí."
      />
      <ButtonRow>
        <Button kind="primary">Gửi câu trả lời</Button>
        <ButtonLink href="/dien-hinh/moi" kind="quiet">
          Ghi nhận điển hình để đề nghị
        </ButtonLink>
      </ButtonRow>
    </form>
  );
}
