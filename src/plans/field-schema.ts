import { z } from 'zod';
import { SUBJECT_KINDS } from '../subjects/kinds.ts';
import {
  checkbox,
  choice,
  choices,
  id,
  optionalId,
  optionalText,
  optionalWholeNumber,
  parseVietnameseNumber,
  text,
} from '../web/form-fields.ts';
import type { Allocation, DraftField, NamedOffices } from './plan-draft.ts';
import { type TypedRow, typedRows } from './rows.ts';

const QUOTA_KINDS = ['none', 'exactly', 'at_least', 'at_most'] as const;

const flat = z.looseObject({
  name: text('tên lĩnh vực', 200),
  isPilot: checkbox,
  leadOfficeId: id('cơ quan chủ trì'),
  coordinating: optionalText('cơ quan phối hợp', 1_000),
  subjectKinds: choices('loại chủ thể', SUBJECT_KINDS),
  quotaKind: choice('cách tính chỉ tiêu', QUOTA_KINDS),
  quotaNumber: optionalWholeNumber('số lượng', 0, 100_000),
  quotaCounts: choices('loại chủ thể được tính', SUBJECT_KINDS),
  criteriaSetId: optionalId('bộ tiêu chí'),
});

type Wrong = (path: string, message: string) => void;

/** A field of a plan as its form sends it; a row is wrong at its own column. */
export const fieldForm = flat.transform((typed, context): { field: DraftField } => {
  const wrong: Wrong = (path, message) => context.addIssue({ code: 'custom', path: [path], message });
  const { name, isPilot, leadOfficeId, coordinating, subjectKinds, quotaKind, quotaNumber } = typed;
  const { quotaCounts, criteriaSetId } = typed;
  return {
    field: {
      name,
      isPilot,
      leadOfficeId,
      coordinating,
      subjectKinds,
      quotaKind,
      quotaNumber,
      quotaCounts,
      criteriaSetId,
      coordination: typedRows(typed, 'coordination').flatMap(({ n, row }) =>
        named(row, `coordination.${n}`, wrong),
      ),
      allocations: typedRows(typed, 'allocations').flatMap(({ n, row }) =>
        allocation(row, `allocations.${n}`, wrong),
      ),
    },
  };
});

/** None, when the row names no office: that is told at its box. */
function named(row: TypedRow, path: string, wrong: Wrong): NamedOffices[] {
  if (!row.office || !/^[1-9]\d{0,14}$/.test(row.office)) {
    wrong(`${path}.office`, 'Hãy chọn đơn vị, hoặc để trống cả dòng.');
    return [];
  }
  const officeId = Number(row.office);
  return [row.kind ? { by: 'kind', kindId: row.kind, belowId: officeId } : { by: 'office', officeId }];
}

function allocation(row: TypedRow, path: string, wrong: Wrong): Allocation[] {
  const [to] = named(row, path, wrong);
  const share = /^(.+?)\s*(%?)$/.exec(row.share ?? '');
  const number = share ? parseVietnameseNumber(share[1] ?? '') : null;
  const isPercent = share?.[2] === '%';
  if (number === null || number < 0 || (isPercent ? number > 100 : !Number.isInteger(number))) {
    wrong(`${path}.share`, 'Hãy ghi số nguyên từ 0 trở lên, hoặc phần trăm từ 0% đến 100%.');
    return [];
  }
  return to ? [{ to, number: isPercent ? null : number, percent: isPercent ? number : null }] : [];
}
