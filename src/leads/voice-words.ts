import { z } from 'zod';
import type { ExemplarState } from '../exemplars/workflow.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import { optionalText, optionalYear, text } from '../web/form-fields.ts';
import { LONGEST } from './rules.ts';

/** What the subject may say is written wrong. */
export const CORRECTABLE = ['fullName', 'birthYear', 'place', 'position', 'title', 'statement'] as const;
export type CorrectableField = (typeof CORRECTABLE)[number];

export const FIELD_NAMES: Record<CorrectableField, string> = {
  fullName: 'Họ tên, tên gọi',
  birthYear: 'Năm sinh',
  place: 'Nơi ở, địa chỉ',
  position: 'Công việc, chức vụ',
  title: 'Tiêu đề',
  statement: 'Việc đã làm',
};

/** The corrections of one form; what is left empty is right. */
export const correctionsForm = z.object({
  fullName: optionalText('họ tên đúng', 200),
  birthYear: optionalYear('năm sinh đúng', 1880, 2100),
  place: optionalText('nơi ở đúng', 300),
  position: optionalText('công việc, chức vụ đúng', 200),
  title: optionalText('tiêu đề đúng', 300),
  statement: optionalText('việc đã làm, viết lại cho đúng', LONGEST.what),
});

export const objectionForm = z.object({ words: text('điều chưa đồng ý', LONGEST.more) });

/** The states of a file in words for whoever it is about; reasons of the office are not among them. */
export const STATE_IN_PLAIN_WORDS: Record<ExemplarState, string> = {
  found: 'mới được ghi nhận, đơn vị đang tìm hiểu thêm',
  proposed: 'đã được đề nghị, đang chờ cơ quan phụ trách lĩnh vực xem xét',
  returned: 'đã được đề nghị, đơn vị đang bổ sung cho đủ',
  waiting: 'đang trong danh sách chờ',
  nurtured: 'đã được chọn, đang được giúp đỡ, bồi dưỡng',
  recognised: 'đã được công nhận là điển hình',
  honoured: 'đã được tôn vinh',
  held: 'đang tạm dừng để tìm hiểu thêm',
  declined: 'lần này không được chọn',
  withdrawn: 'đã rút khỏi danh sách',
  lapsed: 'không còn trong danh sách điển hình',
};

export interface KeptCorrection {
  id: number;
  field: CorrectableField;
  proposed: string;
  madeOn: Day;
  state: 'open' | 'accepted' | 'refused';
  answer: string | null;
  decidedOn: Day | null;
}

/** What the subject asked to be corrected, the newest first. */
export async function correctionsOf(db: Reader, exemplarId: number): Promise<KeptCorrection[]> {
  const rows = await db
    .selectFrom('correction')
    .select(['id', 'field', 'proposed', 'made_on as madeOn', 'state', 'answer', 'decided_on as decidedOn'])
    .where('exemplar_id', '=', exemplarId)
    .orderBy('id', 'desc')
    .execute();
  // held to these by the database
  return rows.map((row) => ({
    ...row,
    field: row.field as CorrectableField,
    state: row.state as KeptCorrection['state'],
  }));
}

export interface KeptObjection {
  id: number;
  words: string;
  madeOn: Day;
  answer: string | null;
  answeredOn: Day | null;
}

/** What the subject objected to, the newest first. */
export const objectionsOf = (db: Reader, exemplarId: number): Promise<KeptObjection[]> =>
  db
    .selectFrom('objection')
    .select(['id', 'words', 'made_on as madeOn', 'answer', 'answered_on as answeredOn'])
    .where('exemplar_id', '=', exemplarId)
    .orderBy('id', 'desc')
    .execute();
