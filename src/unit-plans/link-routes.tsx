import type { Child } from 'hono/jsx';
import { z } from 'zod';
import { EXEMPLAR_STATES } from '../subjects/exemplar-states.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { RadioGroup, TextField } from '../ui/field.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import { notFoundPage } from '../web/error-pages.tsx';
import { id } from '../web/form-fields.ts';
import { HiddenFields } from '../web/hidden-fields.tsx';
import { officePage } from '../web/page.tsx';
import { queryText } from '../web/query.ts';
import { get, idParam, post, type Route } from '../web/route.ts';
import { actorOf, type Visit } from '../web/visit.ts';
import type { PlannedExemplar } from './content.ts';
import { exemplarsOf } from './content-queries.ts';
import { stepForm } from './forms.ts';
import { linkExemplar, refusalToLink } from './link-exemplar.ts';
import { type Candidate, type LinkedFile, linkCandidates, linksOf, MOST_OFFERED } from './link-queries.ts';
import { changeUnitPlan, withUnitPlan } from './on-plan.ts';
import type { UnitPlanInView } from './queries.ts';
import type { Again } from './write-page.tsx';
import { lockedPage } from './write-routes.tsx';

const FRESH: Again = { errors: {}, reasons: [], typed: {} };
const ANCHOR = 'dien-hinh';

const linkForm = z.object({ exemplar: id('hồ sơ điển hình') });

const ordOf = (visit: Visit): number => idParam(visit, 'thu') ?? 0;

/** Which registered file came of an exemplar that the plan lists. */
export const linkRoutes: Route[] = [
  get('/ke-hoach-don-vi/:id/dien-hinh/:thu', 'signed_in', (visit) =>
    withUnitPlan(visit, (plan) => linkPage(visit, plan, FRESH)),
  ),
  post('/ke-hoach-don-vi/:id/dien-hinh/:thu', 'signed_in', (visit) =>
    changeUnitPlan(visit, {
      schema: linkForm,
      command: (acting, { exemplar, ...input }) =>
        linkExemplar(acting, { ...input, ord: ordOf(visit), exemplarId: exemplar }),
      said: 'Đã gắn hồ sơ điển hình.',
      anchor: ANCHOR,
      again: (plan, again) => linkPage(visit, plan, again),
    }),
  ),
  post('/ke-hoach-don-vi/:id/dien-hinh/:thu/bo-gan', 'signed_in', (visit) =>
    changeUnitPlan(visit, {
      schema: stepForm,
      command: (acting, input) => linkExemplar(acting, { ...input, ord: ordOf(visit), exemplarId: null }),
      said: 'Đã bỏ gắn hồ sơ điển hình.',
      anchor: ANCHOR,
    }),
  ),
];

async function linkPage(visit: Visit, plan: UnitPlanInView, again: Again): Promise<Response> {
  const { db } = visit.get('deps');
  const actor = actorOf(visit);
  const ord = ordOf(visit);
  const listed = (await exemplarsOf(db, plan.id))[ord - 1];
  if (!listed) return notFoundPage(visit);
  const refusal = refusalToLink(plan);
  if (refusal) return lockedPage(visit, plan, refusal);
  const search = queryText(visit, 'tim', 100);
  const [candidates, links] = await Promise.all([
    linkCandidates(db, actor, plan, { name: listed.name, search }),
    linksOf(db, actor, plan.id),
  ]);
  return officePage(visit, {
    title: 'Gắn hồ sơ điển hình',
    status: Object.keys(again.errors).length + again.reasons.length > 0 ? 422 : 200,
    children: (
      <LinkPage {...{ plan, ord, listed, search, candidates, again }} linked={links.get(ord) ?? null} />
    ),
  });
}

interface LinkProps {
  plan: UnitPlanInView;
  ord: number;
  listed: PlannedExemplar;
  search: string;
  candidates: readonly Candidate[];
  linked: LinkedFile | null;
  again: Again;
}

function LinkPage(props: LinkProps) {
  const { plan, ord, listed, search, candidates, linked, again } = props;
  const back = `/ke-hoach-don-vi/${plan.id}`;
  const path = `${back}/dien-hinh/${ord}`;
  return (
    <>
      <PageHead
        title="Gắn hồ sơ điển hình"
        kicker={plan.officeName}
        crumbs={[
          { label: `Kế hoạch ${plan.planNumber}`, href: `/ke-hoach/${plan.planId}` },
          { label: plan.officeName, href: back },
          { label: 'Gắn hồ sơ' },
        ]}
        lead={`“${listed.name}” trong kế hoạch của đơn vị là hồ sơ nào đã đăng ký?`}
      />
      {linked ? <Linked plan={plan} path={path} linked={linked} /> : null}
      <form method="get" action={path} class="form">
        <TextField name="tim" label="Tìm theo tên" value={search} maxlength={100} />
        <ButtonRow>
          <Button>Tìm</Button>
        </ButtonRow>
      </form>
      {candidates.length > 0 ? (
        <form method="post" action={path} class="form">
          <ErrorSummary errors={again.errors} />
          <RefusalList title="Chưa gắn được" reasons={again.reasons} />
          <HiddenFields typed={again.typed} version={plan.version} />
          <RadioGroup
            name="exemplar"
            label="Hồ sơ của đơn vị trong kế hoạch này"
            hint={
              candidates.length === MOST_OFFERED
                ? `${MOST_OFFERED} hồ sơ có tên giống nhất; tìm theo tên để thấy hồ sơ khác.`
                : undefined
            }
            required
            value={chosenOf(again, linked)}
            error={again.errors.exemplar}
            options={candidates.map((one) => ({
              value: String(one.id),
              label: one.fullName,
              hint: inWords(one),
            }))}
          />
          <ButtonRow>
            <Button kind="primary">Gắn hồ sơ này</Button>
            <ButtonLink kind="quiet" href={`${back}#${ANCHOR}`}>
              Không gắn, quay lại
            </ButtonLink>
          </ButtonRow>
        </form>
      ) : (
        <Nothing search={search} path={path} />
      )}
    </>
  );
}

const chosenOf = ({ typed }: Again, linked: LinkedFile | null): string =>
  typeof typed.exemplar === 'string' ? typed.exemplar : String(linked?.exemplarId ?? '');

const inWords = ({ place, fieldName, officeName, state }: Candidate): string =>
  [EXEMPLAR_STATES[state].name, fieldName, place, officeName].filter(Boolean).join(' · ');

function Linked({ plan, path, linked }: { plan: UnitPlanInView; path: string; linked: LinkedFile }): Child {
  return (
    <form method="post" action={`${path}/bo-gan`} class="inline-form">
      <HiddenFields version={plan.version} />
      <p>
        Đang gắn với{' '}
        {linked.open ? <a href={`/dien-hinh/${linked.exemplarId}`}>{linked.fullName}</a> : linked.fullName} (
        {EXEMPLAR_STATES[linked.state].name}).
      </p>
      <Button small>Bỏ gắn</Button>
    </form>
  );
}

function Nothing({ search, path }: { search: string; path: string }) {
  return (
    <p>
      {search ? (
        <>
          Không có hồ sơ nào của đơn vị có tên chứa “{search}”. <a href={path}>Xem tất cả</a>.
        </>
      ) : (
        <>
          Đơn vị chưa đăng ký điển hình nào theo kế hoạch này.{' '}
          <a href="/dien-hinh/moi">Ghi nhận điển hình mới</a>.
        </>
      )}
    </p>
  );
}
