import { z } from 'zod';
import { NOT_A_PLANNER, writesPlans } from '../plans/refusal-to-edit.ts';
import type { FieldErrors } from '../platform/outcome.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { TextArea, TextField } from '../ui/field.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { answerRefusal } from '../web/answer.tsx';
import { notFoundPage } from '../web/error-pages.tsx';
import { fieldOf } from '../web/field-of.ts';
import { redirectWith } from '../web/flash.ts';
import { readForm, type Typed } from '../web/form.ts';
import { optionalId, optionalText, text } from '../web/form-fields.ts';
import { HiddenFields } from '../web/hidden-fields.tsx';
import { officePage } from '../web/page.tsx';
import { get, idParam, post, type Route } from '../web/route.ts';
import { acting, actorOf, type Visit } from '../web/visit.ts';
import { setWording, wordingOf } from './wording.ts';
import { PLACEHOLDERS } from './wording-words.ts';

const PATH = '/ke-hoach/:id/loi-van-quyet-dinh';

const wordingForm = z.object({
  kind: text('loại văn bản', 60),
  subject: text('trích yếu', 400),
  basis: optionalText('căn cứ', 4_000),
  articles: text('các điều', 8_000),
  lan: optionalId('lần sửa'),
});

/** What the decision papers of a plan say: data of the plan, edited by those who write plans. */
export const wordingRoutes: Route[] = [
  get(PATH, 'signed_in', (visit) => wordingPage(visit, {}, {})),
  post(PATH, 'signed_in', async (visit) => {
    const planId = idParam(visit);
    if (planId === null) return notFoundPage(visit);
    const form = await readForm(visit, wordingForm);
    if (!form.ok) return wordingPage(visit, form.errors, form.typed);
    const { lan: version, kind, subject, basis, articles } = form.value;
    const words = { kind, subject, basis: linesOf(basis ?? ''), articles: linesOf(articles) };
    const outcome = await setWording(acting(visit, form.key), { planId, version, ...words });
    if (outcome.ok) return redirectWith(visit, `/ke-hoach/${planId}`, 'Đã lưu lời văn quyết định lựa chọn.');
    return answerRefusal(visit, outcome.refusal, {
      backTo: visit.req.path,
      again: (errors) => wordingPage(visit, errors, form.typed),
      sent: form,
    });
  }),
];

const linesOf = (written: string): string[] =>
  written
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

async function wordingPage(visit: Visit, errors: FieldErrors, typed: Typed): Promise<Response> {
  const { db } = visit.get('deps');
  const id = idParam(visit);
  const plan =
    id === null
      ? undefined
      : await db.selectFrom('plan').select(['id', 'number']).where('id', '=', id).executeTakeFirst();
  if (!plan) return notFoundPage(visit);
  const backTo = `/ke-hoach/${plan.id}`;
  if (!writesPlans(actorOf(visit))) {
    return answerRefusal(visit, { kind: 'refused', reasons: [NOT_A_PLANNER] }, { backTo });
  }
  const kept = await wordingOf(db, plan.id);
  const at = fieldOf(typed, errors);
  const lan = typeof typed.lan === 'string' ? typed.lan : String(kept.version ?? '');
  return officePage(visit, {
    title: 'Lời văn quyết định lựa chọn',
    status: Object.keys(errors).length > 0 ? 422 : 200,
    children: (
      <>
        <PageHead
          title="Lời văn quyết định lựa chọn"
          crumbs={[
            { label: 'Kế hoạch', href: '/ke-hoach' },
            { label: plan.number, href: backTo },
            { label: 'Lời văn quyết định' },
          ]}
          lead={`Trong ngoặc kép nhọn là chỗ điền: ${PLACEHOLDERS.map((name) => `{{${name}}}`).join(', ')}.`}
        />
        <form method="post" action={visit.req.path}>
          <ErrorSummary errors={errors} />
          <HiddenFields typed={typed} />
          <input type="hidden" name="lan" value={lan} />
          <TextField {...at('kind', kept.kind)} label="Loại văn bản" required />
          <TextArea {...at('subject', kept.subject)} label="Trích yếu" required rows={2} />
          <TextArea
            {...at('basis', kept.basis.join('\n'))}
            label="Căn cứ"
            rows={4}
            hint="Mỗi căn cứ một dòng; căn cứ kế hoạch được thêm vào cuối."
          />
          <TextArea
            {...at('articles', kept.articles.join('\n'))}
            label="Các điều"
            required
            rows={8}
            hint="Mỗi điều một dòng, không ghi “Điều 1.”"
          />
          <ButtonRow>
            <Button kind="primary">Lưu</Button>
            <ButtonLink href={backTo} kind="quiet">
              Không, về kế hoạch
            </ButtonLink>
          </ButtonRow>
        </form>
      </>
    ),
  });
}
