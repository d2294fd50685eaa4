import type { FoundOffice, OfficeInView } from '../../offices/find.ts';
import { Button, ButtonLink, ButtonRow } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { CheckboxField, CheckboxGroup, DateField, RadioGroup, TextField } from '../../ui/field.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Section } from '../../ui/panel.tsx';
import { RefusalList } from '../../ui/refusal-list.tsx';
import { HiddenFields } from '../hidden-fields.tsx';
import type { Again } from './office-form.tsx';
import { periodInWords } from './words.ts';

export interface SucceedPageProps extends Again {
  office: OfficeInView;
  /** What was searched for, and what was found. */
  text: string;
  found: readonly FoundOffice[];
}

/** Who follows whom, in two steps without a script: look for the other offices, then tick them. */
export function SucceedPage({ office, text, found, errors, reasons, typed }: SucceedPageProps) {
  const path = `/don-vi/${office.id}/ke-thua`;
  const one = (name: string) => (typeof typed[name] === 'string' ? (typed[name] as string) : null);
  const ticked = [typed.others ?? []].flat();
  return (
    <>
      <PageHead
        title={`Ghi kế thừa của ${office.name}`}
        crumbs={[
          { label: 'Đơn vị', href: '/don-vi' },
          { label: office.name, href: `/don-vi/${office.id}` },
          { label: 'Ghi kế thừa' },
        ]}
        lead="Sáp nhập, chia tách, đổi tên từ một ngày. Hồ sơ cũ giữ tên cũ và dẫn tới đơn vị mới. Đơn vị mới phải được thêm trước."
      />
      <div class="stack">
        <form method="get" action={path}>
          <TextField
            name="q"
            type="search"
            label="1. Tìm đơn vị bên kia"
            value={text}
            hint="Tên không cần dấu, hoặc mã"
            required
          />
          <ButtonRow>
            <Button>Tìm</Button>
          </ButtonRow>
        </form>
        {text && found.length === 0 ? <p>Không có đơn vị nào khớp với “{text}”.</p> : null}
        {found.length > 0 ? (
          <Section id="chon" title="2. Chọn và ghi">
            <form method="post" action={`${path}?q=${encodeURIComponent(text)}`}>
              <ErrorSummary errors={errors} />
              <RefusalList title="Chưa ghi được" reasons={reasons} />
              <HiddenFields typed={typed} />
              <CheckboxGroup
                name="others"
                label="Đơn vị bên kia"
                required
                error={errors.others}
                values={ticked}
                options={found
                  .filter((other) => other.id !== office.id)
                  .map((other) => ({
                    value: String(other.id),
                    label: other.name,
                    hint: [other.parentName, periodInWords(other)].filter(Boolean).join(' · '),
                  }))}
              />
              <RadioGroup
                name="direction"
                label="Chiều kế thừa"
                required
                error={errors.direction}
                value={one('direction') ?? 'after'}
                options={[
                  { value: 'after', label: `Các đơn vị được chọn kế thừa ${office.name}` },
                  { value: 'before', label: `${office.name} kế thừa các đơn vị được chọn` },
                ]}
              />
              <DateField
                name="onDate"
                label="Từ ngày"
                required
                value={one('onDate')}
                error={errors.onDate}
                hint="Ngày đầu tiên của đơn vị mới, ví dụ 01/07/2025"
              />
              <TextField
                name="basis"
                label="Căn cứ"
                required
                value={one('basis')}
                error={errors.basis}
                hint="Ví dụ: Nghị quyết 1676/NQ-UBTVQH15"
              />
              <CheckboxField
                name="endFrom"
                label="Đơn vị cũ ngừng hoạt động từ ngày này"
                hint="Bỏ chọn khi chỉ một phần của đơn vị cũ chuyển đi."
                checked={Object.keys(typed).length === 0 || typed.endFrom !== undefined}
                required
              />
              <ButtonRow>
                <Button kind="primary">Ghi kế thừa</Button>
                <ButtonLink kind="quiet" href={`/don-vi/${office.id}`}>
                  Không ghi, quay lại
                </ButtonLink>
              </ButtonRow>
            </form>
          </Section>
        ) : null}
      </div>
    </>
  );
}
