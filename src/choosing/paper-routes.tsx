import { z } from 'zod';
import type { FieldErrors } from '../platform/outcome.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { answerRefusal } from '../web/answer.tsx';
import { notFoundPage } from '../web/error-pages.tsx';
import { fieldOf } from '../web/field-of.ts';
import { redirectWith } from '../web/flash.ts';
import { readForm, type Typed } from '../web/form.ts';
import { HiddenFields } from '../web/hidden-fields.tsx';
import { officePage } from '../web/page.tsx';
import { PaperFieldsSection } from '../web/paper-fields.tsx';
import { paperShape, typedPaper } from '../web/paper-form.ts';
import { get, idParam, post, type Route } from '../web/route.ts';
import { acting, actorOf, type Visit } from '../web/visit.ts';
import { choosingPath, listPath } from './field-query.ts';
import { findList, paperOf } from './lists.ts';
import { decisionPaper, type PrintedList, resultPaper } from './paper.ts';
import { officesTold, type PaperFormat, paperAnswer, printedList } from './print.ts';
import { refusalToDecide } from './rules.ts';
import { setPaper } from './set-paper.ts';

const PATH = '/quyet-dinh-lua-chon/:id';
const paperForm = z.object(paperShape);

const FORMATS: Record<string, PaperFormat> = { word: 'docx', pdf: 'pdf' };

export const paperRoutes: Route[] = [
  get(`${PATH}/van-ban`, 'signed_in', (visit) => paperPage(visit, {}, {})),
  post(`${PATH}/van-ban`, 'signed_in', async (visit) => {
    const listId = idParam(visit);
    if (listId === null) return notFoundPage(visit);
    const form = await readForm(visit, paperForm);
    if (!form.ok) return paperPage(visit, form.errors, form.typed);
    const { version } = form;
    const input = { listId, version, paper: typedPaper(form.value) };
    const outcome = await setPaper(acting(visit, form.key), input);
    if (outcome.ok) return redirectWith(visit, listPath(listId), 'Đã ghi thể thức văn bản.');
    return answerRefusal(visit, outcome.refusal, {
      backTo: `${listPath(listId)}/van-ban`,
      again: (errors) => paperPage(visit, errors, form.typed),
      thing: { kind: 'decision_list', id: listId, version },
      sent: form,
    });
  }),
  get(`${PATH}/quyet-dinh/:format`, 'signed_in', (visit) =>
    withPrinted(visit, (printed, format) =>
      paperAnswer(decisionPaper(printed), format, `quyet-dinh-lua-chon-${nameOf(printed)}`),
    ),
  ),
  get(`${PATH}/thong-bao/:office/:format`, 'signed_in', (visit) =>
    withPrinted(visit, async (printed, format) => {
      const office = officesTold(printed).find(({ id }) => id === idParam(visit, 'office'));
      if (!office) return notFoundPage(visit);
      const name = `thong-bao-ket-qua-${nameOf(printed)}-${office.id}`;
      return paperAnswer(resultPaper(printed, office), format, name);
    }),
  ),
];

const nameOf = ({ list }: PrintedList): string => `${list.id}${list.state === 'open' ? '-du-thao' : ''}`;

async function withPrinted(
  visit: Visit,
  answer: (printed: PrintedList, format: PaperFormat) => Promise<Response>,
): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const id = idParam(visit);
  const format = FORMATS[visit.req.param('format') ?? ''];
  if (id === null || !format) return notFoundPage(visit);
  const printed = await printedList(db, actorOf(visit), id, clock.today());
  return printed ? answer(printed, format) : notFoundPage(visit);
}

async function paperPage(visit: Visit, errors: FieldErrors, typed: Typed): Promise<Response> {
  const id = idParam(visit);
  const found = id === null ? null : await findList(visit.get('deps').db, actorOf(visit), id);
  if (!found) return notFoundPage(visit);
  const { list, field } = found;
  const backTo = listPath(list.id);
  const refusal = refusalToDecide(field.roles);
  if (refusal) return answerRefusal(visit, { kind: 'refused', reasons: [refusal] }, { backTo });
  return officePage(visit, {
    title: 'Thể thức văn bản',
    status: Object.keys(errors).length > 0 ? 422 : 200,
    children: (
      <>
        <PageHead
          title="Số, ngày, người ký"
          crumbs={[
            { label: 'Lựa chọn', href: choosingPath(field) },
            { label: `Danh sách số ${list.id}`, href: backTo },
            { label: 'Văn bản' },
          ]}
          kicker={field.name}
        />
        <form method="post" action={`${backTo}/van-ban`}>
          <ErrorSummary errors={errors} />
          <HiddenFields typed={typed} version={list.version} />
          <PaperFieldsSection
            paper={paperOf(list, field.planIssuedAt)}
            field={fieldOf(typed, errors)}
            examples={{ symbol: 'QĐ-HND', place: 'Phú Thọ', authority: 'TM. BAN THƯỜNG VỤ' }}
          />
          <ButtonRow>
            <Button kind="primary">Lưu</Button>
            <ButtonLink href={backTo} kind="quiet">
              Không, về danh sách
            </ButtonLink>
          </ButtonRow>
        </form>
      </>
    ),
  });
}
