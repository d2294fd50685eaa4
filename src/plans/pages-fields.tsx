import { SUBJECT_KIND_NAMES, type SubjectKind } from '../subjects/kinds.ts';
import { formatCount } from '../ui/format.ts';
import { ProgressQuota } from '../ui/progress-quota.tsx';
import { DataTable } from '../ui/table.tsx';
import { OrderedRowButtons } from '../web/ordered-row-buttons.tsx';
import type { Share } from './allocations.ts';
import type { PlanField } from './queries.ts';
import { QUOTA_RULES, SharesAtAGlance } from './shares-view.tsx';

/** The fields of a plan: who leads them, how their quotas stand, by which criteria one is chosen. */
export function FieldsTable({
  plan,
  shares,
  mayEdit,
  mayChoose,
}: {
  plan: { id: number; version: number; fields: readonly PlanField[] };
  shares: readonly Share[];
  mayEdit: boolean;
  /** May this person see how the fields choose? */
  mayChoose: boolean;
}) {
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
      rows={plan.fields.map((field) => ({
        field: (
          <>
            <a href={`/dien-hinh?linh_vuc=${field.id}`}>{field.name}</a>
            <div class="muted">
              {field.isPilot ? '' : 'Ngoài lĩnh vực điểm · '}
              {kindsInWords(field.subjectKinds)}
              {field.waiting > 0 ? ` · ${formatCount(field.waiting)} hồ sơ đang chờ xét` : ''}
            </div>
            {mayChoose ? (
              <div>
                <a href={`/linh-vuc/${field.id}/lua-chon`}>
                  Lựa chọn<span class="visually-hidden"> trong lĩnh vực {field.name}</span>
                </a>
              </div>
            ) : null}
            {mayEdit ? <FieldButtons planId={plan.id} version={plan.version} field={field} /> : null}
          </>
        ),
        lead: (
          <>
            <a href={`/don-vi/${field.leadOfficeId}`}>{field.leadOfficeName}</a>
            {field.coordinating ? <div class="muted">Phối hợp: {field.coordinating}</div> : null}
          </>
        ),
        quota: (
          <>
            <ProgressQuota
              label={field.name}
              labelHidden
              filled={field.taken}
              quota={field.quotaNumber}
              rule={QUOTA_RULES[field.quotaKind]}
              unit="đã chọn"
            />
            <SharesAtAGlance
              shares={shares.filter(({ fieldId }) => fieldId === field.id)}
              href={`/ke-hoach/${plan.id}/linh-vuc/${field.id}/phan-bo`}
            />
          </>
        ),
        criteria: field.criteriaSetId ? (
          <a href={`/danh-muc/tieu-chi/${field.criteriaSetId}`}>{field.criteriaSetName}</a>
        ) : (
          <span class="unknown">chưa có</span>
        ),
      }))}
      empty="Kế hoạch này chưa có lĩnh vực nào."
    />
  );
}

function FieldButtons({ planId, version, field }: { planId: number; version: number; field: PlanField }) {
  const at = `/ke-hoach/${planId}/linh-vuc/${field.id}`;
  return <OrderedRowButtons at={at} version={version} what={`lĩnh vực ${field.name}`} />;
}

function kindsInWords(kinds: readonly string[]): string {
  const words = kinds.map((kind) => SUBJECT_KIND_NAMES[kind as SubjectKind].toLowerCase()).join(', ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
