import type { SubjectKind } from '../subjects/kinds.ts';
import { STEP_KEYS, STEP_TITLES, type StepKey } from './register-steps.ts';
import { type ExemplarFacts, judge } from './rules.ts';
import type { Origin } from './step-effect.ts';
import type { ExemplarAction, Guard } from './workflow.ts';

/** What the task list asks of the file of one exemplar; read at once by `registerFacts`. */
export interface RegisterFacts {
  guards: ExemplarFacts;
  kind: SubjectKind;
  birthYear: number | null;
  place: string | null;
  position: string | null;
  representative: string | null;
  foundOn: string | null;
  origin: Origin;
  /** Addresses and people that it was heard from. */
  sources: readonly string[];
  sourceNote: string | null;
  movement: boolean;
  novelty: boolean;
  interest: boolean;
  /** Achievements with a figure. */
  figures: number;
  withoutEvidence: number;
  contradicted: number;
  evidence: number;
  contributions: number;
  publicationConsent: boolean;
}

/**
 * done; missing: a step of the life cycle asks for it; advised: it may be proposed without; if_any: there may be none;
 * not_needed: not asked of this kind of subject.
 */
export type TaskState = 'done' | 'missing' | 'advised' | 'if_any' | 'not_needed';

export interface RegisterTask {
  key: StepKey;
  title: string;
  state: TaskState;
  /** The step of the life cycle that asks for it; null: none does. */
  before: Extract<ExemplarAction, 'propose' | 'choose'> | null;
  /** What is missing, one sentence each. */
  missing: string[];
}

interface Asked {
  before: RegisterTask['before'];
  guards: readonly Guard[];
  /** What makes the file better, but is asked by no guard. */
  advice(facts: RegisterFacts): (string | false)[];
}

const none = () => [];

const ASKED: Record<StepKey, Asked> = {
  ai: { before: null, guards: [], advice: adviceOfSubject },
  'phat-hien': {
    before: null,
    guards: [],
    advice: adviceOfSource,
  },
  'linh-vuc': {
    before: 'propose',
    guards: ['has_plan', 'has_field'],
    advice: ({ movement }) => [!movement && 'Chưa gắn với phong trào thi đua hoặc cuộc vận động nào.'],
  },
  'muc-do': { before: 'propose', guards: ['has_breadth'], advice: none },
  'tom-tat': {
    before: 'propose',
    guards: ['has_statement'],
    advice: ({ novelty, interest }) => [
      !novelty && 'Chưa ghi điều mới hoặc việc khó đã giải quyết.',
      !interest && 'Chưa ghi ai quan tâm.',
    ],
  },
  'thanh-tich': {
    before: 'propose',
    guards: ['has_achievement'],
    advice: ({ guards, figures, contradicted }) => [
      guards.achievements > 0 && figures === 0 && 'Chưa có thành tích nào có số liệu.',
      contradicted > 0 && `Có ${contradicted} thành tích bị phản bác, cần làm rõ.`,
    ],
  },
  'minh-chung': {
    before: null,
    guards: [],
    advice: ({ evidence, withoutEvidence }) => [
      evidence === 0 && 'Chưa có minh chứng nào.',
      withoutEvidence > 0 && `Chưa có minh chứng cho ${withoutEvidence} thành tích.`,
    ],
  },
  'dong-gop': { before: null, guards: [], advice: none },
  'suy-ton': { before: 'choose', guards: ['endorsed'], advice: none },
  'tieu-chi': { before: 'choose', guards: ['criteria_met', 'criteria_known'], advice: none },
  'boi-duong': { before: 'choose', guards: ['nurturing_planned'], advice: none },
  'dong-y': {
    before: 'choose',
    guards: ['consented'],
    advice: ({ publicationConsent }) => [!publicationConsent && 'Chưa hỏi về việc công bố.'],
  },
};

/** Every step with what it still needs, in order. */
export function registerTasks(facts: RegisterFacts): RegisterTask[] {
  const judgements = judge(facts.guards, { accountId: null, level: null });
  return STEP_KEYS.map((key) => {
    const { before, guards, advice } = ASKED[key];
    const unmet = guards.flatMap((guard) => judgements[guard]?.sentence ?? []);
    const advised = advice(facts).filter((sentence): sentence is string => sentence !== false);
    const state = stateOf(key, facts, { unmet: unmet.length, advised: advised.length });
    const missing = state === 'missing' || state === 'advised' ? [...unmet, ...advised] : [];
    return { key, title: STEP_TITLES[key], state, before, missing };
  });
}

function stateOf(key: StepKey, facts: RegisterFacts, open: { unmet: number; advised: number }): TaskState {
  if (key === 'dong-gop') return facts.contributions > 0 ? 'done' : 'if_any';
  if (key === 'tieu-chi' && !facts.guards.criteria.asked) {
    // which criteria are asked depends on the field
    return facts.guards.fieldName === null ? 'if_any' : 'not_needed';
  }
  return open.unmet > 0 ? 'missing' : open.advised > 0 ? 'advised' : 'done';
}

/** A tip may be incomplete; what is missing of where it came from is listed by the kind of its source. */
function adviceOfSource({ foundOn, origin, sources, sourceNote }: RegisterFacts): (string | false)[] {
  const linked = sources.some((source) => /^https?:\/\//i.test(source));
  const named = sources.length > 0 || sourceNote !== null;
  return [
    foundOn === null && 'Chưa ghi ngày phát hiện.',
    origin === 'press' && !linked && 'Chưa ghi đường dẫn bài báo, tin phát thanh, truyền hình.',
    origin === 'association' && !named && 'Chưa ghi đoàn thể, hội nào giới thiệu.',
    origin === 'own_search' && !named && 'Chưa ghi đã tìm hiểu từ đâu.',
  ];
}

const BIRTH_YEAR = 'Chưa ghi năm sinh.';
const PLACE = 'Chưa ghi nơi ở, địa chỉ.';
const REPRESENTATIVE = 'Chưa ghi người đại diện.';

function adviceOfSubject({
  kind,
  birthYear,
  place,
  position,
  representative,
}: RegisterFacts): (string | false)[] {
  const spokenFor = kind === 'collective';
  return [
    !spokenFor && birthYear === null && BIRTH_YEAR,
    place === null && PLACE,
    kind === 'individual' && position === null && 'Chưa ghi chức vụ, nghề nghiệp.',
    spokenFor && representative === null && REPRESENTATIVE,
  ];
}

/** How far the file has come: steps that are done, of those that are asked at all. */
export function progressOf(tasks: readonly RegisterTask[]): { done: number; asked: number } {
  const asked = tasks.filter(({ state }) => state !== 'not_needed' && state !== 'if_any');
  return { done: asked.filter(({ state }) => state === 'done').length, asked: asked.length };
}
