import { subjectHonoursPart } from '../src/awards/subject-part.tsx';
import { subjectFactsRoutes } from '../src/exemplars/subject-facts-routes.tsx';
import { subjectCriteriaPart, subjectFiguresPart } from '../src/exemplars/subject-part.tsx';
import { subjectListsPart } from '../src/imports/subject-part.tsx';
import { subjectSourcePart } from '../src/leads/subject-part.tsx';
import { subjectCarePart } from '../src/nurturing/subject-part.tsx';
import { pastAwardsPart } from '../src/subjects/past-awards-part.tsx';
import { subjectRoutes } from '../src/subjects/routes.ts';
import { type ExemplarSite, openExemplarSite } from './exemplar-site.ts';
import { type ExemplarWorld, makeExemplar } from './oracles/exemplar-world.ts';
import { makeSubject } from './subject-world.ts';

const PARTS = [
  pastAwardsPart,
  subjectHonoursPart,
  subjectFiguresPart,
  subjectCriteriaPart,
  subjectCarePart,
  subjectSourcePart,
  subjectListsPart,
];

/** The pages of subjects with every section that other folders hand in. */
export const openSubjectSite = (): Promise<ExemplarSite> =>
  openExemplarSite([...subjectRoutes({ parts: PARTS }), ...subjectFactsRoutes]);

/** A subject with a file in the field and one with the neighbouring commune. */
export async function knownSubject(world: ExemplarWorld, fullName: string) {
  const id = await makeSubject(world.db, { fullName, place: 'khu 7, xã Hy Cương' });
  const file = await makeExemplar(world, { state: 'nurtured', subjectId: id });
  const far = await makeExemplar(world, {
    state: 'withdrawn',
    subjectId: id,
    plan: null,
    officeId: world.place.otherCommune.id,
  });
  return { id, file, far };
}
