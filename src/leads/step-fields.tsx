import type { OfficeInTree } from '../offices/tree.ts';
import type { Day } from '../platform/clock.ts';
import { DateField, RadioGroup, SelectField, TextArea, TextField } from '../ui/field.tsx';
import { LONGEST } from './rules.ts';
import type { Filled } from './target-form.tsx';
import {
  CONFIRM_WAY_NAMES,
  CONFIRM_WAYS,
  VERIFY_RESULT_NAMES,
  VERIFY_RESULTS,
  VERIFY_WAY_NAMES,
  VERIFY_WAYS,
} from './words.ts';

/** Who looked into it, when, how, and what came of it. */
export function LookFields({ filled: { field }, today, who }: { filled: Filled; today: Day; who: string }) {
  return (
    <>
      <RadioGroup
        {...field('how')}
        label="Cách xác minh"
        required
        options={VERIFY_WAYS.map((value) => ({ value, label: VERIFY_WAY_NAMES[value] }))}
      />
      <DateField {...field('verifiedOn', today)} label="Ngày xác minh" required />
      <TextField {...field('who', who)} label="Người xác minh" required maxlength={200} />
      <RadioGroup
        {...field('result')}
        label="Kết quả"
        required
        options={VERIFY_RESULTS.map((value) => ({ value, label: VERIFY_RESULT_NAMES[value] }))}
      />
      <TextArea
        {...field('words')}
        label="Đã thấy, đã nghe được gì"
        hint="Gặp ai, xem gì; điều nào đúng, điều nào chưa rõ. Chỉ trong nội bộ."
        required
        maxlength={LONGEST.what}
      />
    </>
  );
}

/** What is asked, of whom, until when. Without `proposer` only offices can be asked. */
export function AskFields(props: {
  filled: Filled;
  offices: readonly OfficeInTree[];
  due: Day;
  proposer: boolean;
}) {
  const { filled, offices, due, proposer } = props;
  const { field } = filled;
  return (
    <>
      <SelectField
        {...field('officeId')}
        label="Hỏi ai"
        required
        hint={proposer ? 'Người giới thiệu đọc câu hỏi và trả lời bằng mã tra cứu.' : undefined}
        placeholder={proposer ? 'Người giới thiệu' : '– Chọn đơn vị –'}
        options={offices.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <TextArea {...field('question')} label="Nội dung hỏi" required maxlength={2_000} />
      <DateField {...field('dueOn', due)} label="Mong được trả lời trước ngày" required />
    </>
  );
}

/** How it was confirmed that somebody wanted this typed for them, and what stands on the slip. */
export function AssistedFields({
  filled: { field },
  today,
  telephone,
}: {
  filled: Filled;
  today: Day;
  telephone: string | null;
}) {
  return (
    <>
      <RadioGroup
        {...field('confirmedHow')}
        label="Đã xác nhận với người được ghi hộ bằng cách nào"
        required
        options={CONFIRM_WAYS.map((value) => ({ value, label: CONFIRM_WAY_NAMES[value] }))}
      />
      <DateField {...field('confirmedOn', today)} label="Ngày xác nhận" required />
      <TextArea
        {...field('note')}
        label="Ghi chú"
        hint="Ví dụ: có con gái cùng nghe, đọc lại cho nghe một lần."
        rows={2}
        maxlength={500}
      />
      <TextField
        {...field('telephone', telephone)}
        label="Điện thoại của đơn vị, in trên phiếu"
        width="half"
        inputmode="tel"
        maxlength={40}
      />
    </>
  );
}

/** A reason that stays on record. */
export function ReasonField({ filled: { field }, hint }: { filled: Filled; hint?: string }) {
  return <TextArea {...field('reason')} label="Lý do" hint={hint} required maxlength={2_000} />;
}
