import { sql } from 'kysely';
import { ORIGIN_NAMES, wordFor } from '../exemplars/show-words.ts';
import type { Actor } from '../identity/actor.ts';
import type { Reader } from '../platform/db.ts';
import { FileLink } from '../subjects/file-link.tsx';
import { idsWithin } from '../subjects/in-view.ts';
import type { SubjectPart } from '../subjects/part.ts';
import { formatDate } from '../ui/format.ts';
import { type SummaryItem, SummaryList } from '../ui/summary-list.tsx';
import { actorOf } from '../web/visit.ts';
import { LeadStateTag } from './marks.tsx';
import { seesLead } from './queries.ts';
import { leadPath } from './words.ts';
import type { LeadState } from './workflow.ts';

/** Where each registration of the subject came from, and what citizens told of it. */
export const subjectSourcePart: SubjectPart = {
  id: 'nguon-gioi-thieu',
  title: 'Nguồn phát hiện, giới thiệu',
  async render(visit, subject) {
    const { db } = visit.get('deps');
    const ids = idsWithin(subject);
    const [origins, leads] = await Promise.all([originsOf(db, ids), leadsOf(db, actorOf(visit), ids)]);
    const items: SummaryItem[] = [
      ...origins.map(({ id, origin, sourceNote }) => ({
        label: wordFor(ORIGIN_NAMES, origin) ?? 'Nguồn chưa rõ',
        value: <FileLink subject={subject} id={id} />,
        ...(sourceNote ? { note: sourceNote } : {}),
      })),
      ...leads.map(({ id, fullName, receivedOn, what, state }) => ({
        label: `Lời giới thiệu ngày ${formatDate(receivedOn)}`,
        value: (
          <>
            <a href={leadPath(id)}>{fullName}</a> <LeadStateTag state={state} />
          </>
        ),
        note: what.length > MOST_LETTERS ? `${what.slice(0, MOST_LETTERS)}…` : what,
      })),
    ];
    return items.length > 0 ? <SummaryList items={items} /> : null;
  },
};

const MOST_LETTERS = 200;
/** More than these are read on the pages of the registrations. */
const MOST_LEADS = 50;

const among = (ids: readonly number[]) => sql<number>`ANY (${sql.val([...ids])}::bigint[])`;

const originsOf = (db: Reader, ids: readonly number[]) =>
  db
    .selectFrom('exemplar')
    .select(['id', 'origin', 'source_note as sourceNote'])
    .where('id', '=', among(ids))
    .orderBy(sql`found_on NULLS LAST`)
    .orderBy('id')
    .execute();

async function leadsOf(db: Reader, actor: Actor, ids: readonly number[]) {
  const rows = await db
    .selectFrom('lead as l')
    .select(['l.id', 'l.full_name as fullName', 'l.received_on as receivedOn', 'l.what', 'l.state'])
    .where('l.exemplar_id', '=', among(ids))
    .where(seesLead(actor))
    .orderBy('l.received_on')
    .orderBy('l.id')
    .limit(MOST_LEADS)
    .execute();
  // held to these by the database
  return rows.map((row) => ({ ...row, state: row.state as LeadState }));
}
