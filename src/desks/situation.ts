import type { Actor } from '../identity/actor.ts';
import type { Reader } from '../platform/db.ts';
import type { PaperInView } from './kind.ts';
import { type Opinion, opinionsOf } from './opinions.ts';
import { deskOffices } from './reach.ts';
import { type PaperReturn, permissionsOf, returnsOf } from './returns.ts';
import { mayAllowReturn, sidesOver } from './sides.ts';
import { type Paper, type Stay, staysOf } from './stay.ts';
import type { DeskFacts, DeskSide } from './work-rules.ts';

/** All that is known about the way of one paper, and what the actor is to it. */
export interface DeskSituation {
  sort: Paper;
  paper: PaperInView;
  /** Where it lies now; null: on nobody's desk. */
  stay: Stay | null;
  /** Every desk, the first one first. */
  stays: Stay[];
  returns: PaperReturn[];
  permissions: Awaited<ReturnType<typeof permissionsOf>>;
  opinions: Opinion[];
  sides: ReadonlySet<DeskSide>;
  /** Offices at whose desk the actor works. */
  mine: readonly number[];
  mayAllow: boolean;
}

/** Reads the way of a paper that the actor may see, in four queries. */
export async function situationOf(
  db: Reader,
  actor: Actor,
  sort: Paper,
  paper: PaperInView,
): Promise<DeskSituation> {
  const [stays, returns, permissions, opinions] = [
    await staysOf(db, sort, paper.id),
    await returnsOf(db, sort, paper.id),
    await permissionsOf(db, sort, paper.id),
    await opinionsOf(db, sort, paper.id),
  ];
  const stay = stays.find(({ until }) => until === null) ?? null;
  const deskPath = stay?.officePath ?? null;
  const mine = deskOffices(actor);
  const sides = new Set<DeskSide>(sidesOver(actor, { officePath: paper.officePath, deskPath }));
  if (opinions.some(({ officeId }) => mine.includes(officeId))) sides.add('asked');
  const mayAllow = deskPath !== null && mayAllowReturn(actor, deskPath);
  return { sort, paper, stay, stays, returns, permissions, opinions, sides, mine, mayAllow };
}

/** What the table of actions asks; `opinion` is the one meant, where one is. */
export function deskFacts(situation: DeskSituation, opinion: Opinion | null = null): DeskFacts {
  const { paper, stay, returns, permissions, mine, mayAllow } = situation;
  const sides = new Set(situation.sides);
  // an officer answers for the office that was asked, not for another one
  if (opinion && !mine.includes(opinion.officeId)) sides.delete('asked');
  return {
    sides,
    deskName: stay?.officeName ?? null,
    withAuthor: stay !== null && (paper.withAuthor ?? stay.officeId === paper.officeId),
    returnedBefore: returns.some(({ byOfficeId }) => byOfficeId === stay?.officeId),
    allowedAlready: permissions.some(({ toOfficeId, used }) => toOfficeId === stay?.officeId && !used),
    mayAllow,
    opinion: opinion && { answered: opinion.answeredOn !== null, gapNamed: opinion.gapOn !== null },
  };
}
