import type { Child } from 'hono/jsx';
import { officesOn } from '../offices/tree.ts';
import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import type { Typed } from '../web/form.ts';
import { HiddenFields } from '../web/hidden-fields.tsx';
import { officePage } from '../web/page.tsx';
import type { Visit } from '../web/visit.ts';
import type { DeskForm } from './desk-forms.tsx';
import type { PaperKind } from './kind.ts';
import type { Opinion } from './opinions.ts';
import { deskPath, wayPath } from './paths.ts';
import { type DeskSituation, deskFacts } from './situation.ts';
import { DESK_ACTIONS, whyNotAtDesk } from './work-rules.ts';

/** A paper within reach, and its opinion where one is meant. */
export interface Found {
  kind: PaperKind;
  situation: DeskSituation;
  opinion: Opinion | null;
}

export interface Again {
  errors: FieldErrors;
  reasons: readonly Reason[];
  typed: Typed;
}

export const FRESH: Again = { errors: {}, reasons: [], typed: {} };

export const crumbsOf = ({ paper }: DeskSituation) => [
  { label: 'Văn bản đang ở đâu', href: '/van-ban' },
  { label: paper.title, href: paper.href },
];

/** One form about the way of a paper; in its place, why it may not be done now. */
export async function formPage<T>(
  visit: Visit,
  form: DeskForm<T>,
  found: Found,
  again: Again,
): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const { situation, opinion } = found;
  const { label } = DESK_ACTIONS[form.action];
  const stopped = whyNotAtDesk(form.action, deskFacts(situation, opinion));
  const offices = form.ofOpinion || stopped.length > 0 ? [] : await officesOn(db, clock.today());
  const fields = { situation, opinion, offices, typed: again.typed, errors: again.errors };
  const wrong = Object.keys(again.errors).length + again.reasons.length > 0;
  const backTo = wayPath(situation.sort, situation.paper.id);
  const path = deskPath(situation.sort, situation.paper.id, form.action, opinion?.id);
  return officePage(visit, {
    title: `${label}: ${situation.paper.title}`,
    status: wrong ? 422 : 200,
    children: (
      <>
        <PageHead
          title={label}
          kicker={`${situation.paper.title} · ${situation.paper.officeName}`}
          crumbs={[...crumbsOf(situation), { label: 'Đường đi', href: backTo }, { label }]}
        />
        {stopped.length > 0 ? (
          <Stopped title={`Chưa thể “${label}”`} reasons={stopped} backTo={backTo} />
        ) : (
          <>
            <Notice tone="info">{form.consequence(fields)}</Notice>
            {opinion ? <Question opinion={opinion} /> : null}
            <form method="post" class="form" action={path}>
              <ErrorSummary errors={again.errors} />
              <RefusalList title={`Chưa thể “${label}”`} reasons={again.reasons} />
              <HiddenFields typed={again.typed} version={situation.paper.version} />
              {form.fields(fields)}
              <ButtonRow>
                <Button kind="primary">{form.button}</Button>
                <ButtonLink kind="quiet" href={backTo}>
                  Không, quay lại
                </ButtonLink>
              </ButtonRow>
            </form>
          </>
        )}
      </>
    ),
  });
}

function Question({ opinion }: { opinion: Opinion }): Child {
  return (
    <blockquote class="opinion-answer prose-lines">
      <strong>{opinion.officeName}:</strong> {opinion.question}
    </blockquote>
  );
}

function Stopped({ title, reasons, backTo }: { title: string; reasons: readonly Reason[]; backTo: string }) {
  return (
    <RefusalList title={title} reasons={reasons}>
      <ButtonLink href={backTo}>Về đường đi của văn bản</ButtonLink>
    </RefusalList>
  );
}
