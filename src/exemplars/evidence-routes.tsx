import { ACCEPTED, ACCEPTED_IN_WORDS } from '../evidence/media-types.ts';
import { evidenceOf } from '../evidence/queries.ts';
import { evidenceFileRoutes } from '../evidence/routes.ts';
import { sentFiles } from '../evidence/sent-files.ts';
import { FileField, SelectField, TextField } from '../ui/field.tsx';
import type { Route } from '../web/route.ts';
import { reasonForm } from './achievements-forms.ts';
import { addEvidence, removeEvidence } from './evidence.ts';
import { evidenceForm } from './evidence-forms.ts';
import { type Achievement, achievementsOf } from './merits-queries.ts';
import { FILE_FIELD, type Filled, workFormRoutes } from './work-form.tsx';

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
    command: async (acting, input, { visit }) => {
      const { files, config } = visit.get('deps');
      const sent = await sentFiles(visit, FILE_FIELD);
      return addEvidence(acting, input, { files, maxBytes: config.uploadMaxBytes, sent });
    },
    fields: async (visit, exemplar, filled) => {
      const { db, config } = visit.get('deps');
      const achievements = await achievementsOf(db, exemplar.id);
      return (
        <EvidenceFields
          filled={filled}
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
  ...evidenceFileRoutes,
];

interface EvidenceFieldsProps {
  filled: Filled;
  achievements: readonly Achievement[];
  /** The achievement that the form was opened for. */
  chosen: string | null;
  maxMb: number;
}

function EvidenceFields({ filled, achievements, chosen, maxMb }: EvidenceFieldsProps) {
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
        hint={`${cameBack ? 'Trình duyệt không giữ tệp đã chọn: hãy chọn lại. ' : ''}Nhận ${ACCEPTED_IN_WORDS}; chọn được nhiều tệp, mỗi lần gửi không quá ${maxMb} MB. Ảnh được thu nhỏ và bỏ thông tin nơi chụp, máy chụp.`}
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
