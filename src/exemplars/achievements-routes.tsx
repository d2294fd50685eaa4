import type { Reader } from '../platform/db.ts';
import { NumberField, TextArea, TextField } from '../ui/field.tsx';
import { formatNumber } from '../ui/format.ts';
import type { Route } from '../web/route.ts';
import { actorOf, type Visit } from '../web/visit.ts';
import {
  addAchievement,
  changeAchievement,
  confirmAchievement,
  contradictAchievement,
  removeAchievement,
} from './achievements.ts';
import { achievementForm, confirmForm, contradictForm, reasonForm } from './achievements-forms.ts';
import { whyNotConfirm } from './achievements-trust.ts';
import { AboutAchievement } from './achievements-view.tsx';
import { type Achievement, achievementsOf } from './merits-queries.ts';
import { type Filled, workFormRoutes } from './work-form.tsx';

const merits = { work: 'merits', anchor: 'thanh-tich' } as const;

export const achievementRoutes: Route[] = [
  ...workFormRoutes({
    ...merits,
    path: 'thanh-tich/moi',
    title: 'Thêm thành tích',
    schema: achievementForm,
    said: 'Đã thêm thành tích.',
    command: addAchievement,
    fields: (_visit, _exemplar, filled) => <AchievementFields filled={filled} />,
  }),
  ...workFormRoutes({
    ...merits,
    path: 'thanh-tich/:item/sua',
    title: 'Sửa thành tích',
    schema: achievementForm,
    said: 'Đã sửa thành tích.',
    command: changeAchievement,
    fields: async (visit, exemplar, filled, item) => {
      const kept = await achievementIn(visit.get('deps').db, exemplar.id, item);
      return kept ? <AchievementFields filled={filled} kept={kept} /> : null;
    },
  }),
  ...workFormRoutes({
    ...merits,
    path: 'thanh-tich/:item/xac-nhan',
    title: 'Xác nhận số liệu',
    schema: confirmForm,
    said: 'Đã xác nhận số liệu.',
    command: confirmAchievement,
    whyNot: async (visit, exemplar, item) => {
      const kept = await achievementIn(visit.get('deps').db, exemplar.id, item);
      const { proposedBy } = exemplar;
      return kept
        ? whyNotConfirm(actorOf(visit).accountId, { recordedBy: kept.recorded_by, proposedBy })
        : [];
    },
    fields: (visit, exemplar, { field }, item) =>
      withAchievement(visit, exemplar.id, item, () => (
        <>
          <TextField
            {...field('confirmedBy')}
            label="Ai xác nhận"
            required
            hint="Ví dụ: UBND xã, Chi cục Thống kê huyện"
          />
          <TextField
            {...field('confirmedWith')}
            label="Bằng căn cứ nào"
            required
            hint="Ví dụ: biên bản ngày 10/10/2018"
          />
        </>
      )),
  }),
  ...workFormRoutes({
    ...merits,
    path: 'thanh-tich/:item/nguon-khac',
    title: 'Ghi nguồn nói khác',
    schema: contradictForm,
    said: 'Đã ghi nguồn nói khác; cả hai đều được giữ.',
    command: contradictAchievement,
    fields: (visit, exemplar, { field }, item) =>
      withAchievement(visit, exemplar.id, item, () => (
        <TextArea {...field('source')} label="Nguồn và nội dung nói khác" required rows={3} />
      )),
  }),
  ...workFormRoutes({
    ...merits,
    path: 'thanh-tich/:item/bo',
    title: 'Bỏ thành tích',
    schema: reasonForm,
    said: 'Đã bỏ thành tích.',
    command: removeAchievement,
    fields: (visit, exemplar, { field }, item) =>
      withAchievement(visit, exemplar.id, item, () => (
        <TextField {...field('reason')} label="Lý do bỏ" required />
      )),
  }),
];

function AchievementFields({ filled, kept }: { filled: Filled; kept?: Achievement }) {
  const { field } = filled;
  const number = (value: number | null | undefined) =>
    typeof value === 'number' ? formatNumber(value) : null;
  return (
    <>
      <TextArea {...field('statement', kept?.statement)} label="Thành tích" required rows={3} />
      <TextField
        {...field('measure', kept?.measure)}
        label="Số liệu về"
        hint="Ví dụ: thu nhập bình quân, diện tích đất hiến"
      />
      <NumberField {...field('value', number(kept?.value))} label="Giá trị" />
      <TextField
        {...field('unit', kept?.unit)}
        label="Đơn vị tính"
        hint="Ví dụ: triệu đồng, m², hộ"
        width="short"
      />
      <NumberField {...field('year', kept?.year ? String(kept.year) : null)} label="Năm" />
    </>
  );
}

async function achievementIn(db: Reader, exemplarId: number, item: number): Promise<Achievement | undefined> {
  return (await achievementsOf(db, exemplarId)).find((one) => one.id === item);
}

async function withAchievement<T>(visit: Visit, exemplarId: number, item: number, show: () => T) {
  const kept = await achievementIn(visit.get('deps').db, exemplarId, item);
  return kept ? (
    <>
      <AboutAchievement achievement={kept} />
      {show()}
    </>
  ) : null;
}
