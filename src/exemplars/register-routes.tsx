import { ButtonLink } from '../ui/button.tsx';
import { formatCount } from '../ui/format.ts';
import { PageHead } from '../ui/page-head.tsx';
import { notFoundPage } from '../web/error-pages.tsx';
import type { Typed } from '../web/form.ts';
import { DraftNotice, draftFor } from '../web/form-draft.tsx';
import { officePage } from '../web/page.tsx';
import { get, post, type Route } from '../web/route.ts';
import type { Visit } from '../web/visit.ts';
import { addAchievementForm } from './achievements-routes.tsx';
import { giveConsentForm } from './consent-part.tsx';
import { addContributionForm } from './contributions-routes.tsx';
import { endorsementWorkForm } from './endorsement-part.tsx';
import { guardFacts } from './facts.ts';
import type { ExemplarPart } from './part.ts';
import type { ExemplarInView } from './queries.ts';
import { breadthForm, fieldForm, foundForm, statementForm, whoForm } from './register-forms.tsx';
import { progressInWords, RegisterList } from './register-list.tsx';
import { registerFacts } from './register-queries.ts';
import { MORE, PartStep, PRESSED, StepButtons, StepHead } from './register-step-page.tsx';
import {
  isStepKey,
  neighbours,
  registerPath,
  STEP_TITLES,
  type StepKey,
  stepPagePath,
} from './register-steps.ts';
import { registerTasks } from './register-tasks.ts';
import { takeWorkForm, UNTYPED, type WorkForm, type WorkPlace, withExemplar } from './work-form.tsx';
import { showWorkForm } from './work-form-page.tsx';
import { refusalToWork } from './work-rules.ts';

/** How a step is shown and taken; the form behind it is that of the exemplar's page. */
interface Step {
  /** The section of the exemplar's page that is shown above the form, or alone where it has forms of its own. */
  part?: string;
  form?: {
    /** The step adds one of several. */
    several: boolean;
    title: string;
    show(visit: Visit, exemplar: ExemplarInView, place: WorkPlace, typed: Typed): Promise<Response>;
    take(visit: Visit, exemplar: ExemplarInView, place: WorkPlace): Promise<Response>;
  };
}

const withForm = <T,>(form: WorkForm<T>, more: { part?: string; several?: boolean } = {}): Step => ({
  ...(more.part ? { part: more.part } : {}),
  form: {
    several: more.several ?? false,
    title: form.title,
    show: (visit, exemplar, place, typed) =>
      showWorkForm(visit, form, exemplar, { ...UNTYPED, typed }, place),
    take: (visit, exemplar, place) => takeWorkForm(visit, form, exemplar, place),
  },
});

const STEPS: Record<StepKey, Step> = {
  ai: withForm(whoForm),
  'phat-hien': withForm(foundForm),
  'linh-vuc': withForm(fieldForm),
  'muc-do': withForm(breadthForm),
  'tom-tat': withForm(statementForm),
  'thanh-tich': withForm(addAchievementForm, { part: 'thanh-tich', several: true }),
  'minh-chung': { part: 'minh-chung' },
  'dong-gop': withForm(addContributionForm, { part: 'dong-gop', several: true }),
  'suy-ton': withForm(endorsementWorkForm),
  'tieu-chi': { part: 'tieu-chi' },
  'boi-duong': { part: 'boi-duong' },
  'dong-y': withForm(giveConsentForm, { part: 'dong-y', several: true }),
};

/**
 * The registration step by step: a task list, and one short page for each step.
 *
 * @param parts sections of the page of one exemplar; a step shows the one that it is about
 */
export const registerRoutes = (parts: readonly ExemplarPart[]): Route[] => [
  get('/dien-hinh/:id/dang-ky', 'signed_in', (visit) =>
    withExemplar(visit, (exemplar) => listPage(visit, exemplar)),
  ),
  get('/dien-hinh/:id/dang-ky/:buoc', 'signed_in', (visit) =>
    withStep(visit, async (exemplar, key) => {
      const { form, part } = STEPS[key];
      if (!form) return partPage(visit, exemplar, key, parts);
      const place = await placeOf(
        visit,
        exemplar,
        key,
        part ? await partOf(visit, exemplar, part, parts) : null,
      );
      return form.show(visit, exemplar, place, place.typed);
    }),
  ),
  post('/dien-hinh/:id/dang-ky/:buoc', 'signed_in', (visit) =>
    withStep(visit, async (exemplar, key) => {
      const { form, part } = STEPS[key];
      if (!form) return notFoundPage(visit);
      const above = part ? await partOf(visit, exemplar, part, parts) : null;
      return form.take(visit, exemplar, await placeOf(visit, exemplar, key, above));
    }),
  ),
];

