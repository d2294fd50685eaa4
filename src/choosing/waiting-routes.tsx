import { z } from 'zod';
import type { FieldErrors } from '../platform/outcome.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { NumberField, TextArea } from '../ui/field.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { answerRefusal } from '../web/answer.tsx';
import { notFoundPage } from '../web/error-pages.tsx';
import { fieldOf } from '../web/field-of.ts';
import { redirectWith } from '../web/flash.ts';
import { readForm, type Typed } from '../web/form.ts';
import { text, wholeNumber } from '../web/form-fields.ts';
import { HiddenFields } from '../web/hidden-fields.tsx';
import { officePage } from '../web/page.tsx';
import { get, idParam, post, type Route } from '../web/route.ts';
import { acting, type Visit } from '../web/visit.ts';
import { withField } from './choosing-routes.tsx';
import { choosingPath, type FieldInChoice } from './field-query.ts';
import { refusalToDecide } from './rules.ts';
import { moveWaiting, type Waiting, waitingList } from './waiting.ts';

const PATH = '/ke-hoach/:id/linh-vuc/:item/lua-chon/:exemplar/thu-tu';

const moveForm = z.object({
  position: wholeNumber('thứ tự mới', 1, 1_000),
  reason: text('lý do đổi thứ tự', 2_000),
});

/** Another place in the waiting list, with why. */
export const waitingRoutes: Route[] = [
  get(PATH, 'signed_in', (visit) => withField(visit, (field) => movePage(visit, field, {}, {}))),
  post(PATH, 'signed_in', (visit) =>
    withField(visit, async (field) => {
      const exemplarId = idParam(visit, 'exemplar');
      if (exemplarId === null) return notFoundPage(visit);
      const form = await readForm(visit, moveForm);
      const again = (errors: FieldErrors) => movePage(visit, field, errors, form.typed);
      if (!form.ok) return again(form.errors);
      const input = { fieldId: field.id, exemplarId, ...form.value };
      const outcome = await moveWaiting(acting(visit, form.key), input);
      const backTo = `${choosingPath(field)}#danh-sach-cho`;
      if (outcome.ok) {
        return redirectWith(visit, backTo, `Đã chuyển lên thứ ${outcome.value.position} của danh sách chờ.`);
      }
      return answerRefusal(visit, outcome.refusal, { again, backTo });
    }),
  ),
];

async function movePage(
  visit: Visit,
  field: FieldInChoice,
  errors: FieldErrors,
  typed: Typed,
): Promise<Response> {
  const list = await waitingList(visit.get('deps').db, field.id);
  const one = list.find(({ exemplarId }) => exemplarId === idParam(visit, 'exemplar'));
  if (!one) return notFoundPage(visit);
  const refusal = refusalToDecide(field.roles);
  const backTo = choosingPath(field);
  if (refusal) return answerRefusal(visit, { kind: 'refused', reasons: [refusal] }, { backTo });
  return officePage(visit, {
    title: `Thứ tự chờ: ${one.fullName}`,
    status: Object.keys(errors).length > 0 ? 422 : 200,
    children: <MovePage {...{ field, one, errors, typed }} of={list.length} />,
  });
}

interface MovePageProps {
  field: FieldInChoice;
  one: Waiting;
  /** How many wait. */
  of: number;
  errors: FieldErrors;
  typed: Typed;
}

function MovePage({ field, one, of, errors, typed }: MovePageProps) {
  const at = fieldOf(typed, errors);
  const base = choosingPath(field);
  return (
    <>
      <PageHead
        title="Đổi thứ tự trong danh sách chờ"
        crumbs={[{ label: 'Lựa chọn', href: base }, { label: one.fullName }]}
        kicker={`${one.fullName}, ${one.officeName}`}
        lead={`Đang đứng thứ ${one.position} trong ${of} hồ sơ.`}
      />
      <form method="post" action={`${base}/${one.exemplarId}/thu-tu`}>
        <ErrorSummary errors={errors} />
        <HiddenFields typed={typed} />
        <NumberField {...at('position')} label="Thứ tự mới" required hint={`Từ 1 đến ${of}.`} />
        <TextArea {...at('reason')} label="Lý do" required rows={3} />
        <ButtonRow>
          <Button kind="primary">Đổi thứ tự</Button>
          <ButtonLink href={base} kind="quiet">
            Không, về danh sách
          </ButtonLink>
        </ButtonRow>
      </form>
    </>
  );
}
