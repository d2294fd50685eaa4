import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { Button, ButtonRow } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { NumberField, SelectField } from '../ui/field.tsx';
import { Fold } from '../ui/fold.tsx';
import { formatCount } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Section } from '../ui/panel.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import type { Typed } from '../web/form.ts';
import { HiddenFields } from '../web/hidden-fields.tsx';
import type { Batch } from './batch.ts';
import { letterOf } from './column-letter.ts';
import { NUMBER_COLUMN } from './head.ts';
import { nameOf } from './list-page.tsx';
import { FONT_OPTIONS, FoundFont } from './match-words.tsx';
import { dropPath, IMPORTS_PATH, matchPath } from './paths.ts';
import type { Proposal } from './propose.ts';
import type { RawRow } from './raw-table.ts';
import type { ImportTarget } from './target.ts';

export interface MatchPageProps {
  batch: Batch;
  target: ImportTarget;
  /** Names of the tables with their numbers of rows. */
  tables: readonly { name: string; rows: number }[];
  proposal: Proposal;
  typed: Typed;
  errors: FieldErrors;
  reasons: readonly Reason[];
}

/** Columns of the list are told from their heads by the program, and by a person for good. */
export function MatchPage(props: MatchPageProps) {
  const { batch, target, proposal, typed, errors, reasons } = props;
  const { choices, settings, table, remembered } = proposal;
  const shownOf = (name: string, proposed: string): string => {
    const value = typed[name];
    return typeof value === 'string' ? value : proposed;
  };
  return (
    <>
      <PageHead
        title="Ghép cột"
        kicker={nameOf(batch)}
        crumbs={[{ label: 'Nhập danh sách', href: IMPORTS_PATH }, { label: 'Ghép cột' }]}
        lead={`Bước 2/4. ${target.about} Chọn mỗi cột trong tệp là gì; cột không cần thì để “Không đọc”.`}
      />
      {remembered ? (
        <Notice tone="info">Đã điền sẵn theo cách đơn vị ghép danh sách cùng kiểu lần trước.</Notice>
      ) : null}
      {table.fonts.map((font) => (
        <FoundFont font={font} />
      ))}
      <ReadAgain {...props} />
      <form method="post" class="form" action={matchPath(batch.id)}>
        <ErrorSummary errors={errors} />
        <RefusalList title="Chưa thực hiện được" reasons={reasons} />
        <HiddenFields typed={typed} version={batch.version} />
        <input type="hidden" name="bang" value={String(choices.table)} />
        <input type="hidden" name="phong" value={choices.font} />
        <input type="hidden" name="dau_tu" value={String(choices.headFrom)} />
        <input type="hidden" name="dau_den" value={String(choices.headTo)} />
        <Section id="cot" title="Các cột trong tệp">
          {columnsIn(proposal).map(({ column, label, examples }) => (
            <SelectField
              name={`cot_${column}`}
              label={label}
              required
              hint={examples}
              options={fieldOptions(proposal)}
              placeholder="Không đọc"
              value={shownOf(`cot_${column}`, choices.columns[column] ?? '')}
              error={errors[`cot_${column}`]}
            />
          ))}
          <SelectField
            name="muc"
            label="Dòng tiêu đề mục (ví dụ “I. Cấp huyện”, “1. Xã Thanh Sơn”) nói về"
            options={target.fields
              .filter(({ join }) => join === 'first')
              .map(({ key, label }) => ({ value: key, label }))}
            placeholder="Bỏ qua"
            value={shownOf('muc', choices.sectionField ?? '')}
          />
        </Section>
        <Section id="chung" title="Dùng chung cho mọi dòng">
          {settings.map((setting) => (
            <SelectField
              name={`chung_${setting.name}`}
              label={setting.label}
              hint={setting.hint}
              required
              options={setting.options}
              placeholder={setting.placeholder}
              value={shownOf(`chung_${setting.name}`, choices.settings[setting.name] ?? setting.value)}
              error={errors[`chung_${setting.name}`]}
            />
          ))}
        </Section>
        <ButtonRow>
          <Button kind="primary">Xem trước</Button>
          <Button kind="quiet" formaction={dropPath(batch.id)}>
            Bỏ danh sách này
          </Button>
        </ButtonRow>
      </form>
    </>
  );
}

/** Another table, another head, another font: the same page read anew. */
function ReadAgain({ batch, tables, proposal: { choices, table, head } }: MatchPageProps) {
  const where =
    head.from === 0 ? 'không thấy dòng đầu bảng' : `đầu bảng ở dòng ${linesOf(head.from, head.to)}`;
  return (
    <Fold
      open={head.from === 0}
      summary={`Đang đọc “${table.name}”: ${formatCount(table.rows.length)} dòng có chữ, ${where}. Chưa đúng?`}
    >
      <form method="get" class="form" action={matchPath(batch.id)}>
        {tables.length > 1 ? (
          <SelectField
            name="bang"
            label="Trang tính hoặc bảng"
            required
            placeholder={null}
            options={tables.map(({ name, rows }, n) => ({
              value: String(n),
              label: `${name} (${formatCount(rows)} dòng)`,
            }))}
            value={String(choices.table)}
          />
        ) : (
          <input type="hidden" name="bang" value={String(choices.table)} />
        )}
        <NumberField
          name="dau_tu"
          label="Đầu bảng từ dòng"
          hint="Số dòng như trong Excel; 0 nếu không có."
          required
          value={String(head.from)}
        />
        <NumberField name="dau_den" label="Đến dòng" required value={String(head.to)} />
        <SelectField
          name="phong"
          label="Phông chữ"
          required
          placeholder={null}
          options={FONT_OPTIONS}
          value={choices.font}
        />
        <ButtonRow>
          <Button>Đọc lại bảng</Button>
        </ButtonRow>
      </form>
    </Fold>
  );
}

const linesOf = (from: number, to: number): string => (from === to ? String(from) : `${from}–${to}`);

const fieldOptions = ({ fields }: Proposal) => [
  ...fields.map(({ key, label }) => ({ value: key, label })),
  { value: NUMBER_COLUMN, label: 'Số thứ tự' },
];

const MOST_EXAMPLES = 3;
const LONGEST_EXAMPLE = 40;

/** Columns that hold anything below the head, each with what stands in it. */
function columnsIn({ table, head }: Proposal) {
  const below = table.rows.filter(({ no }) => no > head.to);
  return head.labels.flatMap((label, column) => {
    const said = examplesOf(below, column);
    if (said.length === 0 && label === '') return [];
    const examples = said.length === 0 ? 'Cột trống.' : `Ví dụ: ${said.join(' · ')}`;
    return [{ column, label: `Cột ${letterOf(column)}${label ? `: ${label}` : ''}`, examples }];
  });
}

function examplesOf(rows: readonly RawRow[], column: number): string[] {
  const said = new Set<string>();
  for (const { cells } of rows) {
    const text = (cells[column] ?? '').replace(/\s+/g, ' ').trim();
    if (text !== '') said.add(text.length > LONGEST_EXAMPLE ? `${text.slice(0, LONGEST_EXAMPLE)}…` : text);
    if (said.size >= MOST_EXAMPLES) break;
  }
  return [...said];
}
