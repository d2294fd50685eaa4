import { z } from 'zod';
import { DateField, TextArea, TextField } from '../ui/field.tsx';
import { Fold } from '../ui/fold.tsx';
import { formatDate, parseDate } from '../ui/format.ts';
import { optionalText } from '../web/form-fields.ts';
import { editBasis, editMovements, editUnitPlanParts } from './edit-lists.ts';
import { MovableRow, type RowProps } from './movable-row.tsx';
import { planFormRoutes } from './plan-form.tsx';
import type { Basis } from './queries.ts';
import { filledRows, linesOf, shownRows, type TypedRow, typedRows } from './rows.ts';

const basisForm = z.looseObject({}).transform((typed, context): { basis: Basis[] } => ({
  basis: typedRows(typed, 'basis').map(({ n, row }) => {
    const wrong = (column: string, message: string) =>
      context.addIssue({ code: 'custom', path: [`basis.${n}.${column}`], message });
    if (!row.number) wrong('number', 'Hãy ghi số, ký hiệu của văn bản căn cứ.');
    if (!row.kind) wrong('kind', 'Hãy ghi loại văn bản, ví dụ Chỉ thị.');
    if (!row.issuer) wrong('issuer', 'Hãy ghi cơ quan ban hành văn bản căn cứ.');
    const datedOn = row.datedOn ? parseDate(row.datedOn) : null;
    if (row.datedOn && !datedOn)
      wrong('datedOn', `“${row.datedOn}” không phải là ngày; hãy ghi như 07/04/2014.`);
    return {
      number: row.number ?? '',
      kind: row.kind ?? '',
      issuer: row.issuer ?? '',
      datedOn,
      about: row.about || null,
    };
  }),
}));

const keptBasis = (basis: readonly Basis[]): TypedRow[] =>
  basis.map(({ datedOn, about, ...one }) => ({
    ...one,
    datedOn: datedOn ? formatDate(datedOn) : '',
    about: about ?? '',
  }));

function BasisRow({ n, row, filled, shown }: RowProps) {
  const at = (column: string) => {
    const name = `basis.${n}.${column}`;
    return { name, value: row[column] ?? '', error: shown.errors[name] };
  };
  const isEmpty = Object.values(row).every((value) => !value);
  return (
    <MovableRow {...{ n, filled, shown }} list="basis" path="can-cu" what="Văn bản">
      <Fold
        summary={isEmpty ? `Văn bản ${n + 1} (để trống nếu không có)` : `${row.kind} ${row.number}`}
        open={isEmpty ? n === 0 : Object.keys(shown.errors).some((name) => name.startsWith(`basis.${n}.`))}
      >
        <TextField {...at('kind')} label="Loại văn bản" width="half" />
        <TextField {...at('number')} label="Số, ký hiệu" width="half" />
        <TextField {...at('issuer')} label="Cơ quan ban hành" />
        <DateField {...at('datedOn')} label="Ngày ban hành" />
        <TextArea {...at('about')} label="Về việc" rows={2} />
      </Fold>
    </MovableRow>
  );
}

const basis = planFormRoutes({
  path: 'can-cu',
  title: 'Văn bản căn cứ',
  lead: 'Các văn bản mà kế hoạch dựa vào. Để bỏ một văn bản, xóa trắng các ô của văn bản đó.',
  schema: basisForm,
  said: 'Đã lưu văn bản căn cứ.',
  keepsDraft: true,
  movable: ['basis'],
  command: editBasis,
  fields: (_visit, shown) => (
    <>
      {shownRows(shown.typed, 'basis', keptBasis(shown.draft.basis)).map((row, n, all) => (
        <BasisRow n={n} row={row} filled={filledRows(all)} shown={shown} />
      ))}
    </>
  ),
});

const MOST_LINES = 40;
const LONGEST_LINE = 300;

/** One thing a line; a list that is too long, or a line that is no name, is told. */
const linesForm = (what: string) =>
  z.object({ names: optionalText(what, 20_000) }).transform(({ names }, context) => {
    const lines = [...new Set(linesOf(names))];
    const wrong = (message: string) => context.addIssue({ code: 'custom', path: ['names'], message });
    if (lines.length > MOST_LINES) wrong(`Nhiều quá ${MOST_LINES} dòng; hãy gộp lại.`);
    const long = lines.find((line) => line.length > LONGEST_LINE);
    if (long) wrong(`Dòng “${long.slice(0, 40)}…” dài quá ${LONGEST_LINE} ký tự; hãy viết gọn lại.`);
    return { names: lines };
  });

const parts = planFormRoutes({
  path: 'phan-ke-hoach',
  title: 'Phần phải có trong kế hoạch của đơn vị',
  lead: 'Mỗi đơn vị viết kế hoạch của mình theo đúng các phần này, theo thứ tự.',
  schema: linesForm('các phần'),
  said: 'Đã lưu các phần của kế hoạch đơn vị.',
  command: editUnitPlanParts,
  fields: (_visit, { field, draft }) => (
    <TextArea
      {...field('names', draft.unitPlanParts.join('\n'))}
      label="Các phần, mỗi dòng một phần"
      rows={8}
    />
  ),
});

const movements = planFormRoutes({
  path: 'phong-trao',
  title: 'Phong trào, cuộc vận động',
  lead: 'Nơi phát hiện điển hình. Phong trào đã có điển hình thì không bỏ được.',
  schema: linesForm('các phong trào'),
  said: 'Đã lưu các phong trào.',
  command: editMovements,
  fields: (_visit, { field, draft }) => (
    <TextArea
      {...field('names', draft.movements.join('\n'))}
      label="Các phong trào, mỗi dòng một phong trào"
      rows={6}
    />
  ),
});

export const listRoutes = [...basis, ...parts, ...movements];
