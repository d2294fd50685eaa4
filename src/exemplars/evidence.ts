import { record } from '../audit/record.ts';
import { examine, type GoodFile } from '../evidence/examine.ts';
import { dropEvidence, keepEvidence } from '../evidence/keep.ts';
import type { SentFile } from '../evidence/sent-files.ts';
import type { Acting } from '../identity/actor.ts';
import type { Reader, Tx } from '../platform/db.ts';
import type { FileStore } from '../platform/files.ts';
import { done, invalid, notFound, type Outcome, refused } from '../platform/outcome.ts';
import { changing } from './changing.ts';
import type { EvidenceInput } from './evidence-forms.ts';
import { type ExemplarInView, findExemplar } from './queries.ts';
import { FILE_FIELD, type WorkInput } from './work-form.tsx';
import { refusalToWork } from './work-rules.ts';

export interface Sending {
  files: FileStore;
  /** Of one file. */
  maxBytes: number;
  sent: readonly SentFile[];
}

/** One piece as it will be kept. */
interface Piece {
  title: string;
  content: GoodFile | { reference: string };
}

const MAX_FILES = 20;

/**
 * Adds files, or the reference of a document that is kept elsewhere. One file that cannot be kept refuses them all:
 * nothing is stored, and each wrong file is named. Wrong input comes back under `file`, `title`, `achievementId`.
 */
export async function addEvidence(
  acting: Acting,
  input: WorkInput<EvidenceInput>,
  sending: Sending,
): Promise<Outcome<{ id: number }>> {
  // before the work of opening files, which is not small, and again below, where it counts
  const exemplar = await findExemplar(acting.db, acting.actor, input.id);
  if (!exemplar) return notFound();
  const refusal = refusalToWork(exemplar, 'merits');
  if (refusal) return refused(refusal);
  const pieces = await piecesOf(input, sending);
  if (!pieces.ok) return pieces;
  return changing(acting, input.id, input.version, (tx, locked) =>
    write(tx, acting, locked, { input, pieces: pieces.value, files: sending.files }),
  );
}

async function piecesOf(input: EvidenceInput, sending: Sending): Promise<Outcome<Piece[]>> {
  const { title, reference } = input;
  const { sent } = sending;
  if ((sent.length === 0) === (reference === null)) return invalid({ [FILE_FIELD]: ONE_OR_OTHER });
  if (sent.length > MAX_FILES) return invalid({ [FILE_FIELD]: `Mỗi lần gửi không quá ${MAX_FILES} tệp.` });
  if (reference === null) return piecesOfFiles(title, sending);
  if (title === null) return invalid({ title: 'Hãy ghi tên minh chứng.' });
  return done([{ title, content: { reference } }]);
}

const ONE_OR_OTHER = 'Hãy chọn tệp, hoặc ghi số hiệu văn bản nếu không có tệp (chỉ một trong hai).';

async function piecesOfFiles(title: string | null, { sent, maxBytes }: Sending): Promise<Outcome<Piece[]>> {
  const pieces: Piece[] = [];
  const wrong: string[] = [];
  // one after the other: a large picture fills memory enough by itself
  for (const [index, file] of sent.entries()) {
    const examined = await examine(file.name, file.bytes, maxBytes);
    if (examined.ok) pieces.push({ title: titleOf(title, file, index, sent.length), content: examined.file });
    else wrong.push(examined.sentence);
  }
  return wrong.length > 0 ? invalid({ [FILE_FIELD]: wrong.join(' ') }) : done(pieces);
}

function titleOf(title: string | null, file: SentFile, index: number, count: number): string {
  if (title === null) return file.title;
  return count > 1 ? `${title} (${index + 1})` : title;
}

interface Adding {
  input: EvidenceInput;
  pieces: readonly Piece[];
  files: FileStore;
}

async function write(
  tx: Tx,
  acting: Acting,
  exemplar: ExemplarInView,
  { input, pieces, files }: Adding,
): Promise<Outcome<{ id: number }>> {
  const refusal = refusalToWork(exemplar, 'merits');
  if (refusal) return refused(refusal);
  const { achievementId } = input;
  const achievement = achievementId === null ? null : await statementOf(tx, exemplar.id, achievementId);
  if (achievement === undefined) return invalid({ achievementId: 'Thành tích này không còn; hãy chọn lại.' });
  for (const piece of pieces) {
    const [addedBy, addedAt] = [acting.actor.accountId, acting.clock.now()];
    const belongs = { exemplarId: exemplar.id, officeId: exemplar.officeId, achievementId };
    const kept = await keepEvidence(tx, files, { ...belongs, ...piece, addedBy, addedAt });
    if (!kept.ok) return kept;
  }
  await record(tx, acting, {
    kind: 'exemplar.evidence_added',
    ...about(exemplar),
    after: {
      'minh chứng': pieces.map(({ title }) => title),
      'cho thành tích': achievement,
      'số hiệu văn bản': input.reference,
    },
  });
  return done({ id: exemplar.id });
}

async function statementOf(db: Reader, exemplarId: number, id: number): Promise<string | undefined> {
  const row = await db
    .selectFrom('achievement')
    .select('statement')
    .where('id', '=', id)
    .where('exemplar_id', '=', exemplarId)
    .executeTakeFirst();
  return row?.statement;
}

/** Takes a piece of evidence off the exemplar; the audit keeps its title and why. */
export function removeEvidence(
  acting: Acting,
  input: WorkInput<{ reason: string }>,
): Promise<Outcome<{ id: number }>> {
  return changing(acting, input.id, input.version, async (tx, exemplar) => {
    const refusal = refusalToWork(exemplar, 'merits');
    if (refusal) return refused(refusal);
    const title = await dropEvidence(tx, exemplar.id, input.item);
    if (title === null) return notFound();
    await record(tx, acting, {
      kind: 'exemplar.evidence_removed',
      ...about(exemplar),
      before: { 'minh chứng': title },
      reason: input.reason,
    });
    return done({ id: exemplar.id });
  });
}

const about = (exemplar: ExemplarInView) => ({
  thingId: exemplar.id,
  thingVersion: exemplar.version + 1,
  officeId: exemplar.officeId,
});