function withStep(
  visit: Visit,
  answer: (exemplar: ExemplarInView, key: StepKey) => Promise<Response>,
): Promise<Response> {
  const key = visit.req.param('buoc');
  return withExemplar(visit, async (exemplar) =>
    isStepKey(key) ? answer(exemplar, key) : notFoundPage(visit),
  );
}

const partOf = async (visit: Visit, exemplar: ExemplarInView, id: string, parts: readonly ExemplarPart[]) =>
  (await parts.find((part) => part.id === id)?.render(visit, exemplar)) ?? null;

/** Where the form of a step stands; what was typed and not yet sent is put in. */
async function placeOf(
  visit: Visit,
  exemplar: ExemplarInView,
  key: StepKey,
  above: unknown,
): Promise<WorkPlace & { typed: Typed }> {
  const { id } = exemplar;
  const { form } = STEPS[key];
  const { after } = neighbours(key);
  const next = after ? stepPagePath(id, after) : registerPath(id);
  const draft = `dien-hinh-${id}-${key}`;
  const kept = await draftFor(visit, draft, exemplar.version);
  const path = stepPagePath(id, key);
  return {
    head: <StepHead exemplar={exemplar} step={key} />,
    above: (
      <>
        {above}
        {form?.several ? <h2>{form.title}</h2> : null}
        <DraftNotice draft={kept} form={draft} path={path} />
      </>
    ),
    backTo: registerPath(id),
    next: (typed) => (typed[PRESSED] === MORE ? path : next),
    buttons: <StepButtons id={id} step={key} several={form?.several ?? false} />,
    draft,
    draftSavedAt: kept.savedAt,
    draftWaits: kept.waits,
    typed: kept.typed ?? {},
  };
}

async function partPage(
  visit: Visit,
  exemplar: ExemplarInView,
  key: StepKey,
  parts: readonly ExemplarPart[],
): Promise<Response> {
  const content = await partOf(visit, exemplar, STEPS[key].part ?? key, parts);
  return officePage(visit, {
    title: STEP_TITLES[key],
    children: (
      <PartStep exemplar={exemplar} step={key}>
        {content ?? <p class="muted">Phần này ghi ở trang hồ sơ.</p>}
      </PartStep>
    ),
  });
}

async function listPage(visit: Visit, exemplar: ExemplarInView): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const guards = await guardFacts(db, exemplar, clock.today());
  const tasks = registerTasks(await registerFacts(db, exemplar, guards));
  const { id } = exemplar;
  const open = tasks.filter(({ state, before }) => state === 'missing' && before === 'propose').length;
  return officePage(visit, {
    title: 'Đăng ký điển hình',
    children: (
      <>
        <PageHead
          title="Đăng ký điển hình"
          kicker={`${exemplar.subject.fullName}, ${exemplar.officeName}`}
          crumbs={[
            { label: 'Điển hình', href: '/dien-hinh' },
            { label: exemplar.subject.fullName, href: `/dien-hinh/${id}` },
            { label: 'Đăng ký' },
          ]}
          lead={`${progressInWords(tasks)}. ${open > 0 ? `Còn ${formatCount(open)} bước phải xong trước khi đề nghị.` : 'Đã đủ để đề nghị.'}`}
          actions={
            <ButtonLink href={`/dien-hinh/${id}/phieu.pdf`} icon="download" small>
              Phiếu giấy (PDF)
            </ButtonLink>
          }
        />
        <RegisterList id={id} tasks={tasks} mayWrite={refusalToWork(exemplar, 'registration') === null} />
        <p>
          <ButtonLink href={`/dien-hinh/${id}#viec`}>Về trang hồ sơ</ButtonLink>
        </p>
      </>
    ),
  });
}
