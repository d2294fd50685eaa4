import { AUDIT_KINDS, type AuditKind, verbOf } from '../../audit/kinds.ts';
import { DateField, SelectField, TextField } from '../../ui/field.tsx';
import { FilterBar, type FilterChip } from '../../ui/filter.tsx';
import { formatDate } from '../../ui/format.ts';
import { queryDay, queryNumber, queryText, withQuery } from '../query.ts';
import type { Visit } from '../visit.ts';
import { type EventFilter, kindsBelow } from './events.ts';

export const PATH = '/nhat-ky';

/** Groups of kinds as they stand in the list of choices, by the first word of the kind. */
const GROUPS: Record<string, string> = {
  exemplar: 'Điển hình',
  report: 'Báo cáo',
  plan: 'Kế hoạch',
  office: 'Đơn vị',
  session: 'Đăng nhập',
  account: 'Tài khoản',
  setup: 'Khởi tạo',
  sample: 'Dữ liệu mẫu',
  clock: 'Ngày của bản mẫu',
};

/** The parameters of the address. */
export interface Asked {
  loai: string;
  nguoi: string;
  tu: string;
  den: string;
  doiTuong: string;
  so: number | null;
}

export function readFilter(visit: Visit): { asked: Asked; filter: EventFilter } {
  const kind = queryText(visit, 'loai', 60);
  const asked: Asked = {
    loai: isKind(kind) ? kind : '',
    nguoi: queryText(visit, 'nguoi', 100),
    tu: queryDay(visit, 'tu') ?? '',
    den: queryDay(visit, 'den') ?? '',
    doiTuong: queryText(visit, 'doiTuong', 30),
    so: queryNumber(visit, 'so'),
  };
  return {
    asked,
    filter: {
      kind: asked.loai ? (asked.loai as AuditKind) : null,
      person: asked.nguoi,
      from: asked.tu || null,
      to: asked.den || null,
      thing: asked.doiTuong && asked.so ? { kind: asked.doiTuong, id: asked.so } : null,
      before: queryNumber(visit, 'truoc'),
    },
  };
}

const isKind = (text: string): boolean =>
  Object.hasOwn(AUDIT_KINDS, text) || (text.endsWith('.*') && Object.hasOwn(GROUPS, text.slice(0, -2)));

export function JournalFilter({ asked }: { asked: Asked }) {
  const without = (...names: (keyof Asked)[]) =>
    withQuery(PATH, { ...asked, ...Object.fromEntries(names.map((name) => [name, null])) });
  const chips: FilterChip[] = [];
  if (asked.loai) chips.push({ label: kindInWords(asked.loai), removeHref: without('loai') });
  if (asked.nguoi) chips.push({ label: `Người: ${asked.nguoi}`, removeHref: without('nguoi') });
  if (asked.tu) chips.push({ label: `Từ ${formatDate(asked.tu)}`, removeHref: without('tu') });
  if (asked.den) chips.push({ label: `Đến ${formatDate(asked.den)}`, removeHref: without('den') });
  if (asked.doiTuong && asked.so)
    chips.push({ label: 'Chỉ một đối tượng', removeHref: without('doiTuong', 'so') });
  const keep: Record<string, string> =
    asked.doiTuong && asked.so ? { doiTuong: asked.doiTuong, so: String(asked.so) } : {};
  return (
    <FilterBar action={PATH} chips={chips} clearHref={PATH} keep={keep}>
      <SelectField
        name="loai"
        label="Việc"
        placeholder="Mọi việc"
        value={asked.loai}
        groups={Object.entries(GROUPS).map(([prefix, label]) => ({
          label,
          options: optionsOf(prefix, label),
        }))}
      />
      <TextField name="nguoi" label="Người thực hiện" type="search" value={asked.nguoi} />
      <DateField name="tu" label="Từ ngày" hint="" value={asked.tu} />
      <DateField name="den" label="Đến ngày" hint="" value={asked.den} />
    </FilterBar>
  );
}

function optionsOf(prefix: string, label: string) {
  const kinds = kindsBelow(`${prefix}.*`);
  const each = kinds.map((kind) => ({ value: kind as string, label: kindInWords(kind) }));
  return kinds.length > 1 ? [{ value: `${prefix}.*`, label: `${label}: mọi việc` }, ...each] : each;
}

/** 'exemplar.proposed' → 'Đề nghị'; 'exemplar.*' → 'Điển hình: mọi việc' */
function kindInWords(kind: string): string {
  if (kind.endsWith('.*')) return `${GROUPS[kind.slice(0, -2)]}: mọi việc`;
  const deed = verbOf(kind).replace(/^đã /, '');
  return deed.charAt(0).toUpperCase() + deed.slice(1);
}
