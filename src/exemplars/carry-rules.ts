import type { Reason } from '../platform/outcome.ts';
import type { FileContents, FileEvidence, FileFacts } from './carry-file.ts';
import type { ExemplarInView } from './queries.ts';
import { refusalToWork, type Work } from './work-rules.ts';

/** What of a file that is merged another one may take over. */
export const CARRY_KINDS = [
  'fact',
  'source',
  'achievement',
  'contribution',
  'evidence',
  'endorsement',
  'consent',
  'place',
] as const;
export type CarryKind = (typeof CARRY_KINDS)[number];

/** Taking it over is that work on the kept file: whoever may not do the one may not do the other. */
export const WORK_OF: Record<CarryKind, Work> = {
  fact: 'registration',
  source: 'registration',
  achievement: 'merits',
  contribution: 'merits',
  evidence: 'merits',
  endorsement: 'endorsement',
  consent: 'consent',
  place: 'registration',
};

/** One thing that the kept file lacks. */
export interface Offer {
  /** What its box sends: 'achievement:12', 'fact:title', 'source:3' (the third of the list, from 0). */
  key: string;
  kind: CarryKind;
  /** Why the person should look twice before it is taken over: it is not ticked at first. */
  doubt: string | null;
  /** Why it may not be taken over by this person now. */
  refusal: Reason | null;
}

export const FACT_KEYS = ['title', 'statement', 'novelty', 'interest', 'breadth', 'sourceNote'] as const;
export type FactKey = (typeof FACT_KEYS)[number] & keyof FileFacts;

export type KeptFile = Pick<ExemplarInView, 'state' | 'roles'>;

/** Everything that the one file has and the other lacks, by key. What both have stays where it is. */
export function offersOf(gone: FileContents, kept: FileContents, file: KeptFile): Map<string, Offer> {
  const lacking = [...lackingWords(gone, kept), ...lackingRows(gone, kept)];
  return new Map(
    lacking.map(([kind, id, doubt = null]) => {
      const key = `${kind}:${id}`;
      return [key, { key, kind, doubt, refusal: refusalToWork(file, WORK_OF[kind]) }];
    }),
  );
}

type Lacking = [kind: CarryKind, id: string | number, doubt?: string | null];

function lackingWords(gone: FileContents, kept: FileContents): Lacking[] {
  const facts = FACT_KEYS.filter((key) => gone.facts[key] !== null && kept.facts[key] === null);
  const sources = gone.sources.map((source, n) => ({ source, n }));
  return [
    ...facts.map((key): Lacking => ['fact', key]),
    ...sources
      .filter(({ source, n }) => !kept.sources.includes(source) && gone.sources.indexOf(source) === n)
      .map(({ n }): Lacking => ['source', n]),
  ];
}

function lackingRows(gone: FileContents, kept: FileContents): Lacking[] {
  return [
    ...gone.achievements
      .filter((one) => !sameAchievement(one, kept))
      .map((one): Lacking => ['achievement', one.id, otherFigure(one, kept.achievements)]),
    ...gone.contributions
      .filter((one) => !sameContribution(one, kept))
      .map((one): Lacking => ['contribution', one.id, otherFigure(one, kept.contributions)]),
    ...gone.evidence.filter((one) => !sameEvidence(one, kept)).map((one): Lacking => ['evidence', one.id]),
    ...(gone.endorsement && !kept.endorsement ? [['endorsement', 'suy-ton'] as Lacking] : []),
    ...gone.consents.filter((one) => isLacking(one, kept)).map((one): Lacking => ['consent', one.id]),
    ...(gone.place !== null && kept.place === null ? [['place', 'vi-tri'] as Lacking] : []),
  ];
}

type Figure = { measureId: number | null; year: number | null };

const otherFigure = (one: Figure, others: readonly Figure[]): string | null =>
  one.measureId !== null && others.some((it) => it.measureId === one.measureId && it.year === one.year)
    ? 'Hồ sơ được giữ đã ghi số khác cho cùng chỉ số, cùng năm: chỉ mang sang nếu cả hai đều đúng, kẻo tính hai lần.'
    : null;

const words = (text: string): string => text.normalize('NFC').trim().toLowerCase();

/** The same figure, or without one the same sentence of the same year. */
export const sameAchievement = (
  one: FileContents['achievements'][number],
  { achievements }: FileContents,
): FileContents['achievements'][number] | undefined =>
  achievements.find((it) => {
    if (it.year !== one.year || it.value !== one.value) return false;
    const sameSentence = words(it.statement) === words(one.statement);
    if (one.measureId === null) return sameSentence && it.unit === one.unit;
    return it.measureId === one.measureId;
  });

export const sameContribution = (
  one: FileContents['contributions'][number],
  { contributions }: FileContents,
): FileContents['contributions'][number] | undefined =>
  contributions.find(
    (it) =>
      it.measureId === one.measureId &&
      it.amount === one.amount &&
      it.year === one.year &&
      words(it.purpose) === words(one.purpose),
  );

/** The same bytes, or the same reference. */
export const sameEvidence = (one: FileEvidence, { evidence }: FileContents): FileEvidence | undefined =>
  evidence.find((it) =>
    one.fileId === null ? words(it.reference ?? '') === words(one.reference ?? '') : it.fileId === one.fileId,
  );

/**
 * A consent that stands, of a scope for which the kept file has none. One that was given before the subject took theirs
 * back there is not brought to life again.
 */
function isLacking({ scope, givenOn, withdrawnOn }: FileContents['consents'][number], kept: FileContents) {
  const there = kept.consents.filter((one) => one.scope === scope);
  if (withdrawnOn !== null || there.some((one) => one.withdrawnOn === null)) return false;
  return there.every((one) => one.withdrawnOn === null || one.withdrawnOn < givenOn);
}

/** The subject took back in the file that goes what still stands in the kept one: a person must look at that. */
export const withdrawnElsewhere = (gone: FileContents, kept: FileContents) =>
  gone.consents.filter(
    ({ scope, withdrawnOn }) =>
      withdrawnOn !== null &&
      kept.consents.some(
        (one) => one.scope === scope && one.withdrawnOn === null && one.givenOn <= withdrawnOn,
      ),
  );
