import { readBasis } from './read-basis.ts';
import { blocksOf, flowed } from './read-blocks.ts';
import { readFields } from './read-fields.ts';
import type { Found, FoundField, PlanReading } from './read-found.ts';
import { readGaps } from './read-gaps.ts';
import { readAreas, readGeneralCriteria } from './read-general.ts';
import { papersIn, readDate, readNumber, readSigner } from './read-head.ts';
import { readIssuer } from './read-issuer.ts';
import { readKnown } from './read-known.ts';
import { readPeriod } from './read-period.ts';
import { NO_QUOTA } from './read-quota.ts';
import { readCongress, readMovements, readReports } from './read-reports.ts';
import { makeSource, type Source, wholeOf } from './read-source.ts';
import { readStages } from './read-stages.ts';
import { readKind, readTitle } from './read-title.ts';
import { readUnitPlanParts } from './read-unit-parts.ts';

export type ReadPlan = { ok: true; reading: PlanReading } | { ok: false; sentence: string };

/**
 * Reads a plan: what it says, each thing with the passage that says it and how sure that is. Nothing is decided here; a
 * person confirms each thing.
 *
 * @param text as `planText` gives it; passages are counted in it
 */
export function readPlan(text: string): ReadPlan {
  const source = makeSource(text);
  const papers = papersIn(source);
  if (papers.length > 1) {
    return wrong(
      `Trong văn bản có ${papers.length} văn bản khác nhau (số ${papers.slice(0, 5).join(', ')}); hãy tách ra và đọc từng kế hoạch.`,
    );
  }
  const number = readNumber(source);
  if (!number) {
    return wrong(
      'Không tìm thấy số, ký hiệu của kế hoạch (ví dụ “Số: 1711/KH-UBND”); hãy kiểm tra đã đưa đủ phần đầu văn bản hay chưa.',
    );
  }
  return { ok: true, reading: read(source, number) };
}

function read(source: Source, number: Found<string>): PlanReading {
  const blocks = blocksOf(source);
  // the head is read line by line, everything else as sentences
  const flow = flowed(source, blocks);
  const title = readTitle(source, blocks, number);
  const { period, complaint } = readPeriod(flow, title);
  const date = readDate(source);
  const pilots = readFields(flow, blocks);
  const reading: Omit<PlanReading, 'missing'> = {
    number,
    kind: readKind(source, blocks, number),
    title,
    issuedOn: date?.on ?? null,
    issuedAt: date?.at ?? null,
    issuer: readIssuer(source, number),
    signer: readSigner(source),
    period,
    basis: readBasis(flow, blocks),
    stages: readStages(flow, blocks, period?.value ?? null),
    unitPlanParts: readUnitPlanParts(flow, blocks),
    fields: [...pilots, ...readAreas(flow, wholeOf(flow)).map(areaField)],
    generalCriteria: readGeneralCriteria(
      flow,
      blocks,
      pilots.map(({ passage }) => passage),
    ),
    movements: readMovements(flow),
    reportsTo: readReports(flow),
    congress: readCongress(flow),
    remarks: readKnown(flow),
  };
  const missing = readGaps(source, blocks, { ...reading, fields: pilots });
  return { ...reading, missing: complaint ? [complaint, ...missing] : missing };
}

/** An area of merit is a field that the plan gives to nobody. */
const areaField = ({ value, ...found }: Found<string>): Found<FoundField> => ({
  ...found,
  value: {
    name: value,
    isPilot: false,
    lead: null,
    coordinating: null,
    quota: NO_QUOTA,
    subjectKinds: ['individual', 'collective', 'household'],
    openToOthers: false,
    criteria: [],
  },
});

const wrong = (sentence: string): ReadPlan => ({ ok: false, sentence });
