import { officeGroups } from '../exemplars/form-page-choices.ts';
import { mergeCandidates } from '../exemplars/step-pages-merge.ts';
import { SUBJECT_KIND_NAMES, SUBJECT_KINDS } from '../subjects/kinds.ts';
import { RadioGroup, SelectField, TextField } from '../ui/field.tsx';
import { formatDate } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { actorOf, type Visit } from '../web/visit.ts';
import { filesOf, knownAgain } from './known-again.ts';
import { openLeadsLike } from './merged-leads.ts';
import type { LeadInView } from './queries.ts';
import { ReasonField } from './step-fields.tsx';
import type { Filled } from './target-form.tsx';

/** Who the registration is about, and with which office it lies. */
export async function openFields(visit: Visit, lead: LeadInView, { field }: Filled) {
  const { db, clock } = visit.get('deps');
  const actor = actorOf(visit);
  const [groups, known] = await Promise.all([
    officeGroups(db, actor, clock.today()),
    knownAgain(db, actor, lead),
  ]);
  const within = known.flatMap((one) => (one.within ? [one] : []));
  const there = groups.some(({ offices }) => offices.some(({ id }) => id === lead.officeId));
  return (
    <>
      {known.length > within.length ? (
        <Notice tone="warn">
          Có thể đã có người, tập thể này ở đơn vị khác; xem phần “Có thể đã biết” trên trang lời giới thiệu.
        </Notice>
      ) : null}
      {within.length > 0 ? (
        <RadioGroup
          {...field('subjectId', '')}
          label="Đây là"
          options={[
            { value: '', label: 'Chủ thể mới, chưa có trong chương trình' },
            ...within.map(({ subject, reasons }) => ({
              value: String(subject.id),
              label: [subject.fullName, subject.place].filter(Boolean).join(', '),
              hint: reasons.map(({ sentence }) => sentence).join('; '),
            })),
          ]}
        />
      ) : null}
      <TextField {...field('fullName', lead.fullName)} label="Họ tên hoặc tên gọi" required maxlength={200} />
      <RadioGroup
        {...field('kind', lead.kind)}
        label="Loại"
        required
        inline
        options={SUBJECT_KINDS.map((value) => ({ value, label: SUBJECT_KIND_NAMES[value] }))}
      />
      <SelectField
        {...field('officeId', there ? lead.officeId : null)}
        label="Đơn vị quản lý hồ sơ"
        required
        groups={groups.map(({ label, offices }) => ({
          label,
          options: offices.map(({ id, name }) => ({ value: String(id), label: name })),
        }))}
      />
      <TextField {...field('title')} label="Tiêu đề" hint="Một câu nói việc đáng học." maxlength={300} />
    </>
  );
}

/** The files and other leads that a lead may be about. */
export async function mergeFields(visit: Visit, lead: LeadInView, filled: Filled) {
  const { db } = visit.get('deps');
  const actor = actorOf(visit);
  const [known, named, others] = await Promise.all([
    knownAgain(db, actor, lead),
    mergeCandidates(db, actor, 0, lead.fullName),
    openLeadsLike(db, actor, lead),
  ]);
  const files = await filesOf(
    db,
    actor,
    known.flatMap((one) => (one.within ? [one.subject.id] : [])),
  );
  const offered = new Map([...files, ...named].map((one) => [one.id, one]));
  const { field } = filled;
  return (
    <>
      <RadioGroup
        {...field('into')}
        label="Gộp vào"
        required
        options={[
          ...[...offered.values()].map(({ id, fullName, officeName }) => ({
            value: `ho-so-${id}`,
            label: fullName,
            hint: `Hồ sơ số ${id}, ${officeName}`,
          })),
          ...others.map(({ id, fullName, officeName, receivedOn }) => ({
            value: `loi-${id}`,
            label: fullName,
            hint: `Lời giới thiệu số ${id} nhận ngày ${formatDate(receivedOn)}, ${officeName}`,
          })),
        ]}
      />
      {offered.size + others.length === 0 ? (
        <Notice tone="info">
          Không thấy hồ sơ, lời giới thiệu nào có tên gần giống trong phạm vi của bạn.
        </Notice>
      ) : null}
      <ReasonField filled={filled} hint="Vì sao biết đây là cùng một chủ thể. Chỉ trong nội bộ." />
    </>
  );
}
