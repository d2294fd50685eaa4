import type { Actor } from '../identity/actor.ts';
import { officesWithin } from '../offices/tree.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import { SUBJECT_KIND_NAMES, SUBJECT_KINDS } from '../subjects/kinds.ts';
import { RECORDERS } from './exemplar-judge.ts';
import { readCatalogue, SETTING } from './exemplar-world.ts';
import type { Setting } from './target.ts';

/** What is asked once for all rows of a list of exemplars. */
export async function exemplarSettings(db: Reader, actor: Actor, today: Day): Promise<Setting[]> {
  const offices = await officesWithin(db, actor, RECORDERS, today);
  const { plans, fields } = await readCatalogue(db);
  const own = actor.grants.find(({ role }) => RECORDERS.includes(role))?.officeId;
  const numbers = new Map(plans.map(({ id, number }) => [id, number]));
  return [
    {
      name: SETTING.office,
      label: 'Đơn vị, khi dòng không ghi đơn vị',
      placeholder: 'Không chọn: dòng nào cũng phải ghi đơn vị',
      options: offices.map(({ id, name }) => ({ value: String(id), label: name })),
      value: offices.some(({ id }) => id === own) ? String(own) : '',
    },
    {
      name: SETTING.plan,
      label: 'Kế hoạch',
      placeholder: 'Chưa gắn kế hoạch nào',
      options: plans.map(({ id, number }) => ({ value: String(id), label: number })),
      value: plans.length === 1 ? String(plans[0]?.id ?? '') : '',
    },
    {
      name: SETTING.field,
      label: 'Lĩnh vực, khi dòng không ghi lĩnh vực',
      placeholder: 'Chưa gắn lĩnh vực nào',
      options: fields.map(({ id, name, planId }) => ({
        value: String(id),
        label: plans.length > 1 ? `${name} (${numbers.get(planId) ?? ''})` : name,
      })),
      value: '',
    },
    {
      name: SETTING.kind,
      label: 'Loại, khi dòng và tên không nói rõ',
      placeholder: null,
      options: SUBJECT_KINDS.map((kind) => ({ value: kind, label: SUBJECT_KIND_NAMES[kind] })),
      value: 'individual',
    },
    {
      name: SETTING.names,
      label: 'Tên viết hoa toàn bộ',
      placeholder: null,
      options: [
        { value: 'proper', label: 'Ghi lại thành “Nguyễn Văn Ba”' },
        { value: 'keep', label: 'Giữ như trong tệp' },
      ],
      value: 'proper',
    },
  ];
}
