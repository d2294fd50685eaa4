import type { Actor } from '../identity/actor.ts';
import type { FieldErrors, Reason } from '../platform/outcome.ts';

/** Why an actor may not write the emulation blocs; null when they may: the standing body of all, and administrators. */
export function refusalToKeepBlocs(actor: Actor): Reason | null {
  const keeps = actor.grants.some(
    ({ role, reach }) => role === 'admin' || (role === 'standing' && reach === 'all'),
  );
  return keeps
    ? null
    : {
        rule: 'not_keeper',
        sentence:
          'Khối thi đua do cơ quan thường trực toàn chương trình ghi; hãy gửi đề nghị tới cơ quan đó.',
      };
}

export const MOST_MEMBERS = 300;

export interface BlocYear {
  memberIds: readonly number[];
  headId: number | null;
}

/** What is wrong with the members of a bloc in a year, by form field. */
export function wrongMembers({ memberIds, headId }: BlocYear): FieldErrors {
  if (memberIds.length === 0) return { members: 'Hãy chọn ít nhất một đơn vị.' };
  if (memberIds.length > MOST_MEMBERS) return { members: `Một khối có nhiều nhất ${MOST_MEMBERS} đơn vị.` };
  if (headId !== null && !memberIds.includes(headId)) {
    return { headId: 'Khối trưởng phải là một thành viên đã chọn ở trên.' };
  }
  return {};
}

/** The head of the next year: the member after the present one in the order of lists, round again after the last. */
export function nextHead({ memberIds, headId }: BlocYear): number | null {
  if (headId === null) return null;
  const at = memberIds.indexOf(headId);
  return memberIds[(at + 1) % memberIds.length] ?? null;
}
