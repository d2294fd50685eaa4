import type { Actor } from '../identity/actor.ts';
import type { Reader } from '../platform/db.ts';
import type { SubjectInView } from './in-view.ts';
import { oneInView } from './in-view-queries.ts';
import { type FoundPair, pairsOf } from './pairs-queries.ts';
import { sameSubjects } from './same.ts';
import { type ToldSame, tellSame } from './same-tell.ts';
import type { SameFound } from './same-types.ts';

/** Who may be the other one: found in the background, and found for what is sought. */
export interface OthersFound {
  pairs: ToldSame[];
  found: ToldSame[];
}

const MOST_OFFERED = 20;

/**
 * Whom a subject may be merged with. Without words those like it are looked for; with a name, those like that name at the
 * place and of the birth of the subject; with a number, that one. A fixed number of queries.
 */
export async function othersFor(
  db: Reader,
  actor: Actor,
  subject: SubjectInView,
  sought: string,
): Promise<OthersFound> {
  if (/^\d{1,15}$/.test(sought))
    return { pairs: [], found: await byNumber(db, actor, subject, Number(sought)) };
  const open = sought === '' ? (await pairsOf(db, subject.id)).map((pair) => asFound(pair, subject.id)) : [];
  const known = new Set(open.map(({ subjectId }) => subjectId));
  const found = await sameSubjects(
    db,
    {
      ...subject,
      fullName: sought || subject.fullName,
      officeIds: subject.exemplars.map(({ officeId }) => officeId),
      exceptId: subject.id,
    },
    { limit: MOST_OFFERED },
  );
  const [pairs = [], others = []] = await tellSame(db, actor, [
    open,
    found.filter(({ subjectId }) => !known.has(subjectId)),
  ]);
  return { pairs, found: others };
}

const asFound = ({ one, other, strength, reasons }: FoundPair, subjectId: number): SameFound => ({
  subjectId: one.id === subjectId ? other.id : one.id,
  strength,
  reasons,
});

async function byNumber(db: Reader, actor: Actor, subject: SubjectInView, id: number): Promise<ToldSame[]> {
  const other = id === subject.id ? null : await oneInView(db, actor, id);
  return other ? [{ within: true, subject: other, strength: 'faint', reasons: [] }] : [];
}
