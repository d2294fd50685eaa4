import { ACCEPTED, ACCEPTED_IN_WORDS } from '../evidence/media-types.ts';
import { evidenceOf } from '../evidence/queries.ts';
import { type Room, roomOf } from '../evidence/quota.ts';
import { evidenceFileRoutes } from '../evidence/routes.ts';
import { sentFiles } from '../evidence/sent-files.ts';
import { sizeInWords } from '../evidence/size.ts';
import type { Refusal } from '../platform/outcome.ts';
import { FileField, SelectField, TextField } from '../ui/field.tsx';
import { readForm } from '../web/form.ts';
import { post, type Route } from '../web/route.ts';
import { acting, type Visit } from '../web/visit.ts';
import { reasonForm } from './achievements-forms.ts';
import { addEvidence, removeEvidence } from './evidence.ts';
import { evidenceForm } from './evidence-forms.ts';
import { type Achievement, achievementsOf } from './merits-queries.ts';
import type { ExemplarInView } from './queries.ts';
import { FILE_FIELD, type Filled, withExemplar, workFormRoutes } from './work-form.tsx';

const merits = { work: 'merits', anchor: 'minh-chung' } as const;
const MB = 1024 * 1024;

export const evidenceRoutes: Route[] = [
  ...workFormRoutes({
    ...merits,
    path: 'minh-chung/moi',
    title: 'Thêm minh chứng',
    schema: evidenceForm,
    said: 'Đã thêm minh chứng.',
    sendsFile: true,
    scripts: ['evidence-upload'],
    command: async (acting, input, { visit }) => {
      const { files, config } = visit.get('deps');
      const sent = await sentFiles(visit, FILE_FIELD);
      return addEvidence(acting, input, { files, maxBytes: config.uploadMaxBytes, sent });
    },
    fields: async (visit, exemplar, filled) => {
      const { db, config } = visit.get('deps');
      const [achievements, room] = await Promise.all([
        achievementsOf(db, exemplar.id),
        roomOf(db, exemplar.officeId),
      ]);
      return (
        <EvidenceFields
          id={exemplar.id}
          filled={filled}
          room={room}
          achievements={achievements}
          chosen={visit.req.query('thanh-tich') ?? null}
          maxMb={Math.floor(config.uploadMaxBytes / MB)}
        />
      );
    },
  }),
  ...workFormRoutes({
    ...merits,
    path: 'minh-chung/:item/bo',
    title: 'Bỏ minh chứng',
    schema: reasonForm,
    said: 'Đã bỏ minh chứng.',
    command: removeEvidence,
    fields: async (visit, exemplar, { field }, item) => {
      const kept = (await evidenceOf(visit.get('deps').db, exemplar.id)).find((one) => one.id === item);
      return kept ? <TextField {...field('reason')} label={`Lý do bỏ “${kept.title}”`} required /> : null;
    },
  }),
  post('/dien-hinh/:id/minh-chung/gui', 'signed_in', (visit) =>
    withExemplar(visit, (exemplar) => takeOne(visit, exemplar)),
  ),
  ...evidenceFileRoutes,
];

/**
 * One file from the script of the form, answered in JSON with one sentence. It asks for no version: another piece of
 * evidence contradicts nothing, and a slow line must not make the next file stale.
 */
async function takeOne(visit: Visit, exemplar: ExemplarInView): Promise<Response> {
  const form = await readForm(visit, evidenceForm);
  if (!form.ok) return visit.json({ sentence: Object.values(form.errors).join(' ') }, 422);
  const { files, config } = visit.get('deps');
  const sent = await sentFiles(visit, FILE_FIELD);
  if (sent.length !== 1) return visit.json({ sentence: 'Mỗi lần gửi một tệp.' }, 422);
  const input = { ...form.value, id: exemplar.id, version: null, item: 0 };
  const outcome = await addEvidence(acting(visit, form.key), input, {
    files,
    maxBytes: config.uploadMaxBytes,
    sent,
  });
  if (outcome.ok) return visit.json({ sentence: 'Đã nhận.' });
  return visit.json({ sentence: sentencesOf(outcome.refusal).join(' ') }, 422);
}

function sentencesOf(refusal: Refusal): string[] {
  if (refusal.kind === 'invalid') return Object.values(refusal.fields);
  if (refusal.kind === 'refused') return refusal.reasons.map(({ sentence }) => sentence);
  return ['Hồ sơ này vừa thay đổi hoặc không còn trong phạm vi của bạn; hãy tải lại trang.'];
}

interface EvidenceFieldsProps {
  id: number;
  /** What the office of the exemplar keeps already. */
  room: Room;
  filled: Filled;
  achievements: readonly Achievement[];
  /** The achievement that the form was opened for. */
  chosen: string | null;
  maxMb: number;
}

function EvidenceFields({ id, room, filled, achievements, chosen, maxMb }: EvidenceFieldsProps) {
  const { field, errors } = filled;
  const cameBack = Object.keys(filled.typed).length > 0;
  return (
    <>
      <FileField
        name={FILE_FIELD}
        error={errors[FILE_FIELD]}
        label="Tệp"
        accept={ACCEPTED}
        multiple
        hint={`${cameBack ? 'Trình duyệt không giữ tệp đã chọn: hãy chọn lại. ' : ''}Nhận ${ACCEPTED_IN_WORDS}; chọn được nhiều tệp, mỗi lần gửi không quá ${maxMb} MB. Ảnh được thu nhỏ và bỏ thông tin nơi chụp, máy chụp. Đơn vị đã dùng ${sizeInWords(room.used)} trong ${sizeInWords(room.quota)}.`}
      />
      <ul
        class="upload-list"
        aria-live="polite"
        data-upload={`/dien-hinh/${id}/minh-chung/gui`}
        data-done={`/dien-hinh/${id}#minh-chung`}
      />
      <TextField
        {...field('reference')}
        label="Hoặc số hiệu văn bản"
        hint="Khi không có tệp, ví dụ: Quyết định số 123/QĐ-UBND ngày 05/01/2018, lưu tại UBND xã"
      />
      <TextField
        {...field('title')}
        label="Tên minh chứng"
        hint="Ví dụ: Ảnh con đường mới. Để trống thì lấy tên tệp."
      />
      <SelectField
        {...field('achievementId', chosen)}
        label="Cho thành tích"
        placeholder="Cả hồ sơ"
        options={achievements.map((one) => ({ value: String(one.id), label: one.statement }))}
      />
    </>
  );
}
