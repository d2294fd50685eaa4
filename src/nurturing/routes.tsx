import { z } from 'zod';
import { type Filled, workFormRoutes } from '../exemplars/work-form.tsx';
import type { Reader } from '../platform/db.ts';
import { DateField, NumberField, SelectField, TextArea, TextField } from '../ui/field.tsx';
import { text } from '../web/form-fields.ts';
import type { Route } from '../web/route.ts';
import { checkExemplar } from './check.ts';
import { CheckFields } from './check-fields.tsx';
import { checkForm, helpForm, resultForm, supportForm } from './forms.ts';
import { finishHelp, promiseHelp } from './help.ts';
import { SUPPORT_KIND_NAMES } from './kinds.ts';
import { checksOf } from './queries.ts';
import { finishSupport, planSupport, removeSupport } from './support.ts';

const SUPPORT_KINDS = Object.entries(SUPPORT_KIND_NAMES).map(([value, label]) => ({ value, label }));

const removeForm = z.object({ reason: text('lý do bỏ', 500) });

export const nurturingRoutes: Route[] = [
  ...workFormRoutes({
    path: 'boi-duong/moi',
    work: 'nurturing',
    title: 'Thêm hoạt động bồi dưỡng',
    anchor: 'boi-duong',
    schema: supportForm,
    said: 'Đã thêm hoạt động bồi dưỡng.',
    command: planSupport,
    fields: (_visit, _exemplar, { field }) => (
      <>
        <SelectField {...field('kind')} label="Loại hoạt động" required options={SUPPORT_KINDS} />
        <TextArea {...field('what')} label="Nội dung" required rows={3} />
        <TextField {...field('owner')} label="Người hoặc đơn vị chịu trách nhiệm" required />
        <DateField {...field('dueOn')} label="Hạn thực hiện" />
        <NumberField {...field('cost')} label="Kinh phí" unit="đồng" />
        <TextField {...field('moneySource')} label="Nguồn kinh phí" />
      </>
    ),
  }),
  ...workFormRoutes({
    path: 'boi-duong/:item/ket-qua',
    work: 'nurturing',
    title: 'Kết quả hoạt động bồi dưỡng',
    anchor: 'boi-duong',
    schema: resultForm,
    said: 'Đã ghi kết quả bồi dưỡng.',
    command: finishSupport,
    fields: async (visit, exemplar, filled, item) => {
      const what = await openAction(visit.get('deps').db, exemplar.id, item);
      return what === null ? null : (
        <ResultFields about={what} filled={filled} today={visit.get('deps').clock.today()} />
      );
    },
  }),
  ...workFormRoutes({
    path: 'boi-duong/:item/bo',
    work: 'nurturing',
    title: 'Bỏ hoạt động bồi dưỡng',
    anchor: 'boi-duong',
    schema: removeForm,
    said: 'Đã bỏ hoạt động bồi dưỡng.',
    command: removeSupport,
    fields: async (visit, exemplar, { field }, item) => {
      const what = await openAction(visit.get('deps').db, exemplar.id, item);
      return what === null ? null : (
        <>
          <p>Hoạt động: {what}</p>
          <TextField {...field('reason')} label="Lý do bỏ" required hint="Lý do được lưu trong lịch sử." />
        </>
      );
    },
  }),
  ...workFormRoutes({
    path: 'kiem-tra',
    work: 'check',
    title: 'Kiểm tra, đánh giá',
    anchor: 'kiem-tra',
    schema: checkForm,
    said: 'Đã ghi kết quả kiểm tra.',
    command: checkExemplar,
    fields: async (visit, exemplar, filled) => {
      const { db, clock } = visit.get('deps');
      const checks = await checksOf(db, exemplar.id);
      const checkedYears = checks.map((check) => check.year);
      return <CheckFields filled={filled} today={clock.today()} checkedYears={checkedYears} />;
    },
  }),
  ...workFormRoutes({
    path: 'giup-do/moi',
    work: 'help',
    title: 'Khó khăn và việc giúp đỡ',
    anchor: 'kiem-tra',
    schema: helpForm,
    said: 'Đã giao việc giúp đỡ.',
    command: promiseHelp,
    fields: (_visit, _exemplar, { field }) => (
      <>
        <TextArea {...field('difficulty')} label="Khó khăn" required rows={3} />
        <TextArea {...field('help')} label="Cách giúp đỡ" required rows={3} />
        <TextField {...field('owner')} label="Người hoặc đơn vị chịu trách nhiệm" required />
        <DateField {...field('dueOn')} label="Hạn giúp đỡ" required />
      </>
    ),
  }),
  ...workFormRoutes({
    path: 'giup-do/:item/ket-qua',
    work: 'help',
    title: 'Kết quả giúp đỡ',
    anchor: 'kiem-tra',
    schema: resultForm,
    said: 'Đã ghi kết quả giúp đỡ.',
    command: finishHelp,
    fields: async (visit, exemplar, filled, item) => {
      const { db, clock } = visit.get('deps');
      const task = await db
        .selectFrom('help_task')
        .select('help')
        .where('id', '=', item)
        .where('exemplar_id', '=', exemplar.id)
        .where('done_on', 'is', null)
        .executeTakeFirst();
      return task ? <ResultFields about={task.help} filled={filled} today={clock.today()} /> : null;
    },
  }),
];

/** What the action is about, or null when it is not there or already done. */
async function openAction(db: Reader, exemplarId: number, item: number): Promise<string | null> {
  const action = await db
    .selectFrom('support_action')
    .select('what')
    .where('id', '=', item)
    .where('exemplar_id', '=', exemplarId)
    .where('done_on', 'is', null)
    .executeTakeFirst();
  return action?.what ?? null;
}

function ResultFields({ about, filled, today }: { about: string; filled: Filled; today: string }) {
  return (
    <>
      <p>Việc: {about}</p>
      <DateField {...filled.field('doneOn', today)} label="Ngày hoàn thành" required />
      <TextArea {...filled.field('result')} label="Kết quả" required rows={3} />
    </>
  );
}
