import { sql } from 'kysely';
import type { Scale } from '../measures/kinds.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import type { ConsentScope, ConsentWay } from './consent-form.ts';
import { contributionsOfMany } from './contributions-queries.ts';
import type { Endorsement } from './endorsement-form.ts';
import { achievementsOfMany } from './merits-queries.ts';
import type { ExemplarInView } from './queries.ts';
import type { Breadth } from './step-effect.ts';

/** What one of two files holds that the other may take over, as the rules and the page of a merge read it. */
export interface FileContents {
  facts: FileFacts;
  sources: readonly string[];
  achievements: readonly FileAchievement[];
  contributions: readonly FileContribution[];
  evidence: readonly FileEvidence[];
  consents: readonly FileConsent[];
  endorsement: Endorsement | null;
  /** The name of the commune; null: no place is recorded. */
  place: string | null;
  leads: readonly FileLead[];
}

export interface FileFacts {
  title: string | null;
  statement: string | null;
  novelty: string | null;
  interest: string | null;
  breadth: Breadth | null;
  sourceNote: string | null;
}

export interface FileAchievement {
  id: number;
  statement: string;
  measureId: number | null;
  measure: string | null;
  value: number | null;
  unit: string | null;
  year: number | null;
  trust: string;
  confirmedBy: string | null;
  scale: Scale | null;
}

export interface FileContribution {
  id: number;
  measureId: number;
  measure: string;
  amount: number;
  scale: Scale;
  year: number | null;
  purpose: string;
  evidenceId: number | null;
  trust: string;
  confirmedBy: string | null;
}

export interface FileEvidence {
  id: number;
  title: string;
  fileId: number | null;
  reference: string | null;
  achievementId: number | null;
}

export interface FileConsent {
  id: number;
  scope: ConsentScope;
  how: ConsentWay;
  givenOn: Day;
  withdrawnOn: Day | null;
}

/** What a citizen told, that led to the file. */
export interface FileLead {
  id: number;
  fullName: string;
  receivedOn: Day;
}

/** The contents of both, in a fixed number of queries; the caller has made sure of the reach. */
export async function contentsOfBoth(
  db: Reader,
  gone: ExemplarInView,
  kept: ExemplarInView,
): Promise<{ gone: FileContents; kept: FileContents }> {
  const ids = [gone.id, kept.id];
  const of = sql<boolean>`exemplar_id = ANY (${sql.val(ids)}::bigint[])`;
  const [achievements, contributions, evidence, consents, endorsements, places, leads] = await Promise.all([
    achievementsOfMany(db, ids),
    contributionsOfMany(db, ids),
    db.selectFrom('evidence').selectAll().where(of).orderBy('id').execute(),
    db.selectFrom('consent').selectAll().where(of).orderBy('id').execute(),
    db.selectFrom('endorsement').selectAll().where(of).execute(),
    db
      .selectFrom('exemplar_place as p')
      .innerJoin('office as o', 'o.id', 'p.office_id')
      .select(['p.exemplar_id', 'o.name'])
      .where(of)
      .execute(),
    db
      .selectFrom('lead')
      .select(['id', 'exemplar_id', 'full_name', 'received_on'])
      .where(of)
      .orderBy('received_on')
      .orderBy('id')
      .execute(),
  ]);
  const one = (file: ExemplarInView): FileContents => {
    const mine = <T extends { exemplar_id: number | null }>(rows: readonly T[]) =>
      rows.filter(({ exemplar_id }) => exemplar_id === file.id);
    const [meeting] = mine(endorsements);
    return {
      facts: factsOf(file),
      sources: file.sources,
      achievements: mine(achievements).map(toAchievement),
      contributions: contributions.filter(({ exemplarId }) => exemplarId === file.id),
      evidence: mine(evidence).map(toEvidence),
      // the database's CHECKs hold scope and way to the unions
      consents: mine(consents).map((row) => ({
        id: row.id,
        scope: row.scope as ConsentScope,
        how: row.how as ConsentWay,
        givenOn: row.given_on,
        withdrawnOn: row.withdrawn_on,
      })),
      endorsement: meeting ? { ...meeting, heldOn: meeting.held_on } : null,
      place: mine(places)[0]?.name ?? null,
      leads: mine(leads).map((row) => ({
        id: row.id,
        fullName: row.full_name,
        receivedOn: row.received_on,
      })),
    };
  };
  return { gone: one(gone), kept: one(kept) };
}

const factsOf = ({
  title,
  statement,
  novelty,
  interest,
  breadth,
  sourceNote,
}: ExemplarInView): FileFacts => ({
  ...{ title, statement, novelty, interest, breadth, sourceNote },
});

function toAchievement(row: Awaited<ReturnType<typeof achievementsOfMany>>[number]): FileAchievement {
  const { id, statement, measure, value, unit, year, trust, scale } = row;
  return {
    ...{ id, statement, measure, value, unit, year, trust, scale },
    measureId: row.measure_id,
    confirmedBy: row.confirmed_by,
  };
}

function toEvidence(row: {
  id: number;
  title: string;
  file_id: number | null;
  reference: string | null;
  achievement_id: number | null;
}): FileEvidence {
  const { id, title, reference } = row;
  return { id, title, reference, fileId: row.file_id, achievementId: row.achievement_id };
}
