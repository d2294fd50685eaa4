import { showAmount } from '../measures/show-amount.ts';
import { TextArea, TextField } from '../ui/field.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import type { Route } from '../web/route.ts';
import { actorOf, type Visit } from '../web/visit.ts';
import { claimsOf } from './achievements-claims.ts';
import { confirmForm, contradictForm, reasonForm } from './achievements-forms.ts';
import { whyNotConfirm } from './achievements-trust.ts';
import { confirmContribution, removeContribution } from './contributions.ts';
import { ContributionFields, contributionChoices } from './contributions-fields.tsx';
import { type ContributionTyped, contributionForm } from './contributions-forms.ts';
import { CONTRIBUTIONS_ANCHOR, ContributionTrust } from './contributions-part.tsx';
import { contributionsOf } from './contributions-queries.ts';
import {
  addTypedContribution,
  changeTypedContribution,
  contradictTypedContribution,
} from './contributions-typed.ts';
import type { ExemplarInView } from './queries.ts';
import { type WorkForm, workFormRoutes } from './work-form.tsx';

const merits = { work: 'merits', anchor: CONTRIBUTIONS_ANCHOR } as const;

/** Adding one; on a page of its own, and as a step of the registration. */
export const addContributionForm: WorkForm<ContributionTyped> = {
  ...merits,
  path: 'dong-gop/moi',
  title: 'Thêm đóng góp',
  schema: contributionForm,
  said: 'Đã thêm đóng góp.',
  command: addTypedContribution,
  fields: async (visit, exemplar, filled) => {
    const choices = await contributionChoices(visit, exemplar, null);
    return <ContributionFields filled={filled} {...choices} />;
  },
};

export const contributionRoutes: Route[] = [
  ...workFormRoutes(addContributionForm),
  ...workFormRoutes({
    ...merits,
    path: 'dong-gop/:item/sua',
    title: 'Sửa đóng góp',
    schema: contributionForm,
    said: 'Đã sửa đóng góp.',
    command: changeTypedContribution,
    fields: async (visit, exemplar, filled, item) => {
      const kept = await contributionIn(visit, exemplar, item);
      if (!kept) return null;
      const choices = await contributionChoices(visit, exemplar, kept.measureId);
      return <ContributionFields filled={filled} {...choices} kept={kept} />;
    },
  }),
  ...workFormRoutes({
    ...merits,
    path: 'dong-gop/:item/xac-nhan',
    title: 'Xác nhận đóng góp',
    schema: confirmForm,
    said: 'Đã xác nhận đóng góp.',
    command: confirmContribution,
    whyNot: async (visit, exemplar, item) => {
      const kept = await contributionIn(visit, exemplar, item);
      const { proposedBy } = exemplar;
      return kept ? whyNotConfirm(actorOf(visit).accountId, { recordedBy: kept.recordedBy, proposedBy }) : [];
    },
    fields: (visit, exemplar, { field }, item) =>
      withContribution(visit, exemplar, item, () => (
        <>
          <TextField
            {...field('confirmedBy')}
            label="Ai xác nhận"
            required
            hint="Ví dụ: UBND xã, Ban quản lý khu"
          />
          <TextField
            {...field('confirmedWith')}
            label="Bằng căn cứ nào"
            required
            hint="Ví dụ: biên bản giao nhận ngày 10/10/2018"
          />
        </>
      )),
  }),
  ...workFormRoutes({
    ...merits,
    path: 'dong-gop/:item/nguon-khac',
    title: 'Ghi nguồn nói khác về đóng góp',
    schema: contradictForm,
    said: 'Đã ghi nguồn nói khác; cả hai đều được giữ.',
    command: contradictTypedContribution,
    fields: (visit, exemplar, { field }, item) =>
      withContribution(visit, exemplar, item, () => (
        <>
          <TextField
            {...field('value')}
            label="Con số của nguồn khác"
            width="half"
            maxlength={60}
            hint="Để trống nếu nguồn không nói con số. Cả hai con số đều được giữ và hiện cạnh nhau."
          />
          <TextArea {...field('source')} label="Nguồn và nội dung nói khác" required rows={3} />
        </>
      )),
  }),
  ...workFormRoutes({
    ...merits,
    path: 'dong-gop/:item/bo',
    title: 'Bỏ đóng góp',
    schema: reasonForm,
    said: 'Đã bỏ đóng góp.',
    command: removeContribution,
    fields: (visit, exemplar, { field }, item) =>
      withContribution(visit, exemplar, item, () => (
        <TextField {...field('reason')} label="Lý do bỏ" required />
      )),
  }),
];

const contributionIn = async (visit: Visit, exemplar: ExemplarInView, item: number) =>
  (await contributionsOf(visit.get('deps').db, exemplar.id)).find((one) => one.id === item);

async function withContribution<T>(visit: Visit, exemplar: ExemplarInView, item: number, show: () => T) {
  const kept = await contributionIn(visit, exemplar, item);
  if (!kept) return null;
  const claims = await claimsOf(visit.get('deps').db, exemplar.id);
  return (
    <>
      <SummaryList
        items={[
          { label: 'Đóng góp', value: showAmount(kept.amount, kept.scale), note: kept.measure },
          { label: 'Để làm gì', value: kept.purpose },
          { label: 'Năm', value: kept.year },
          { label: 'Độ tin cậy', value: <ContributionTrust contribution={kept} claims={claims} /> },
        ]}
      />
      {show()}
    </>
  );
}
