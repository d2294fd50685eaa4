import { z } from 'zod';
import { TextField } from '../ui/field.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { optionalText, text } from '../web/form-fields.ts';
import type { Route } from '../web/route.ts';
import { addAlias, removeAlias } from './alias.ts';
import { aliasesOf } from './alias-queries.ts';
import { type SubjectForm, subjectFormRoutes } from './form-routes.tsx';

const ANCHOR = 'thong-tin';

const aliasForm = z.object({
  name: text('tên khác', 200),
  note: optionalText('ghi chú', 300),
});

const add: SubjectForm<z.infer<typeof aliasForm>> = {
  path: 'ten-khac/moi',
  title: 'Thêm tên khác',
  anchor: ANCHOR,
  schema: aliasForm,
  said: 'Đã thêm tên khác.',
  command: addAlias,
  fields: (_visit, subject, field) => (
    <>
      <p>
        Tên đang dùng: <strong>{subject.fullName}</strong>. Tên khác cũng được dùng khi tìm và khi dò trùng.
      </p>
      <TextField
        {...field('name')}
        label="Tên khác"
        hint="Tên thường gọi, tên cũ, tên viết tắt, tên ghi trong giấy tờ khác."
        maxlength={200}
        required
      />
      <TextField
        {...field('note')}
        label="Ghi chú"
        hint="Dùng khi nào, ở đâu. Ví dụ: tên cũ trước khi sáp nhập năm 2016."
        maxlength={300}
      />
    </>
  ),
};

const remove: SubjectForm<Record<string, unknown>> = {
  path: 'ten-khac/:item/bo',
  title: 'Bỏ tên khác',
  anchor: ANCHOR,
  schema: z.object({}),
  said: 'Đã bỏ tên khác.',
  button: 'Bỏ tên này',
  danger: true,
  command: (acting, { id, version, item }) => removeAlias(acting, { id, version, aliasId: item }),
  async fields(visit, subject, _field, item) {
    const alias = (await aliasesOf(visit.get('deps').db, subject.id)).find(({ id }) => id === item);
    if (!alias) return null;
    return (
      <>
        <p>Chỉ bỏ tên ghi nhầm. Việc bỏ được ghi vào lịch sử.</p>
        <SummaryList
          items={[{ label: 'Tên khác', value: alias.name, ...(alias.note ? { note: alias.note } : {}) }]}
        />
      </>
    );
  },
};

export const aliasRoutes: Route[] = [...subjectFormRoutes(add), ...subjectFormRoutes(remove)];
