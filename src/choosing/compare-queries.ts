import { sql } from 'kysely';
import { claimsOfMany, type FigureClaim } from '../exemplars/achievements-claims.ts';
import { assessmentsOf } from '../exemplars/assessment-queries.ts';
import type { Assessment } from '../exemplars/assessment-rows.ts';
import { assistedInWordsOf } from '../exemplars/assisted.ts';
import { type Contribution, contributionsOfMany } from '../exemplars/contributions-queries.ts';
import { type Achievement, achievementsOfMany } from '../exemplars/merits-queries.ts';
import { type OpenVoice, openVoicesOf } from '../exemplars/open-voices.ts';
import type { Actor } from '../identity/actor.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import { sameSubjectsOfMany } from '../subjects/same.ts';
import { type ToldSame, tellSame } from '../subjects/same-tell.ts';
import { bigints } from './bigints.ts';
import { daysOnDesks } from './candidates.ts';
import { preparedFor } from './lists.ts';
import type { Candidate, Decision } from './rules.ts';

/** Everything that stands in the column of one candidate. */
export interface Compared {
  candidate: Candidate;
  achievements: Achievement[];
  contributions: Contribution[];
  claims: readonly FigureClaim[];
  evidence: ProofShown[];
  assessment: Assessment | null;
  support: SupportShown[];
  consent: { givenOn: Day; how: string } | null;
  awards: AwardShown[];
  same: ToldSame[];
  desks: { office: string; days: number }[];
  /** What the subject said and nobody has answered. */
  voices: OpenVoice[];
  /** Who typed it on the subject's behalf, and how that was confirmed; null: nobody. */
  assisted: string | null;
  /** What is prepared for it in a list that is not applied yet. */
  prepared: Decision | null;
}

export interface ProofShown {
  exemplarId: number;
  id: number;
  title: string;
  /** It can be looked at here; else the document lies elsewhere. */
  isFile: boolean;
  isPicture: boolean;
}

export interface SupportShown {
  exemplarId: number;
  kind: string;
  what: string;
  owner: string | null;
  dueOn: Day | null;
}

export interface AwardShown {
  subjectId: number;
  name: string;
  year: number | null;
  confirmed: boolean;
}

/** Reads what is laid side by side; a fixed number of queries, however many candidates. */
export async function compared(
  db: Reader,
  actor: Actor,
  candidates: readonly Candidate[],
  today: Day,
): Promise<Compared[]> {
  const ids = candidates.map(({ exemplar }) => exemplar.id);
  const [
    achievements,
    contributions,
    claims,
    assessments,
    proofs,
    support,
    consents,
    awards,
    desks,
    same,
    voices,
    assisted,
    prepared,
  ] = await Promise.all([
    achievementsOfMany(db, ids),
    contributionsOfMany(db, ids),
    claimsOfMany(db, ids),
    assessmentsOf(db, ids),
    proofsOf(db, ids),
    supportOf(db, ids),
    consentsOf(db, ids),
    awardsOf(
      db,
      candidates.map(({ exemplar }) => exemplar.subject.id),
    ),
    daysOnDesks(db, ids, today),
    sameOf(db, actor, candidates),
    openVoicesOf(db, ids),
    assistedInWordsOf(db, ids),
    preparedFor(db, ids),
  ]);
  return candidates.map((candidate, n) => {
    const { id, subject } = candidate.exemplar;
    const own = <T extends { exemplarId: number }>(rows: readonly T[]) =>
      rows.filter(({ exemplarId }) => exemplarId === id);
    return {
      candidate,
      achievements: achievements.filter(({ exemplar_id }) => exemplar_id === id),
      contributions: own(contributions),
      claims,
      evidence: own(proofs),
      // by the set of the field, in whichever edition; another set says nothing about this choice
      assessment: assessments.get(id)?.find(({ ofField }) => ofField) ?? null,
      support: own(support),
      consent: consents.find(({ exemplarId }) => exemplarId === id) ?? null,
      awards: awards.filter(({ subjectId }) => subjectId === subject.id),
      same: same[n] ?? [],
      desks: desks.get(id) ?? [],
      voices: own(voices),
      assisted: assisted.get(id) ?? null,
      prepared: prepared.get(id) ?? null,
    };
  });
}

async function proofsOf(db: Reader, ids: readonly number[]): Promise<ProofShown[]> {
  const { rows } = await sql<ProofShown>`
    SELECT v.exemplar_id AS "exemplarId", v.id, v.title, f.id IS NOT NULL AS "isFile",
      coalesce(f.media_type LIKE 'image/%', false) AS "isPicture"
    FROM evidence v LEFT JOIN file f ON f.id = v.file_id
    WHERE v.exemplar_id = ANY (${bigints(ids)}) ORDER BY v.id`.execute(db);
  return rows;
}

async function supportOf(db: Reader, ids: readonly number[]): Promise<SupportShown[]> {
  const { rows } = await sql<SupportShown>`
    SELECT a.exemplar_id AS "exemplarId", a.kind, a.what, coalesce(nullif(btrim(a.owner), ''), o.name) AS owner,
      a.due_on AS "dueOn"
    FROM support_action a LEFT JOIN office o ON o.id = a.owner_office_id
    WHERE a.exemplar_id = ANY (${bigints(ids)}) ORDER BY a.due_on NULLS LAST, a.id`.execute(db);
  return rows;
}

const consentsOf = (db: Reader, ids: readonly number[]) =>
  db
    .selectFrom('consent')
    .select(['exemplar_id as exemplarId', 'given_on as givenOn', 'how'])
    .where('exemplar_id', '=', sql<number>`ANY (${bigints(ids)})`)
    .where('scope', '=', 'registration')
    .where('withdrawn_on', 'is', null)
    .execute();

async function awardsOf(db: Reader, subjectIds: readonly number[]): Promise<AwardShown[]> {
  const { rows } = await sql<AwardShown>`
    SELECT p.subject_id AS "subjectId", coalesce(f.name, p.form_words) AS name,
      coalesce(p.year, extract(year FROM p.decided_on)::int) AS year, p.confirmed_by IS NOT NULL AS confirmed
    FROM past_award p LEFT JOIN award_form f ON f.id = p.award_form_id
    WHERE p.subject_id = ANY (${bigints(subjectIds)})
    ORDER BY coalesce(p.year, extract(year FROM p.decided_on)::int) DESC NULLS LAST, p.id`.execute(db);
  return rows;
}

/** Others that may be the same subject, as far as the actor may know of them. */
async function sameOf(db: Reader, actor: Actor, candidates: readonly Candidate[]): Promise<ToldSame[][]> {
  const probes = candidates.map(({ exemplar: { subject, officeId } }) => ({
    ...{ kind: subject.kind, fullName: subject.fullName, birthYear: subject.birthYear, place: subject.place },
    ...{ position: subject.position, representative: subject.representative },
    ...{ officeIds: [officeId], exceptId: subject.id },
  }));
  return tellSame(db, actor, await sameSubjectsOfMany(db, probes, { limit: 3 }));
}
