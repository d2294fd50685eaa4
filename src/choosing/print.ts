import type { Actor } from '../identity/actor.ts';
import { renderDocx } from '../papers/docx.ts';
import type { OfficialPaper } from '../papers/official-paper.ts';
import { renderPdf } from '../papers/pdf.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import { loadCandidates } from './candidates.ts';
import { decisionsOf, findList } from './lists.ts';
import type { PrintedList, ToldDecision } from './paper.ts';
import { inOrder } from './rules.ts';
import { wordingOf } from './wording.ts';

const MEDIA_TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const;
export type PaperFormat = keyof typeof MEDIA_TYPES;

/** All that the papers of a list say: as it was kept when applied, before that as the files stand now. */
export async function printedList(
  db: Reader,
  actor: Actor,
  listId: number,
  today: Day,
): Promise<PrintedList | null> {
  const found = await findList(db, actor, listId);
  if (!found) return null;
  const { list, field } = found;
  const [kept, wording] = await Promise.all([decisionsOf(db, list.id), wordingOf(db, field.planId)]);
  const open = kept.filter(({ told }) => told === null).map(({ exemplarId }) => exemplarId);
  const candidates = open.length > 0 ? await loadCandidates(db, actor, field, open) : new Map();
  const decisions = inOrder(kept).flatMap(({ exemplarId, action, reason, told }): ToldDecision[] => {
    const exemplar = candidates.get(exemplarId)?.exemplar;
    const now = exemplar && {
      ...{ fullName: exemplar.subject.fullName, place: exemplar.subject.place },
      ...{ officeId: exemplar.officeId, officeName: exemplar.officeName },
    };
    const known = told ?? now;
    return known ? [{ ...known, action, reason }] : [];
  });
  return { list, field, wording, decisions, today };
}

/** The offices that are told, each once, in the order of their names. */
export function officesTold({ decisions }: PrintedList): { id: number; name: string }[] {
  const offices = new Map(decisions.map(({ officeId, officeName }) => [officeId, officeName]));
  return [...offices]
    .map(([id, name]) => ({ id, name }))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'vi') || one.id - other.id);
}

/** A paper as a file to be saved. */
export async function paperAnswer(
  paper: OfficialPaper,
  format: PaperFormat,
  name: string,
): Promise<Response> {
  const bytes = await (format === 'docx' ? renderDocx(paper) : renderPdf(paper));
  return new Response(Buffer.from(bytes), {
    headers: {
      'content-type': MEDIA_TYPES[format],
      'content-disposition': `attachment; filename="${name}.${format}"`,
      'cache-control': 'private, no-store',
    },
  });
}
