import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import { type AssistedEntry, assistedOf } from './assisted-rows.ts';
import { type AskedQuestion, additionsOf, questionsOf } from './lead-words.ts';
import { publicStateOf } from './look-up-exemplar.ts';
import { type LeadInView, leadOfProposer } from './queries.ts';
import { telephoneOf } from './telephone.ts';
import { leadWorkflow } from './workflow.ts';

/** What a proposer sees of their lead: their own words, where it is, and nothing of the office's own reasons. */
export interface PublicLead {
  kind: 'lead';
  lead: Pick<
    LeadInView,
    'fullName' | 'placeName' | 'placeWords' | 'what' | 'links' | 'receivedOn' | 'isSample'
  >;
  officeName: string;
  telephone: string | null;
  stateName: string;
  /** What the state means for the proposer. */
  explained: string;
  reason: string | null;
  /** What is asked of the proposer now. */
  question: AskedQuestion | null;
  answered: AskedQuestion[];
  additions: { words: string; addedOn: Day }[];
  assisted: AssistedEntry | null;
  mayAdd: boolean;
  mayWithdraw: boolean;
}

/** The lead of a code as its proposer reads it; null when it is gone. */
export async function publicLead(db: Reader, id: number): Promise<PublicLead | null> {
  const lead = await leadOfProposer(db, id);
  if (!lead) return null;
  const [questions, additions, assisted, telephone, into] = await Promise.all([
    questionsOf(db, { leadId: id }),
    additionsOf(db, id),
    assistedOf(db, { leadId: id }),
    telephoneOf(db, lead.officeId),
    lead.mergedIntoId === null ? null : leadOfProposer(db, lead.mergedIntoId),
  ]);
  // what was merged into another lead goes on with it
  const followed = into ?? lead;
  const exemplarName = followed.exemplarId === null ? null : await publicStateOf(db, followed.exemplarId);
  const own = questions.filter(({ officeName }) => officeName === null);
  const question = lead.state === 'asked' ? (own.findLast(({ answer }) => answer === null) ?? null) : null;
  const { offered } = offeredTo(lead);
  return {
    kind: 'lead',
    lead,
    officeName: lead.officeName,
    telephone,
    stateName: question ? 'Cần bạn cho biết thêm' : (leadWorkflow.states[followed.state].publicName ?? ''),
    explained: question
      ? EXPLAINED_QUESTION
      : into
        ? `${EXPLAINED_TOGETHER} ${explained(into, exemplarName)}`
        : explained(lead, exemplarName),
    reason: followed.state === 'refused' ? followed.publicReason : null,
    question,
    answered: own.filter(({ answer }) => answer !== null),
    additions,
    assisted,
    mayAdd: offered.has('add'),
    mayWithdraw: offered.has('withdraw'),
  };
}

function offeredTo(lead: LeadInView): { offered: ReadonlySet<string> } {
  const steps = leadWorkflow.steps.filter(
    ({ from, who }) =>
      (from as readonly string[]).includes(lead.state) && (who as readonly string[]).includes('proposer'),
  );
  return { offered: new Set(steps.map(({ action }) => action)) };
}

const EXPLAINED_QUESTION = 'Cán bộ đang chờ câu trả lời của bạn để xác minh tiếp.';

const EXPLAINED_TOGETHER =
  'Đã có người khác giới thiệu người, tập thể này; lời kể của bạn được xem cùng lời giới thiệu ấy.';

function explained({ state, officeName }: LeadInView, exemplarName: string | null): string {
  switch (state) {
    case 'received':
    case 'quarantined':
      return `Lời giới thiệu đang ở ${officeName}, chờ cán bộ đọc và xác minh.`;
    case 'asked':
    case 'verified':
      return `${officeName} đang tìm hiểu điều bạn kể.`;
    case 'opened':
      return `Đã lập hồ sơ từ lời giới thiệu của bạn. Hồ sơ hiện ${exemplarName ?? 'đang được xem xét'}.`;
    case 'merged':
      return `Người, tập thể này đã có hồ sơ; lời kể của bạn được đưa vào đó. Hồ sơ hiện ${exemplarName ?? 'đang được xem xét'}.`;
    case 'refused':
      return 'Lời giới thiệu không được tiếp nhận.';
    case 'withdrawn':
      return 'Không ai làm gì tiếp với lời giới thiệu này. Cách liên hệ của bạn đã được xóa.';
  }
}
