import { officeKinds } from '../offices/find.ts';
import { type OfficeInTree, officesOn } from '../offices/tree.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import { matchKind, matchOffices, type OfficeKind } from './read-offices.ts';
import type { ProposedInput } from './read-proposals.ts';

/** The offices of the plan's day, as choices for names that a text writes. */
export interface OfficesOfDay {
  /** A select of the offices that a name may mean, the likeliest chosen; any other may be chosen too. */
  input(name: string, label: string, written: string | null): ProposedInput;
  /** The same for "UBND các huyện": all of a kind below the issuing office, or one office. */
  severalInput(name: string, label: string, written: string | null): ProposedInput;
  /** What to say of a name that fits none or several. */
  note(written: string | null): string | null;
  standingBody(): OfficeInTree | null;
}

/** Loads the offices of a day and the kinds; three queries, however many names are matched. */
export async function officesOfDay(db: Reader, day: Day, issuer: string | null): Promise<OfficesOfDay> {
  const all = await officesOn(db, day);
  const kinds = await officeKinds(db);
  const standing = await db
    .selectFrom('office_duty_role')
    .select('office_id')
    .where('role', '=', 'standing_body')
    .where((eb) => eb.or([eb('valid_from', 'is', null), eb('valid_from', '<=', day)]))
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', day)]))
    .execute();
  const standingIds = new Set(standing.map(({ office_id }) => office_id));
  return choicesAmong(all, kinds, issuer, all.find(({ id }) => standingIds.has(id)) ?? null);
}

export function choicesAmong(
  all: readonly OfficeInTree[],
  kinds: readonly OfficeKind[],
  issuer: string | null,
  standingBody: OfficeInTree | null,
): OfficesOfDay {
  const names = new Map(all.map(({ id, name }) => [id, name]));
  const option = (office: OfficeInTree) => {
    const above = office.parentId === null ? undefined : names.get(office.parentId);
    return { value: String(office.id), label: above ? `${office.name} (${above})` : office.name };
  };
  const below =
    (issuer ? matchOffices(all, issuer)[0] : undefined) ?? all.find(({ parentId }) => parentId === null);
  const heads = all.filter(({ kindId }) => !isMany(all, kindId));
  return {
    standingBody: () => standingBody,
    note: (written) => noteOf(written, written ? matchOffices(all, written) : []),
    input(name, label, written) {
      const found = written ? matchOffices(all, written) : [];
      const rest = heads.filter((office) => !found.includes(office));
      const options = [{ value: '', label: '– Chọn –' }, ...[...found, ...rest].map(option)];
      return { name, label, input: 'select', value: found.length === 1 ? String(found[0]?.id) : '', options };
    },
    severalInput(name, label, written) {
      const kind = written && below ? matchKind(kinds, written) : null;
      const found = written && !kind ? matchOffices(all, written) : [];
      const named = found.map(option).map((one) => ({ ...one, value: `office:${one.value}` }));
      const options = [{ value: '', label: 'Chỉ ghi lời văn' }, ...kindChoices(all, kinds, below), ...named];
      const only = named.length === 1 ? named[0]?.value : undefined;
      const chosen = kind && below ? `kind:${kind.id}:${below.id}` : only;
      const value = options.find((one) => one.value === chosen)?.value ?? '';
      return { name, label, input: 'select', value, options };
    },
  };
}

function noteOf(written: string | null, found: readonly OfficeInTree[]): string | null {
  if (!written || found.length === 1) return null;
  return found.length === 0
    ? `Không tìm thấy “${written}” trong cây đơn vị vào ngày của kế hoạch; hãy chọn đơn vị.`
    : `“${written}” có thể là ${found.length} đơn vị; hãy chọn một.`;
}

/** Kinds of which there are hundreds are chosen by name only where the text names one. */
const MANY = 60;
const isMany = (all: readonly OfficeInTree[], kindId: string): boolean =>
  (counts(all).get(kindId) ?? 0) > MANY;

const counted = new WeakMap<readonly OfficeInTree[], Map<string, number>>();
function counts(all: readonly OfficeInTree[]): Map<string, number> {
  const known = counted.get(all);
  if (known) return known;
  const found = new Map<string, number>();
  for (const { kindId } of all) found.set(kindId, (found.get(kindId) ?? 0) + 1);
  counted.set(all, found);
  return found;
}

const kindChoices = (
  all: readonly OfficeInTree[],
  kinds: readonly OfficeKind[],
  below: OfficeInTree | undefined,
) =>
  below
    ? kindsBelow(all, below, kinds).map(({ id, name }) => ({
        value: `kind:${id}:${below.id}`,
        label: `Mọi ${name.charAt(0).toLowerCase()}${name.slice(1)} thuộc ${below.name}`,
      }))
    : [];

function kindsBelow(
  all: readonly OfficeInTree[],
  below: OfficeInTree,
  kinds: readonly OfficeKind[],
): OfficeKind[] {
  const there = new Set(
    all.filter(({ id, path }) => id !== below.id && path.includes(below.id)).map(({ kindId }) => kindId),
  );
  return kinds.filter(({ id }) => there.has(id));
}
