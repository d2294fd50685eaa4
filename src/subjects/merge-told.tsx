import type { Crumb } from '../ui/breadcrumbs.tsx';
import type { SubjectFacts } from './facts.ts';
import type { SubjectInView } from './in-view.ts';
import { SUBJECT_KIND_NAMES } from './kinds.ts';
import { subjectPath } from './merge-paths.ts';

/** 'Cá nhân · sinh năm 1966 · xã Thu Phong · trưởng khu' */
export const factsLine = (
  facts: Omit<SubjectFacts, 'fullName' | 'representative' | 'position'> & Partial<SubjectFacts>,
) =>
  [
    SUBJECT_KIND_NAMES[facts.kind],
    facts.birthYear ? `sinh năm ${facts.birthYear}` : null,
    facts.place,
    facts.position,
  ]
    .filter(Boolean)
    .join(' · ');

export const mergeCrumbs = (subject: Pick<SubjectInView, 'id' | 'fullName'>, label: string): Crumb[] => [
  { label: 'Chủ thể', href: '/chu-the' },
  { label: subject.fullName, href: subjectPath(subject.id) },
  { label },
];
