import type { MissingItem } from '../ui/panel.tsx';
import { UNDER_CARE } from './list-conditions.ts';
import type { ExemplarInView } from './queries.ts';
import { type ExemplarFacts, judge } from './rules.ts';
import type { LifeEvents } from './show-life.ts';
import type { Gaps } from './show-queries.ts';
import { type ExemplarAction, type ExemplarState, exemplarWorkflow } from './workflow.ts';

/** The step that leads on from a state. */
const FORWARD: Partial<Record<ExemplarState, ExemplarAction>> = {
  found: 'propose',
  returned: 'propose',
  proposed: 'choose',
  waiting: 'choose',
  nurtured: 'recognise',
  recognised: 'honour',
};

/** Rules that speak of the one who decides, not of the file. */
const OF_THE_DECIDER = new Set(['own_proposal', 'level_not_higher']);

/** Where on the page a rule can be put right; the section must be there for the link to be given. */
const SECTION_OF_RULE: Readonly<Record<string, string>> = {
  field_missing: 'dang-ky',
  breadth_missing: 'dang-ky',
  statement_missing: 'dang-ky',
  plan_missing: 'dang-ky',
  plan_not_in_force: 'dang-ky',
  achievement_missing: 'thanh-tich',
  endorsement_missing: 'suy-ton',
  endorsement_rejected: 'suy-ton',
  assessment_missing: 'tieu-chi',
  criteria_not_met: 'tieu-chi',
  criteria_disqualified: 'tieu-chi',
  criteria_unknown: 'tieu-chi',
  nurturing_missing: 'boi-duong',
  consent_missing: 'dong-y',
  consent_withdrawn: 'dong-y',
  check_missing: 'kiem-tra',
  voices_open: 'tieng-noi',
};

interface Known {
  exemplar: Pick<ExemplarInView, 'state'>;
  facts: ExemplarFacts;
  events: LifeEvents;
  gaps: Gaps;
  year: number;
  /** Anchors of the page. */
  sections: ReadonlySet<string>;
}

/** What the file still lacks, in sentences, each with the place where it can be put right. */
export function whatIsMissing({ exemplar, facts, events, gaps, year, sections }: Known): MissingItem[] {
  const linked = (text: string, section: string | undefined): MissingItem =>
    section && sections.has(section) ? { text, href: `#${section}` } : { text };
  const unmet = unmetForward(exemplar.state, facts).map(({ rule, sentence }) =>
    linked(sentence, SECTION_OF_RULE[rule]),
  );
  const unchecked =
    UNDER_CARE.includes(exemplar.state) && !events.checks.some((check) => check.year === year);
  const { achievementsWithoutEvidence, contradicted } = gaps;
  return [
    ...unmet,
    ...(unchecked ? [linked(`Năm ${year} chưa kiểm tra, đánh giá.`, 'kiem-tra')] : []),
    ...(achievementsWithoutEvidence > 0
      ? [linked(`Chưa có minh chứng cho ${achievementsWithoutEvidence} thành tích.`, 'thanh-tich')]
      : []),
    ...(contradicted > 0
      ? [linked(`Có ${contradicted} thành tích bị phản bác, cần làm rõ.`, 'thanh-tich')]
      : []),
  ];
}

function unmetForward(state: ExemplarState, facts: ExemplarFacts) {
  const action = FORWARD[state];
  if (!action) return [];
  const judgements = judge(facts, { accountId: null, level: null });
  const steps = exemplarWorkflow.steps.filter((step) => step.action === action);
  const guards = steps.flatMap((step) => [...step.must]);
  return [...new Set(guards)]
    .flatMap((guard) => judgements[guard] ?? [])
    .filter((reason) => !OF_THE_DECIDER.has(reason.rule));
}
