import type { AuditFields } from '../audit/record.ts';
import type { SubjectFacts } from './facts.ts';
import type { SubjectInView } from './in-view.ts';
import type { Belongings } from './merge-belongings.ts';
import { FACT_NAMES, MERGED_FACTS } from './merge-rules.ts';

/** What is kept of a subject, in one order, so that two of them compare as text too. */
export const factsOf = (subject: SubjectFacts): SubjectFacts => ({
  kind: subject.kind,
  fullName: subject.fullName,
  birthYear: subject.birthYear,
  place: subject.place,
  position: subject.position,
  representative: subject.representative,
});

/** '2 hồ sơ điển hình, 1 khen thưởng đã có' */
export const movedInWords = (
  belongings: readonly Pick<Belongings, 'key' | 'name'>[],
  moved: Readonly<Record<string, readonly number[] | undefined>>,
): string => {
  const counts = belongings.map(({ key, name }) => [moved[key]?.length ?? 0, name] as const);
  return (
    counts.flatMap(([count, name]) => (count > 0 ? [`${count} ${name}`] : [])).join(', ') || 'không có gì'
  );
};

interface Told {
  kept: SubjectInView;
  gone: SubjectInView;
  facts: SubjectFacts;
  belongings: readonly Belongings[];
  moved: Readonly<Record<string, readonly number[]>>;
  alias: string | null;
}

interface Fields {
  before: AuditFields;
  after: AuditFields;
}

/** The merge in named fields, once for each of the two. */
export function mergeInWords({
  kept,
  gone,
  facts,
  belongings,
  moved,
  alias,
}: Told): Record<'kept' | 'gone', Fields> {
  const what = movedInWords(belongings, moved);
  const { before, after } = factChanges(kept, facts);
  return {
    kept: {
      before,
      after: {
        ...after,
        'gộp từ': `${gone.fullName} (số ${gone.id})`,
        'đã nhận': what,
        ...(alias === null ? {} : { 'tên khác': alias }),
      },
    },
    gone: { before: {}, after: { 'gộp vào': `${facts.fullName} (số ${kept.id})`, 'đã chuyển': what } },
  };
}

/** The facts that differ, by their names. */
export function factChanges(was: SubjectFacts, is: SubjectFacts): Fields {
  const changed = MERGED_FACTS.filter((fact) => was[fact] !== is[fact]);
  const told = (facts: SubjectFacts) =>
    Object.fromEntries(changed.map((fact) => [FACT_NAMES[fact], facts[fact]]));
  return { before: told(was), after: told(is) };
}
