import { type Actor, REACH_NAMES, REACHES, ROLE_NAMES, ROLES } from '../../identity/actor.ts';
import { mayGive } from '../../identity/rules.ts';
import { type FoundOffice, searchOffices } from '../../offices/find.ts';
import type { Reader } from '../../platform/db.ts';
import type { FieldErrors } from '../../platform/outcome.ts';
import { DateField, RadioGroup, SelectField, TextField } from '../../ui/field.tsx';
import { formatDate } from '../../ui/format.ts';
import type { Typed } from '../form.ts';

/** What the fields show: the offices that were found, and what was typed so far. */
export interface GrantDraft {
  typed: Typed;
  errors: FieldErrors;
  /** Null before anything was searched for. */
  offices: readonly FoundOffice[] | null;
}

const SHOWN = 20;
const value = (typed: Typed, name: string): string => {
  const one = typed[name];
  return typeof one === 'string' ? one : '';
};

/** Reads the offices for the words typed so far: those in which the actor may give roles. */
export async function grantDraft(
  db: Reader,
  actor: Actor,
  typed: Typed,
  errors: FieldErrors = {},
): Promise<GrantDraft> {
  const words = value(typed, 'timDonVi').trim().slice(0, 100);
  if (!words) return { typed, errors, offices: null };
  const found = await searchOffices(db, words, 200);
  const within = found.filter((office) => mayGive(actor, { officePath: office.path, reach: 'own' }));
  const chosen = Number(value(typed, 'donVi'));
  // what was chosen stays in sight when the list is long
  const first = within.filter((office) => office.id === chosen);
  const rest = within.filter((office) => office.id !== chosen);
  return { typed, errors, offices: [...first, ...rest].slice(0, SHOWN) };
}

/**
 * The fields of a grant. The office is found without a script: "Tìm đơn vị" sends the same form as a GET to
 * `searchAction`, which shows it again with the offices found.
 */
export function GrantFields({ draft, searchAction }: { draft: GrantDraft; searchAction: string }) {
  const { typed, errors } = draft;
  return (
    <>
      <SelectField
        name="vaiTro"
        label="Vai trò"
        required
        width="half"
        value={value(typed, 'vaiTro')}
        options={ROLES.map((role) => ({ value: role, label: ROLE_NAMES[role] }))}
        error={errors.vaiTro}
      />
      <TextField
        name="timDonVi"
        label="Tìm đơn vị"
        hint="Gõ một phần tên, có dấu hoặc không dấu, hoặc mã đơn vị."
        required
        type="search"
        value={value(typed, 'timDonVi')}
        error={draft.offices === null ? errors.donVi : undefined}
      />
      <button
        class="button is-secondary"
        type="submit"
        formmethod="get"
        formaction={searchAction}
        formnovalidate
      >
        Tìm đơn vị
      </button>
      <FoundOffices draft={draft} />
      <RadioGroup
        name="phamVi"
        label="Phạm vi"
        required
        value={value(typed, 'phamVi') || 'own'}
        options={REACHES.map((reach) => ({ value: reach, label: upperFirst(REACH_NAMES[reach]) }))}
        error={errors.phamVi}
      />
      <DateField
        name="tuNgay"
        label="Từ ngày"
        hint="Để trống: từ hôm nay. Ví dụ 15/11/2018"
        value={value(typed, 'tuNgay')}
        error={errors.tuNgay}
      />
      <DateField
        name="denNgay"
        label="Đến hết ngày"
        hint="Để trống: không thời hạn."
        value={value(typed, 'denNgay')}
        error={errors.denNgay}
      />
    </>
  );
}

function FoundOffices({ draft: { typed, errors, offices } }: { draft: GrantDraft }) {
  if (offices === null) return null;
  if (offices.length === 0)
    return (
      <p role="status">
        Không có đơn vị nào mang tên như vậy trong phạm vi quản trị của bạn; hãy gõ cách khác.
      </p>
    );
  const only = offices.length === 1 ? String(offices[0]?.id) : '';
  return (
    <RadioGroup
      name="donVi"
      label="Đơn vị"
      hint={offices.length === SHOWN ? `Chỉ hiện ${SHOWN} đơn vị gần nhất với từ đã gõ.` : undefined}
      required
      value={value(typed, 'donVi') || only}
      options={offices.map((office) => ({
        value: String(office.id),
        label: office.name,
        hint: describe(office),
      }))}
      error={errors.donVi}
    />
  );
}

/** 'xã · thuộc Huyện Đoan Hùng · đến 30/06/2025': names alone do not tell two offices apart. */
function describe(office: FoundOffice): string {
  const above = office.parentName ? `thuộc ${office.parentName}` : null;
  const ended = office.validTo ? `đến ${formatDate(office.validTo)}` : null;
  return [office.kindName, above, ended].filter(Boolean).join(' · ');
}

const upperFirst = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
