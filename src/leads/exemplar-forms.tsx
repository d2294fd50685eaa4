import { z } from 'zod';
import { addDays } from '../calendar/days.ts';
import { TextArea } from '../ui/field.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { redirectWith } from '../web/flash.ts';
import { optionalText, text } from '../web/form-fields.ts';
import type { Route } from '../web/route.ts';
import { actorOf, type Visit } from '../web/visit.ts';
import { answerObjection, decideCorrection } from './answer-voice.ts';
import { askAboutExemplar, askableOffices } from './ask.ts';
import { refusalToAssist } from './assist.ts';
import { findExemplarIn, placeOfExemplar, reasonsOf } from './exemplar-target.ts';
import { leadDays } from './lead-days.ts';
import { refusalToLookInto, verifyExemplar } from './look-into.ts';
import { Lines } from './look-up-page.tsx';
import { AskFields, LookFields } from './step-fields.tsx';
import { askForm, lookForm } from './step-forms.ts';
import { targetForm } from './target-form.tsx';
import { correctionsOf, FIELD_NAMES, objectionsOf } from './voice-words.ts';

const LOOK = 'xac-minh-nguon';
const VOICE = 'tieng-noi';

const correctionFields = { answer: optionalText('lời trả lời', 2_000) };

/** Forms on a file: looking into what was found, asking an office, and answering its subject. */
export const exemplarFormRoutes: Route[] = [
  ...targetForm({
    path: '/dien-hinh/:id/xac-minh',
    title: 'Ghi kết quả xác minh',
    button: 'Lưu',
    schema: lookForm,
    find: findExemplarIn,
    place: (exemplar) => placeOfExemplar(exemplar, LOOK),
    whyNot: (_visit, exemplar) => reasonsOf(refusalToLookInto(exemplar)),
    fields: (visit, _exemplar, filled) => (
      <LookFields filled={filled} today={visit.get('deps').clock.today()} who={actorOf(visit).displayName} />
    ),
    command: verifyExemplar,
    answer: (visit, { id }) => redirectWith(visit, `/dien-hinh/${id}#${LOOK}`, 'Đã ghi kết quả xác minh.'),
  }),
  ...targetForm({
    path: '/dien-hinh/:id/hoi-them',
    title: 'Hỏi thêm đơn vị khác',
    button: 'Gửi câu hỏi',
    schema: askForm,
    find: findExemplarIn,
    place: (exemplar) => placeOfExemplar(exemplar, LOOK),
    whyNot: (_visit, exemplar) => reasonsOf(refusalToLookInto(exemplar)),
    fields: async (visit, { officeId }, filled) => {
      const { db, clock } = visit.get('deps');
      const today = clock.today();
      const offices = await askableOffices(db, actorOf(visit), officeId, today);
      const { answer } = await leadDays(db);
      return <AskFields filled={filled} offices={offices} due={addDays(today, answer)} proposer={false} />;
    },
    command: askAboutExemplar,
    answer: (visit, { id }) => redirectWith(visit, `/dien-hinh/${id}#${LOOK}`, 'Đã gửi câu hỏi.'),
  }),
  ...decisionForm('sua-theo-de-nghi', 'Sửa theo đề nghị', true),
  ...decisionForm('khong-sua', 'Không sửa', false),
  ...targetForm({
    path: '/dien-hinh/:id/tra-loi-y-kien/:item',
    title: 'Trả lời ý kiến',
    button: 'Gửi câu trả lời',
    schema: z.object({ answer: text('lời trả lời', 2_000) }),
    find: findExemplarIn,
    place: (exemplar) => placeOfExemplar(exemplar, VOICE),
    whyNot: (_visit, exemplar) => reasonsOf(refusalToAssist(exemplar)),
    fields: async (visit, { id }, { field }, item) => {
      const objection = (await objectionsOf(visit.get('deps').db, id)).find((one) => one.id === item);
      if (!objection || objection.answer !== null) return null;
      return (
        <>
          <SummaryList items={[{ label: 'Ý kiến', value: <Lines>{objection.words}</Lines> }]} />
          <TextArea
            {...field('answer')}
            label="Trả lời, bằng lời cho người có tên trong hồ sơ"
            required
            maxlength={2_000}
          />
        </>
      );
    },
    command: (acting, { id, item, answer }) => answerObjection(acting, { id, objectionId: item, answer }),
    answer: (visit, { id }) => redirectWith(visit, `/dien-hinh/${id}#${VOICE}`, 'Đã trả lời ý kiến.'),
  }),
];

/** One correction, accepted or refused; the file is rewritten by the same command as its own form. */
function decisionForm(slug: string, title: string, accept: boolean): Route[] {
  return targetForm({
    path: `/dien-hinh/:id/${slug}/:item`,
    title,
    button: title,
    kind: accept ? 'primary' : 'danger',
    schema: z.object(correctionFields),
    find: findExemplarIn,
    place: (exemplar) => placeOfExemplar(exemplar, VOICE),
    whyNot: (_visit, exemplar) => reasonsOf(refusalToAssist(exemplar)),
    fields: async (visit, exemplar, { field }, item) => {
      const correction = await openCorrection(visit, exemplar.id, item);
      if (!correction) return null;
      return (
        <>
          <SummaryList
            items={[
              {
                label: `${FIELD_NAMES[correction.field]}, sửa thành`,
                value: <Lines>{correction.proposed}</Lines>,
              },
            ]}
          />
          <TextArea
            {...field('answer')}
            label={
              accept
                ? 'Lời nhắn cho người có tên trong hồ sơ'
                : 'Vì sao không sửa, bằng lời cho người có tên trong hồ sơ'
            }
            required={!accept}
            rows={3}
            maxlength={2_000}
          />
        </>
      );
    },
    command: (acting, { id, version, item, answer }) =>
      decideCorrection(acting, { id, version, correctionId: item, accept, answer }),
    answer: (visit, { id }) =>
      redirectWith(
        visit,
        `/dien-hinh/${id}#${VOICE}`,
        accept ? 'Đã sửa theo đề nghị.' : 'Đã trả lời đề nghị sửa.',
      ),
  });
}

async function openCorrection(visit: Visit, exemplarId: number, item: number) {
  const all = await correctionsOf(visit.get('deps').db, exemplarId);
  return all.find(({ id, state }) => id === item && state === 'open') ?? null;
}
