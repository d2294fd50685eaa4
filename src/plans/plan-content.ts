import type { Reader } from '../platform/db.ts';
import { SUBJECT_KIND_NAMES, type SubjectKind } from '../subjects/kinds.ts';
import { formatCount, formatDate } from '../ui/format.ts';
import { spanInWords } from './pages-when.ts';
import { type Basis, findPlan, type PlanField, type PlanInView, type Stage } from './queries.ts';
import { type SharesInWords, sharesInWords } from './shares-words.ts';

/** A plan told line by line, each under what it is about; an amendment is told by the lines that differ. */
export type PlanContent = Record<string, string>;

export interface ContentChange {
  what: string;
  before: string | null;
  after: string | null;
}

/** The content of a plan as it stands now. @throws Error when there is no such plan */
export async function planContent(db: Reader, planId: number): Promise<PlanContent> {
  const plan = await findPlan(db, planId);
  if (!plan) throw new Error(`No plan ${planId}.`);
  const movements = await db
    .selectFrom('movement')
    .select('name')
    .where('plan_id', '=', planId)
    .orderBy('id')
    .execute();
  return contentOf(
    plan,
    movements.map(({ name }) => name),
    await sharesInWords(db, planId),
  );
}

/** Pure: the lines of a plan. */
export function contentOf(
  plan: PlanInView,
  movements: readonly string[],
  shares: ReadonlyMap<number, SharesInWords>,
): PlanContent {
  return eachOnce([
    ['Số, ký hiệu và ngày', `${plan.number}, ${plan.issuedOn ? formatDate(plan.issuedOn) : 'chưa rõ ngày'}`],
    ['Tên kế hoạch', plan.title],
    ['Cơ quan ban hành', plan.issuerName],
    ['Người ký', plan.signer ?? ''],
    ['Thời gian thực hiện', `${formatDate(plan.periodFrom)} – ${formatDate(plan.periodTo)}`],
    ...plan.basis.map((one): Line => [`Căn cứ ${one.kind} ${one.number}`, basisLine(one)]),
    ...plan.stages.flatMap(stageLines),
    ...plan.unitPlanParts.map((name, n): Line => [`Phần ${n + 1} trong kế hoạch của đơn vị`, name]),
    ...movements.map((name): Line => [`Phong trào “${name}”`, 'có']),
    ...plan.fields.flatMap((field) => fieldLines(field, shares.get(field.id))),
  ]);
}

type Line = readonly [what: string, words: string];

const basisLine = ({ issuer, datedOn, about }: Basis): string =>
  [issuer, datedOn ? `ngày ${formatDate(datedOn)}` : null, about].filter(Boolean).join('; ');

/** Two stages of one name are told apart, lest one hide the other. */
function eachOnce(lines: readonly Line[]): PlanContent {
  const content: PlanContent = {};
  for (const [what, words] of lines) {
    let name = what;
    for (let n = 2; name in content; n++) name = `${what} (${n})`;
    content[name] = words;
  }
  return content;
}

const QUOTA_WORDS = { exactly: 'đúng', at_least: 'ít nhất', at_most: 'nhiều nhất' };

/** What is said of each side of a field; sides of which nothing is said are left out. */
function fieldLines(field: PlanField, shares: SharesInWords | undefined): Line[] {
  return told(`Lĩnh vực “${field.name}”`, [
    ['', field.isPilot ? 'lĩnh vực điểm' : 'ngoài lĩnh vực điểm'],
    ['chủ trì', field.leadOfficeName],
    ['phối hợp', field.coordinating],
    ['đơn vị phối hợp', shares?.coordination.join('; ')],
    ['chủ thể', field.subjectKinds.map(kindName).join(', ')],
    ['chỉ tiêu', quotaWords(field)],
    ['phân bổ', shares?.allocations.join('; ')],
    ['bộ tiêu chí', field.criteriaSetName],
  ]);
}

const stageLines = (stage: Stage): Line[] =>
  told(`Giai đoạn “${stage.name}”`, [
    ['', spanInWords(stage)],
    ['đơn vị thực hiện', stage.who],
    ['việc phải làm', stage.duties.join('; ')],
  ]);

const told = (thing: string, sides: readonly (readonly [string, string | null | undefined])[]): Line[] =>
  sides.flatMap(([side, words]): Line[] => (words ? [[side ? `${thing}: ${side}` : thing, words]] : []));

function quotaWords({ quotaKind, quotaNumber, quotaCounts }: PlanField): string {
  if (quotaKind === 'none' || quotaNumber === null) return 'không đặt';
  const counted = quotaCounts.length > 0 ? ` (tính ${quotaCounts.map(kindName).join(', ')})` : '';
  return `${QUOTA_WORDS[quotaKind]} ${formatCount(quotaNumber)}${counted}`;
}

const kindName = (kind: string): string => SUBJECT_KIND_NAMES[kind as SubjectKind].toLowerCase();

/** What differs between two contents: in the order of the plan as it is now, then what is gone (a kept one has no order). */
export function contentChanges(before: PlanContent, after: PlanContent): ContentChange[] {
  const keys = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  return keys
    .filter((what) => before[what] !== after[what])
    .map((what) => ({ what, before: before[what] ?? null, after: after[what] ?? null }));
}
