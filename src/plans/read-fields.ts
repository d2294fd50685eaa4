import type { SubjectKind } from '../subjects/kinds.ts';
import { type Start, startIn } from './read-assignment.ts';
import { type Block, isHeading } from './read-blocks.ts';
import { criteriaIn, encouragesOthers } from './read-criteria.ts';
import { fieldName } from './read-field-name.ts';
import type { Found, FoundField } from './read-found.ts';
import { kindsIn, NO_QUOTA, quotaIn } from './read-quota.ts';
import { findFirst, type Passage, passageOf, type Source, trimmed, writtenIn } from './read-source.ts';

const WITH =
  /phoi hop\s*(?:voi|cung|:)?\s*(?:voi\s+)?(?<with>[^;:().]{2,160}?)(?=\s+(?:xem xet|lua chon|xay dung|binh chon|chon|phat hien|thuc hien|to chuc|boi duong|huong dan)(?![a-z])|[;:().]|$)/d;

const WITH_ROW = /(?:^|\n)[^\n]{0,20}phoi hop\s*:\s*(?<with>[^;:().\n]{2,160})/d;

const MOST = 60;

/** The fields that the plan assigns to a lead office, with quota and conditions. */
export function readFields(source: Source, blocks: readonly Block[]): Found<FoundField>[] {
  const starts = blocks.flatMap((block, n) => startIn(source, block, n));
  return starts
    .slice(0, MOST)
    .map((start, n) => fieldAt(source, blocks, start, starts[n + 1]?.block ?? blocks.length));
}

function fieldAt(source: Source, blocks: readonly Block[], start: Start, next: number): Found<FoundField> {
  const block = blocks[start.block] as Block;
  const last = lastBlockOf(source, blocks, start.block, next);
  const whole = { start: nameBlock(source, blocks, start).start, end: blocks[last]?.end ?? block.end };
  const quota = quotaIn(source, start.assignment) ?? quotaIn(source, { start: block.from, end: whole.end });
  const name = fieldName(source, nameBlock(source, blocks, start), start.at);
  const conditions = { start: conditionsFrom(source, block, start.assignment), end: whole.end };
  const fromQuota = quota?.quota.counts ?? [];
  const criteria = criteriaIn(source, conditions, fromQuota.length === 1 ? fromQuota : []);
  const kinds = subjectKinds(fromQuota, criteria, source, whole);
  const withMatch = findFirst(source, WITH, start.assignment) ?? findFirst(source, WITH_ROW, whole);
  const coordinating = withMatch && passageOf(withMatch, 'with');
  return {
    passage: whole,
    sure: start.sure,
    value: {
      name,
      isPilot: true,
      lead: writtenIn(source, start.lead),
      coordinating: coordinating ? writtenIn(source, trimmed(source, coordinating, /[\s,]/)) : null,
      quota: quota?.quota ?? NO_QUOTA,
      subjectKinds: kinds,
      openToOthers: encouragesOthers(source, whole),
      criteria: criteria.filter(({ value }) => !isAssignment(value.name)).map((one) => forKinds(one, kinds)),
    },
  };
}

const isAssignment = (name: string): boolean =>
  /^(?:giao |cơ quan chủ trì|đơn vị chủ trì|cơ quan phối hợp|đơn vị phối hợp|chỉ tiêu\s*:|số lượng\s*:)/i.test(
    name,
  );

/** A condition named for kinds that are all kinds of the field is one for everybody. */
const forKinds = <T extends Found<{ subjectKinds: SubjectKind[] }>>(
  one: T,
  kinds: readonly SubjectKind[],
): T =>
  kinds.length > 1 && kinds.some((kind) => !one.value.subjectKinds.includes(kind))
    ? one
    : { ...one, value: { ...one.value, subjectKinds: [] } };

/** The block with the words before the assignment; a heading above it where the assignment stands alone. */
function nameBlock(source: Source, blocks: readonly Block[], { block, at }: Start): Block {
  const own = blocks[block] as Block;
  const before = source.folded.slice(own.from, at).replace(/[\s(:,-]/g, '');
  if (before.length > 8) return own;
  const above = blocks
    .slice(Math.max(0, block - 3), block)
    .findLast((one) => isHeading(source, one) || /:$/.test(source.plain.slice(one.from, one.end)));
  return above ?? own;
}

/** Where the conditions begin: behind the assignment, in the same block or in the ones below. */
const conditionsFrom = (source: Source, block: Block, assignment: Passage): number => {
  const rest = source.plain.slice(assignment.end, block.end);
  return assignment.end + (/^[\s).:;,]*/.exec(rest)?.[0].length ?? 0);
};

/** A field ends before the next one, before a heading of its own rank, and at the end of the paper's body. */
function lastBlockOf(source: Source, blocks: readonly Block[], at: number, next: number): number {
  const own = blocks[at] as Block;
  let last = at;
  for (let n = at + 1; n < next; n++) {
    const block = blocks[n] as Block;
    // what stands directly above the next assignment is its name
    if (endsField(source, own, block) || (n === next - 1 && isHeading(source, block))) break;
    last = n;
  }
  return last;
}

const OF_FIELD = /^(?:tieu chi|dieu kien|tieu chuan|chi tieu|so luong)/;

function endsField(source: Source, own: Block, block: Block): boolean {
  if (
    block.mark === 'roman' ||
    /^(?:noi nhan|tm\.|kt\.|tl\.)/.test(source.folded.slice(block.start, block.end))
  )
    return true;
  if (block.mark === own.mark && (own.mark === 'number' || own.mark === 'letter')) return true;
  const heading = isHeading(source, block) && !OF_FIELD.test(source.folded.slice(block.from, block.end));
  const ranked = block.mark === 'number' || block.mark === 'letter';
  return heading && ranked && (own.mark !== 'dash' || block.mark === 'number');
}

function subjectKinds(
  counted: readonly SubjectKind[],
  criteria: readonly Found<{ subjectKinds: SubjectKind[] }>[],
  source: Source,
  whole: Passage,
): SubjectKind[] {
  const named = criteria.flatMap(({ value }) => value.subjectKinds);
  const kinds = new Set([...counted, ...named]);
  if (kinds.size > 0) return [...kinds];
  return [...new Set(kindsIn(source.folded.slice(whole.start, whole.end).replace(/\s+/g, ' ')))];
}
