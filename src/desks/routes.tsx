import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { ButtonLink } from '../ui/button.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Section } from '../ui/panel.tsx';
import { answerRefusal } from '../web/answer.tsx';
import { notFoundPage } from '../web/error-pages.tsx';
import { redirectWith } from '../web/flash.ts';
import { readForm } from '../web/form.ts';
import { officePage } from '../web/page.tsx';
import { get, idParam, post, type Route } from '../web/route.ts';
import { acting, actorOf, type Visit } from '../web/visit.ts';
import { DeskActions } from './desk-actions.tsx';
import { crumbsOf, type Found, FRESH, formPage } from './desk-form-page.tsx';
import {
  allowDeskForm,
  answerDeskForm,
  askDeskForm,
  type DeskForm,
  gapDeskForm,
  reassignDeskForm,
} from './desk-forms.tsx';
import { deskDaysRoutes } from './due-routes.tsx';
import type { PaperKind } from './kind.ts';
import { deskListRoutes } from './list-routes.tsx';
import { paperIn, wayPath } from './paths.ts';
import { type DeskSituation, situationOf } from './situation.ts';
import { PAPER_NAMES } from './stay.ts';
import { DESK_ACTIONS } from './work-rules.ts';

/**
 * Where every paper is, the way of one paper, and what may be done about it.
 *
 * @param kinds the sorts of papers that travel, each handed in by the folder that owns it
 */
export function deskRoutes(kinds: readonly PaperKind[]): Route[] {
  return [
    ...deskListRoutes(kinds),
    ...deskDaysRoutes,
    get('/van-ban/:paper/:id', 'signed_in', (visit) =>
      withPaper(visit, kinds, false, ({ situation }) => wayPage(visit, situation)),
    ),
    ...formRoutes(kinds, reassignDeskForm),
    ...formRoutes(kinds, askDeskForm),
    ...formRoutes(kinds, answerDeskForm),
    ...formRoutes(kinds, gapDeskForm),
    ...formRoutes(kinds, allowDeskForm),
  ];
}

/** The paper of the address within reach, and its opinion where one is named; else 404. */
async function withPaper(
  visit: Visit,
  kinds: readonly PaperKind[],
  ofOpinion: boolean,
  answer: (found: Found) => Response | Promise<Response>,
): Promise<Response> {
  const { db } = visit.get('deps');
  const actor = actorOf(visit);
  const sort = paperIn(visit.req.param('paper') ?? '');
  const kind = kinds.find(({ paper }) => paper === sort);
  const id = idParam(visit);
  const paper = kind && id !== null ? await kind.find(db, actor, id) : null;
  if (!kind || !paper) return notFoundPage(visit);
  const situation = await situationOf(db, actor, kind.paper, paper);
  const opinion = ofOpinion
    ? (situation.opinions.find((one) => one.id === idParam(visit, 'opinion')) ?? null)
    : null;
  return ofOpinion && !opinion ? notFoundPage(visit) : answer({ kind, situation, opinion });
}

function wayPage(visit: Visit, situation: DeskSituation): Promise<Response> {
  const { paper, sort } = situation;
  return officePage(visit, {
    title: `Đường đi: ${paper.title}`,
    children: (
      <>
        <PageHead
          title={paper.title}
          kicker={`Đường đi của ${PAPER_NAMES[sort]} · ${paper.officeName}`}
          crumbs={[...crumbsOf(situation), { label: 'Đường đi' }]}
          actions={<ButtonLink href={paper.href}>Mở văn bản</ButtonLink>}
        />
        <Section id="duong-di" title="Văn bản đang ở đâu">
          <DeskActions situation={situation} today={visit.get('deps').clock.today()} />
        </Section>
      </>
    ),
  });
}

function formRoutes<T>(kinds: readonly PaperKind[], form: DeskForm<T>): Route[] {
  const path = `/van-ban/:paper/:id/${DESK_ACTIONS[form.action].slug}${form.ofOpinion ? '/:opinion' : ''}`;
  return [
    get(path, 'signed_in', (visit) =>
      withPaper(visit, kinds, form.ofOpinion, (found) => formPage(visit, form, found, FRESH)),
    ),
    post(path, 'signed_in', (visit) =>
      withPaper(visit, kinds, form.ofOpinion, (found) => takeForm(visit, form, found)),
    ),
  ];
}

async function takeForm<T>(visit: Visit, form: DeskForm<T>, found: Found): Promise<Response> {
  const { kind, situation, opinion } = found;
  const read = await readForm(visit, form.schema);
  const again = (errors: FieldErrors, reasons: readonly Reason[]) =>
    formPage(visit, form, found, { errors, reasons, typed: read.typed });
  if (!read.ok) return again(read.errors, []);
  const { id } = situation.paper;
  const input = { ...read.value, id, version: read.version, ...(opinion ? { opinionId: opinion.id } : {}) };
  const outcome = await form.command(
    acting(visit, read.key),
    kind,
    input as Parameters<typeof form.command>[2],
  );
  const backTo = wayPath(kind.paper, id);
  if (outcome.ok) return redirectWith(visit, backTo, form.said);
  const thing = { kind: kind.paper, id, version: read.version };
  return answerRefusal(visit, outcome.refusal, { again, backTo, thing, sent: read });
}
