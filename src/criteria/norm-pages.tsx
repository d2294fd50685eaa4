import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { DateField, NumberField, TextArea, TextField } from '../ui/field.tsx';
import { formatDate, formatNumber } from '../ui/format.ts';
import { PageHead } from '../ui/page-head.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { DataTable } from '../ui/table.tsx';
import { fieldOf } from '../web/field-of.ts';
import type { Typed } from '../web/form.ts';
import { HiddenFields } from '../web/hidden-fields.tsx';
import { inForce } from './norm.ts';
import type { NormRow } from './norm-queries.ts';
import { withUnit } from './rule-words.ts';
import { NORMS_PATH, SourceWords } from './set-words.tsx';

const CRUMBS = [
  { label: 'Danh mục', href: '/danh-muc' },
  { label: 'Định mức', href: NORMS_PATH },
];

/** Every norm at every time and place; what is not known says so. */
export function NormsPage({
  norms,
  today,
  mayWrite,
}: {
  norms: readonly NormRow[];
  today: string;
  mayWrite: boolean;
}) {
  return (
    <>
      <PageHead
        title="Định mức"
        crumbs={[{ label: 'Danh mục', href: '/danh-muc' }, { label: 'Định mức' }]}
        lead="Những con số do văn bản đặt ra, có ngày hiệu lực và nơi áp dụng, mà tiêu chí so với. Khi thay đổi, ghi một dòng mới với ngày của nó; chưa biết bao nhiêu thì ghi là chưa rõ, không đoán."
        actions={
          mayWrite ? (
            <ButtonLink href={`${NORMS_PATH}/moi`} icon="plus" kind="primary">
              Ghi định mức
            </ButtonLink>
          ) : null
        }
      />
      <DataTable
        caption="Các định mức"
        captionHidden
        columns={[
          { key: 'name', label: 'Định mức', width: 'wide' },
          { key: 'region', label: 'Nơi áp dụng' },
          { key: 'value', label: 'Mức', align: 'end' },
          { key: 'days', label: 'Thời gian' },
          { key: 'source', label: 'Nguồn', width: 'wide' },
        ]}
        rows={norms.map((norm) => ({
          name: (
            <>
              {mayWrite ? <a href={`${NORMS_PATH}/${norm.id}`}>{norm.name}</a> : norm.name}
              {norm.note ? <span class="summary-note">{norm.note}</span> : null}
            </>
          ),
          region: norm.region ?? 'mọi nơi',
          value: norm.value === null ? <span class="unknown">chưa rõ</span> : withUnit(norm.value, norm.unit),
          days: (
            <>
              từ {formatDate(norm.validFrom)}
              {norm.validTo ? ` đến ${formatDate(norm.validTo)}` : ''}
              {inForce(norm, today) ? (
                <span class="summary-note">
                  <StateTag tone="good" word="đang áp dụng" />
                </span>
              ) : null}
            </>
          ),
          source: <SourceWords source={norm.source} />,
        }))}
        empty="Chưa có định mức nào."
      />
    </>
  );
}

export interface NormFormProps {
  /** Null: a new one. */
  norm: NormRow | null;
  regions: readonly string[];
  errors: FieldErrors;
  reasons: readonly Reason[];
  typed: Typed;
}

export function NormFormPage({ norm, regions, errors, reasons, typed }: NormFormProps) {
  const title = norm ? 'Sửa định mức' : 'Ghi định mức';
  const field = fieldOf(typed, errors);
  return (
    <>
      <PageHead
        title={title}
        crumbs={[...CRUMBS, { label: norm?.name ?? 'Ghi mới' }]}
        lead="Đánh giá đã làm giữ nguyên kết quả và lời giải thích của ngày hôm đó."
      />
      <form method="post" class="form" action={`${NORMS_PATH}/${norm?.id ?? 'moi'}`}>
        <ErrorSummary errors={errors} />
        <RefusalList title="Chưa lưu được" reasons={reasons} />
        <HiddenFields typed={typed} version={norm?.version ?? null} />
        <TextField
          {...field('name', norm?.name)}
          label="Tên định mức"
          required
          hint="Các dòng cùng tên là một định mức ở những thời gian, nơi khác nhau."
        />
        <TextField
          {...field('region', norm?.region)}
          label="Nơi áp dụng"
          hint={`Trùng tên một nhóm của bộ tiêu chí${regions.length > 0 ? `: ${regions.join('; ')}` : ''}. Để trống: mọi nơi.`}
        />
        <NumberField
          {...field('value', norm?.value === null || !norm ? null : formatNumber(norm.value))}
          label="Mức"
          hint="Bỏ trống nếu chưa biết: tiêu chí so với định mức này sẽ là chưa rõ."
        />
        <TextField {...field('unit', norm?.unit)} label="Đơn vị tính" required width="half" />
        <DateField {...field('validFrom', norm?.validFrom)} label="Áp dụng từ ngày" required />
        <DateField
          {...field('validTo', norm?.validTo)}
          label="Đến hết ngày"
          hint="Để trống nếu chưa thay đổi."
        />
        <TextField
          {...field('source', norm?.source)}
          label="Nguồn"
          required
          hint="Văn bản, điều khoản, địa chỉ trang."
        />
        <TextArea {...field('note', norm?.note)} label="Ghi chú" rows={2} />
        <ButtonRow>
          <Button kind="primary">Lưu</Button>
          <ButtonLink kind="quiet" href={NORMS_PATH}>
            Không lưu, quay lại
          </ButtonLink>
        </ButtonRow>
      </form>
    </>
  );
}
