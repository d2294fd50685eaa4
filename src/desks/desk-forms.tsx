import type { Child } from 'hono/jsx';
import type { z } from 'zod';
import type { Acting } from '../identity/actor.ts';
import type { OfficeInTree } from '../offices/tree.ts';
import type { FieldErrors, Outcome } from '../platform/outcome.ts';
import { DateField, SelectField, TextArea } from '../ui/field.tsx';
import type { Typed } from '../web/form.ts';
import { officeGroups } from '../web/offices/office-options.ts';
import { allowReturn } from './allow-return.ts';
import { answerOpinion } from './answer-opinion.ts';
import { askOpinion } from './ask-opinion.ts';
import type { AtPaper } from './changing-desk.ts';
import { allowForm, answerForm, askForm, gapForm, LONGEST_TEXT, reassignForm } from './forms.ts';
import type { PaperKind } from './kind.ts';
import { nameGap } from './name-gap.ts';
import type { Opinion } from './opinions.ts';
import { reassignPaper } from './reassign.ts';
import type { DeskSituation } from './situation.ts';
import type { DeskAction } from './work-rules.ts';

export interface FieldsOf {
  situation: DeskSituation;
  opinion: Opinion | null;
  /** Offices of the day that may be chosen. */
  offices: readonly OfficeInTree[];
  typed: Typed;
  errors: FieldErrors;
}

/** One form about the way of a paper. */
export interface DeskForm<T> {
  action: DeskAction;
  /** It is about one opinion, whose id stands last in the address. */
  ofOpinion: boolean;
  schema: z.ZodType<T>;
  /** What will happen, said before it does. */
  consequence(fields: FieldsOf): string;
  /** What has happened. */
  said: string;
  button: string;
  fields(fields: FieldsOf): Child;
  command(
    acting: Acting,
    kind: PaperKind,
    input: T & AtPaper & { opinionId: number },
  ): Promise<Outcome<unknown>>;
}

/** Keeps the type of what each form reads together with its command. */
const form = <T,>(made: DeskForm<T>): DeskForm<T> => made;

const textOf = ({ typed }: FieldsOf, name: string): string => {
  const value = typed[name];
  return typeof value === 'string' ? value : '';
};

const field = (fields: FieldsOf, name: string) => ({
  name,
  value: textOf(fields, name),
  error: fields.errors[name],
});

export const reassignDeskForm = form({
  action: 'reassign',
  ofOpinion: false,
  schema: reassignForm,
  consequence: ({ situation: { stay } }) =>
    `Văn bản rời bàn của ${stay?.officeName ?? ''} và nằm ở bàn của cơ quan chọn dưới đây, việc còn chờ vẫn như cũ: ${stay?.waitsFor ?? ''}. Lý do và tên bạn được lưu lại.`,
  said: 'Đã chuyển văn bản sang bàn mới.',
  button: 'Chuyển bàn',
  fields: (fields) => (
    <>
      <input
        type="hidden"
        name="stayId"
        value={textOf(fields, 'stayId') || String(fields.situation.stay?.id ?? '')}
      />
      <SelectField
        {...field(fields, 'officeId')}
        label="Chuyển đến"
        required
        groups={officeGroups(
          fields.offices.filter(
            ({ id }) => id !== fields.situation.stay?.officeId && id !== fields.situation.paper.officeId,
          ),
        )}
      />
      <DateField {...field(fields, 'dueOn')} label="Hạn xử lý" required />
      <TextArea {...field(fields, 'reason')} label="Lý do chuyển" required rows={3} maxlength={2_000} />
    </>
  ),
  command: reassignPaper,
});

export const askDeskForm = form({
  action: 'ask',
  ofOpinion: false,
  schema: askForm,
  consequence: () =>
    'Cơ quan được hỏi đọc được văn bản này và trả lời ngay tại đây. Văn bản vẫn ở bàn hiện nay; chưa quyết định được cho đến khi có trả lời, hoặc nêu tên cơ quan chưa trả lời rồi đi tiếp.',
  said: 'Đã xin ý kiến.',
  button: 'Xin ý kiến',
  fields: (fields) => (
    <>
      <SelectField
        {...field(fields, 'officeId')}
        label="Cơ quan được hỏi"
        required
        groups={officeGroups(
          fields.offices.filter(
            ({ id }) => id !== fields.situation.stay?.officeId && id !== fields.situation.paper.officeId,
          ),
        )}
      />
      <TextArea
        {...field(fields, 'question')}
        label="Nội dung xin ý kiến"
        hint="Hỏi đúng việc cần biết, ví dụ: số liệu nào, có ý kiến khác không."
        required
        rows={4}
        maxlength={2_000}
      />
      <DateField {...field(fields, 'dueOn')} label="Hạn trả lời" required />
    </>
  ),
  command: askOpinion,
});

export const answerDeskForm = form({
  action: 'answer',
  ofOpinion: true,
  schema: answerForm,
  consequence: ({ opinion }) =>
    opinion?.gapOn
      ? 'Văn bản đã đi tiếp khi chưa có ý kiến này. Ý kiến gửi bây giờ vẫn được lưu và hiện rõ là phần bổ sung.'
      : 'Ý kiến được lưu cùng văn bản, kèm tên bạn và ngày trả lời.',
  said: 'Đã gửi ý kiến.',
  button: 'Gửi ý kiến',
  fields: (fields) => (
    <TextArea {...field(fields, 'answer')} label="Ý kiến" required rows={8} maxlength={LONGEST_TEXT} />
  ),
  command: answerOpinion,
});

export const gapDeskForm = form({
  action: 'name_gap',
  ofOpinion: true,
  schema: gapForm,
  consequence: ({ opinion }) =>
    `Văn bản đi tiếp khi ${opinion?.officeName ?? ''} chưa trả lời. Tên cơ quan và lý do được lưu lại; ý kiến đến muộn vẫn nhận và hiện là phần bổ sung.`,
  said: 'Đã nêu tên cơ quan chưa trả lời; văn bản đi tiếp được.',
  button: 'Đi tiếp',
  fields: (fields) => (
    <TextArea
      {...field(fields, 'reason')}
      label="Lý do đi tiếp khi chưa có ý kiến"
      hint="Ví dụ: đã quá hạn, đã nhắc ngày nào, ai trả lời thế nào."
      required
      rows={3}
      maxlength={2_000}
    />
  ),
  command: nameGap,
});

export const allowDeskForm = form({
  action: 'allow_return',
  ofOpinion: false,
  schema: allowForm,
  consequence: ({ situation: { stay } }) =>
    `${stay?.officeName ?? ''} được trả lại văn bản này thêm đúng một lần nữa. Lý do và tên bạn được lưu lại.`,
  said: 'Đã cho phép trả lại thêm một lần.',
  button: 'Cho phép',
  fields: (fields) => (
    <TextArea {...field(fields, 'reason')} label="Lý do cho phép" required rows={3} maxlength={2_000} />
  ),
  command: allowReturn,
});
