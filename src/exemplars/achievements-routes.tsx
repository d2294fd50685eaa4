import { listMeasures, measuresOn } from '../measures/queries.ts';
import type { Reader } from '../platform/db.ts';
import { TextArea, TextField } from '../ui/field.tsx';
import type { Route } from '../web/route.ts';
import { actorOf, type Visit } from '../web/visit.ts';
import { confirmAchievement, removeAchievement } from './achievements.ts';
import { claimsOf } from './achievements-claims.ts';
import { AchievementFields } from './achievements-fields.tsx';
import { offered } from './achievements-figure.ts';
import {
  type AchievementTyped,
  achievementForm,
  confirmForm,
  contradictForm,
  reasonForm,
} from './achievements-forms.ts';
import { whyNotConfirm } from './achievements-trust.ts';
import { addTypedAchievement, changeTypedAchievement, contradictTyped } from './achievements-typed.ts';
import { AboutAchievement } from './achievements-view.tsx';
import { type Achievement, achievementsOf } from './merits-queries.ts';
import { type WorkForm, workFormRoutes } from './work-form.tsx';

const merits = { work: 'merits', anchor: 'thanh-tich' } as const;

/** Adding one; on a page of its own, and as a step of the registration. */
export const addAchievementForm: WorkForm<AchievementTyped> = {
  ...merits,
  path: 'thanh-tich/moi',
  title: 'Thêm thành tích',
  schema: achievementForm,
  said: 'Đã thêm thành tích.',
  command: addTypedAchievement,
  fields: async (visit, exemplar, filled) => {
    const { db, clock } = visit.get('deps');
    const measures = await measuresOn(db, clock.today());
    return <AchievementFields filled={filled} measures={measures} subjectKind={exemplar.subject.kind} />;
  },
};

export const achievementRoutes: Route[] = [
  ...workFormRoutes(addAchievementForm),
  ...workFormRoutes({
    ...merits,
    path: 'thanh-tich/:item/sua',
    title: 'Sửa thành tích',
    schema: achievementForm,
    said: 'Đã sửa thành tích.',
    command: changeTypedAchievement,
    fields: async (visit, exemplar, filled, item) => {
      const { db, clock } = visit.get('deps');
      const kept = await achievementIn(db, exemplar.id, item);
      if (!kept) return null;
      const measures = offered(await listMeasures(db), { today: clock.today(), kept: kept.measure_id });
      const { kind } = exemplar.subject;
      return <AchievementFields filled={filled} measures={measures} subjectKind={kind} kept={kept} />;
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
    command: contradictTyped,
    fields: (visit, exemplar, { field }, item) =>
      withAchievement(visit, exemplar.id, item, ({ value }) => (
        <>
          {value === null ? null : (
            <TextField
              {...field('value')}
              label="Con số của nguồn khác"
              width="half"
              maxlength={60}
              hint="Để trống nếu nguồn không nói con số. Cả hai con số đều được giữ và hiện cạnh nhau."
            />
          )}
          <TextArea {...field('source')} label="Nguồn và nội dung nói khác" required rows={3} />
        </>
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

async function achievementIn(db: Reader, exemplarId: number, item: number): Promise<Achievement | undefined> {
  return (await achievementsOf(db, exemplarId)).find((one) => one.id === item);
}

async function withAchievement<T>(
  visit: Visit,
  exemplarId: number,
  item: number,
  show: (kept: Achievement) => T,
) {
  const { db } = visit.get('deps');
  const kept = await achievementIn(db, exemplarId, item);
  if (!kept) return null;
  const claims = (await claimsOf(db, exemplarId)).filter((claim) => claim.achievementId === kept.id);
  return (
    <>
      <AboutAchievement achievement={kept} claims={claims} />
      {show(kept)}
    </>
  );
}
