import { z } from 'zod';
import { TextArea, TextField } from '../ui/field.tsx';
import { choice, optionalDay, optionalId, optionalText, optionalYear, text } from '../web/form-fields.ts';
import type { Route } from '../web/route.ts';
import { actorOf } from '../web/visit.ts';
import { type SubjectForm, subjectFormRoutes } from './form-routes.tsx';
import { changePastAward, recordPastAward, removePastAward } from './past-award.ts';
import { confirmPastAward, whyNotConfirm } from './past-award-confirm.ts';
import { EARLIEST_YEAR, PAST_AWARD_SOURCES } from './past-award-facts.ts';
import { PastAwardFields, PastAwardSummary } from './past-award-fields.tsx';
import { awardFormChoices, findPastAward } from './past-award-queries.ts';

const ANCHOR = 'khen-thuong-da-co';

const pastAwardForm = z.object({
  awardFormId: optionalId('hình thức khen thưởng'),
  formWords: optionalText('hình thức theo lời ghi', 200),
  number: optionalText('số quyết định', 100),
  decidedOn: optionalDay('ngày quyết định'),
  givenBy: optionalText('cơ quan khen', 200),
  year: optionalYear('năm được khen', EARLIEST_YEAR, 2100),
  forWhat: optionalText('về việc', 1_000),
  source: choice('nguồn tin', PAST_AWARD_SOURCES),
});
type PastAwardTyped = z.infer<typeof pastAwardForm>;

const record: SubjectForm<PastAwardTyped> = {
  path: 'khen-thuong/moi',
  title: 'Ghi khen thưởng đã có',
  anchor: ANCHOR,
  schema: pastAwardForm,
  said: 'Đã ghi khen thưởng đã có.',
  command: recordPastAward,
  fields: async (visit, _subject, field) => (
    <PastAwardFields field={field} kept={null} forms={await awardFormChoices(visit.get('deps').db)} />
  ),
};

const change: SubjectForm<PastAwardTyped> = {
  path: 'khen-thuong/:item/sua',
  title: 'Sửa khen thưởng đã có',
  anchor: ANCHOR,
  schema: pastAwardForm,
  said: 'Đã sửa khen thưởng đã có.',
  command: (acting, { item, ...input }) => changePastAward(acting, { ...input, awardId: item }),
  async fields(visit, subject, field, item) {
    const { db } = visit.get('deps');
    const [kept, forms] = await Promise.all([findPastAward(db, subject.id, item), awardFormChoices(db)]);
    return kept ? <PastAwardFields field={field} kept={kept} forms={forms} /> : null;
  },
};

const confirm: SubjectForm<{ confirmedBy: string }> = {
  path: 'khen-thuong/:item/xac-nhan',
  title: 'Xác nhận khen thưởng đã có',
  anchor: ANCHOR,
  schema: z.object({ confirmedBy: text('người xác nhận', 200) }),
  said: 'Đã xác nhận khen thưởng đã có.',
  button: 'Xác nhận',
  command: (acting, { item, ...input }) => confirmPastAward(acting, { ...input, awardId: item }),
  async whyNot(visit, subject, item) {
    const kept = await findPastAward(visit.get('deps').db, subject.id, item);
    return kept && whyNotConfirm(actorOf(visit).accountId, kept.recordedBy, kept.confirmedBy);
  },
  async fields(visit, subject, field, item) {
    const kept = await findPastAward(visit.get('deps').db, subject.id, item);
    if (!kept) return null;
    return (
      <>
        <PastAwardSummary award={kept} />
        <TextField
          {...field('confirmedBy')}
          label="Ai xác nhận, bằng cách nào"
          hint="Ví dụ: bà Nguyễn Thị Hoa, Phòng Nội vụ, đã xem bản gốc."
          maxlength={200}
          required
        />
      </>
    );
  },
};

const remove: SubjectForm<{ reason: string }> = {
  path: 'khen-thuong/:item/bo',
  title: 'Bỏ khen thưởng ghi nhầm',
  anchor: ANCHOR,
  schema: z.object({ reason: text('lý do bỏ', 1_000) }),
  said: 'Đã bỏ khen thưởng ghi nhầm.',
  button: 'Bỏ mục này',
  danger: true,
  command: (acting, { item, ...input }) => removePastAward(acting, { ...input, awardId: item }),
  async fields(visit, subject, field, item) {
    const kept = await findPastAward(visit.get('deps').db, subject.id, item);
    if (!kept) return null;
    return (
      <>
        <p>Chỉ bỏ mục ghi nhầm. Nội dung và lý do được giữ trong lịch sử.</p>
        <PastAwardSummary award={kept} />
        <TextArea {...field('reason')} label="Lý do bỏ" rows={3} maxlength={1_000} required />
      </>
    );
  },
};

export const pastAwardRoutes: Route[] = [
  ...subjectFormRoutes(record),
  ...subjectFormRoutes(change),
  ...subjectFormRoutes(confirm),
  ...subjectFormRoutes(remove),
];
