import { SUBJECT_KIND_NAMES, type SubjectKind } from '../subjects/kinds.ts';
import { formatCount } from '../ui/format.ts';
import { ProgressQuota, type QuotaRule } from '../ui/progress-quota.tsx';
import { DataTable } from '../ui/table.tsx';
import type { PlanField } from './queries.ts';

const RULES: Record<PlanField['quotaKind'], QuotaRule> = {
  exactly: 'exact',
  at_least: 'at_least',
  at_most: 'at_most',
  none: 'none',
};

/** The fields of a plan: who leads them, how their quotas stand, by which criteria one is chosen. */
export function FieldsTable({ fields }: { fields: readonly PlanField[] }) {
  return (
    <DataTable
      caption="Lĩnh vực và chỉ tiêu"
      captionHidden
      columns={[
        { key: 'field', label: 'Lĩnh vực', width: 'wide' },
        { key: 'lead', label: 'Chủ trì' },
        { key: 'quota', label: 'Chỉ tiêu' },
        { key: 'criteria', label: 'Tiêu chí' },
      ]}
      rows={fields.map((field) => ({
        field: (
          <>
            <a href={`/dien-hinh?linh_vuc=${field.id}`}>{field.name}</a>
            <br />
            <span class="muted">
              {field.isPilot ? '' : 'Ngoài lĩnh vực điểm · '}
              {kindsInWords(field.subjectKinds)}
              {field.waiting > 0 ? ` · ${formatCount(field.waiting)} hồ sơ đang chờ xét` : ''}
            </span>
          </>
        ),
        lead: (
          <>
            <a href={`/don-vi/${field.leadOfficeId}`}>{field.leadOfficeName}</a>
            {field.coordinating ? <div class="muted">Phối hợp: {field.coordinating}</div> : null}
          </>
        ),
        quota: (
          <ProgressQuota
            label={field.name}
            labelHidden
            filled={field.taken}
            quota={field.quotaNumber}
            rule={RULES[field.quotaKind]}
            unit="đã chọn"
          />
        ),
        criteria: field.criteriaSetId ? (
          <a href={`/danh-muc/tieu-chi#bo-${field.criteriaSetId}`}>{field.criteriaSetName}</a>
        ) : (
          <span class="unknown">chưa có</span>
        ),
      }))}
      empty="Kế hoạch này chưa có lĩnh vực nào."
    />
  );
}

function kindsInWords(kinds: readonly string[]): string {
  const words = kinds.map((kind) => SUBJECT_KIND_NAMES[kind as SubjectKind].toLowerCase()).join(', ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
