import { Button } from '../ui/button.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { formatDate, formatNumber } from '../ui/format.ts';
import { MoveRow, rowAnchor } from '../ui/move-row.tsx';
import { RowFields } from '../ui/row-fields.tsx';
import type { FieldOf } from '../web/field-of.ts';
import { ROWS, type RowKind, rowField, typedRows } from './forms.ts';
import type { WriteProps } from './write-page.tsx';

/** The button of this name adds a row of the kind that is its value and keeps everything typed. */
export const ADD_ROW = '_them';
const FIRST_ROWS = 2;

type RowsProps = WriteProps & { field: FieldOf };

/** How many rows are shown: those kept or typed, an empty one to go on with, and what was asked for. */
function rowsShown(props: RowsProps, kind: RowKind, kept: number): number[] {
  const typed = typedRows(props.typed, kind);
  const filled = Object.keys(props.typed).length > 0 ? typed : Math.max(kept + 1, FIRST_ROWS);
  const shown = Math.min(ROWS[kind].most, Math.max(filled, 1) + props.added[kind]);
  return Array.from({ length: shown }, (_, n) => n + 1);
}

/** Buttons that move a row; the row that is left empty at the end moves nowhere by itself. */
const moving = ({ plan }: RowsProps, list: RowKind, what: string, rows: number) => ({
  rowId: (n: number) => rowAnchor(list, n),
  move: (n: number) => (
    <MoveRow
      {...{ list, n }}
      first={n === 1}
      last={n === rows}
      what={`${what} ${n}`}
      path={`/ke-hoach-don-vi/${plan.id}/soan`}
    />
  ),
});

export function TargetRows(props: RowsProps) {
  const { targets, field } = props;
  const rows = rowsShown(props, 'targets', targets.length);
  return (
    <RowFields
      legend="Chỉ tiêu của đơn vị"
      hint="Những con số mà đơn vị tự đặt ra. Dòng để trống được bỏ qua; muốn bỏ một chỉ tiêu thì xóa hết chữ trong dòng đó."
      rowName={(n) => `Chỉ tiêu ${n}`}
      {...moving(props, 'targets', 'Chỉ tiêu', rows.length)}
      rows={rows.map((n) => {
        const kept = targets[n - 1];
        const at = (name: string, value: string | null) => field(rowField('targets', n, name), value);
        return [
          <TextField {...at('what', kept?.what ?? null)} label="Nội dung" maxlength={300} />,
          <TextField
            {...at('number', kept?.number == null ? null : formatNumber(kept.number))}
            label="Số lượng"
            inputmode="decimal"
            autocomplete="off"
          />,
          <TextField {...at('unit', kept?.unit ?? null)} label="Đơn vị tính" maxlength={60} />,
          <TextField
            {...at('due', kept?.dueOn ? formatDate(kept.dueOn) : null)}
            label="Xong trước ngày"
            inputmode="numeric"
            maxlength={10}
            autocomplete="off"
          />,
        ];
      })}
      add={rows.length < ROWS.targets.most ? <AddRow kind="targets" label="Thêm dòng chỉ tiêu" /> : null}
    />
  );
}

export function ExemplarRows(props: RowsProps) {
  const { exemplars, fields, field } = props;
  const rows = rowsShown(props, 'exemplars', exemplars.length);
  return (
    <RowFields
      legend="Điển hình dự kiến xây dựng"
      hint="Tập thể, cá nhân, hộ gia đình mà đơn vị định bồi dưỡng thành điển hình. Dòng để trống được bỏ qua."
      rowName={(n) => `Điển hình ${n}`}
      {...moving(props, 'exemplars', 'Điển hình', rows.length)}
      rows={rows.map((n) => {
        const kept = exemplars[n - 1];
        const at = (name: string, value: string | null) => field(rowField('exemplars', n, name), value);
        return [
          <TextField {...at('name', kept?.name ?? null)} label="Tên, nơi ở" maxlength={200} />,
          <SelectField
            {...at('field', kept?.fieldId ? String(kept.fieldId) : null)}
            label="Lĩnh vực"
            placeholder="Chưa chọn"
            options={fields.map(({ id, name }) => ({ value: String(id), label: name }))}
          />,
          <TextField {...at('note', kept?.note ?? null)} label="Xây dựng về việc gì" maxlength={500} />,
        ];
      })}
      add={rows.length < ROWS.exemplars.most ? <AddRow kind="exemplars" label="Thêm dòng điển hình" /> : null}
    />
  );
}

const AddRow = ({ kind, label }: { kind: RowKind; label: string }) => (
  <Button name={ADD_ROW} value={kind} small icon="plus">
    {label}
  </Button>
);
