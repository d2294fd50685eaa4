import { z } from 'zod';
import { TextArea, TextField } from '../ui/field.tsx';
import { Fold } from '../ui/fold.tsx';
import { editStages } from './edit-lists.ts';
import { MovableRow, type RowProps } from './movable-row.tsx';
import { spanInWords } from './pages-when.ts';
import { planFormRoutes } from './plan-form.tsx';
import type { Stage } from './queries.ts';
import { filledRows, linesOf, shownRows, type TypedRow, typedRows } from './rows.ts';
import { parseSpan } from './stage-when.ts';

const stagesForm = z.looseObject({}).transform((typed, context): { stages: Stage[] } => ({
  stages: typedRows(typed, 'stages').flatMap(({ n, row }): Stage[] => {
    const wrong = (column: string, message: string) =>
      context.addIssue({ code: 'custom', path: [`stages.${n}.${column}`], message });
    const span = parseSpan(row.when ?? '');
    if (!row.name) wrong('name', 'Hãy ghi tên giai đoạn.');
    if (!span) {
      wrong(
        'when',
        row.when
          ? `“${row.when}” không phải là thời gian, hoặc kết thúc trước khi bắt đầu; hãy ghi như Quý II/2016, 2017–2019 hay 10/05/2016.`
          : 'Hãy ghi thời gian của giai đoạn.',
      );
      return [];
    }
    return [{ name: row.name ?? '', ...span, who: row.who || null, duties: linesOf(row.duties) }];
  }),
}));

const keptStages = (stages: readonly Stage[]): TypedRow[] =>
  stages.map((stage) => ({
    name: stage.name,
    when: spanInWords(stage),
    who: stage.who ?? '',
    duties: stage.duties.join('\n'),
  }));

function StageRow({ n, row, filled, shown }: RowProps) {
  const at = (column: string) => {
    const name = `stages.${n}.${column}`;
    return { name, value: row[column] ?? '', error: shown.errors[name] };
  };
  const isEmpty = Object.values(row).every((value) => !value);
  return (
    <MovableRow {...{ n, filled, shown }} list="stages" path="giai-doan" what="Giai đoạn">
      <Fold
        summary={isEmpty ? `Giai đoạn ${n + 1} (để trống nếu không có)` : `${row.name} – ${row.when}`}
        open={isEmpty ? n === 0 : Object.keys(shown.errors).some((name) => name.startsWith(`stages.${n}.`))}
      >
        <TextField {...at('name')} label="Tên giai đoạn" />
        <TextField
          {...at('when')}
          label="Thời gian"
          hint="Như văn bản viết: Quý II/2016 · 2017–2019 · tháng 11/2016 · 10/05/2016–15/06/2016"
          width="half"
        />
        <TextField {...at('who')} label="Đơn vị thực hiện" />
        <TextArea {...at('duties')} label="Việc phải làm, mỗi dòng một việc" rows={4} />
      </Fold>
    </MovableRow>
  );
}

export const stageRoutes = planFormRoutes({
  path: 'giai-doan',
  title: 'Giai đoạn',
  lead: 'Thời gian giữ đúng độ chính xác của văn bản: ngày, tháng, quý hay năm. Để bỏ một giai đoạn, xóa trắng các ô của giai đoạn đó.',
  schema: stagesForm,
  said: 'Đã lưu các giai đoạn.',
  keepsDraft: true,
  movable: ['stages'],
  command: editStages,
  fields: (_visit, shown) => (
    <>
      {shownRows(shown.typed, 'stages', keptStages(shown.draft.stages)).map((row, n, all) => (
        <StageRow n={n} row={row} filled={filledRows(all)} shown={shown} />
      ))}
    </>
  ),
});
