import type { OfficeSelection } from '../../offices/selection.ts';
import type { FieldErrors } from '../../platform/outcome.ts';
import { choice, optionalId, optionalText } from '../form-fields.ts';

export const SELECTION_WAYS = ['office', 'kind', 'branch', 'bloc'] as const;
export type SelectionWay = (typeof SELECTION_WAYS)[number];

/** The fields of a selection of offices, to be spread into the schema of a form that has one. */
export const selectionFields = {
  whoBy: choice('cách chọn đơn vị', SELECTION_WAYS),
  whoOfficeId: optionalId('đơn vị'),
  whoKindId: optionalText('loại đơn vị', 40),
  whoBlocId: optionalId('khối thi đua'),
};

export interface SelectionTyped {
  whoBy: SelectionWay;
  whoOfficeId: number | null;
  whoKindId: string | null;
  whoBlocId: number | null;
}

/** The selection that was typed, or what is missing of it, by field. Fields of another way are left aside. */
export function selectionTyped(
  typed: SelectionTyped,
): { ok: true; selection: OfficeSelection } | { ok: false; errors: FieldErrors } {
  const { whoBy, whoOfficeId, whoKindId, whoBlocId } = typed;
  if (whoBy === 'bloc') {
    return whoBlocId === null
      ? { ok: false, errors: { whoBlocId: 'Hãy chọn khối thi đua.' } }
      : { ok: true, selection: { by: 'bloc', blocId: whoBlocId } };
  }
  const errors: FieldErrors = {};
  if (whoOfficeId === null) errors.whoOfficeId = MISSING[whoBy];
  if (whoBy === 'kind' && whoKindId === null) errors.whoKindId = 'Hãy chọn loại đơn vị.';
  if (whoOfficeId === null || Object.keys(errors).length > 0) return { ok: false, errors };
  if (whoBy === 'office') return { ok: true, selection: { by: 'office', officeId: whoOfficeId } };
  if (whoBy === 'branch') return { ok: true, selection: { by: 'branch', belowId: whoOfficeId } };
  return { ok: true, selection: { by: 'kind', kindId: whoKindId ?? '', belowId: whoOfficeId } };
}

const MISSING: Record<Exclude<SelectionWay, 'bloc'>, string> = {
  office: 'Hãy chọn đơn vị.',
  kind: 'Hãy chọn cơ quan cấp trên của các đơn vị này.',
  branch: 'Hãy chọn đơn vị đứng đầu nhánh.',
};

/** A selection as the fields of its form. */
export const selectionKept = (selection: OfficeSelection) => ({
  whoBy: selection.by as string,
  whoOfficeId:
    'officeId' in selection ? selection.officeId : 'belowId' in selection ? selection.belowId : null,
  whoKindId: selection.by === 'kind' ? selection.kindId : null,
  whoBlocId: selection.by === 'bloc' ? selection.blocId : null,
});

/** Whom a selection means, for a sentence: 'Mọi huyện, thành phố, thị xã thuộc UBND tỉnh'. */
export function selectionInWords(by: SelectionWay, name: string, kindName: string | null): string {
  switch (by) {
    case 'office':
      return name;
    case 'kind':
      return `Mọi ${lowerFirst(kindName ?? 'đơn vị')} thuộc ${name}`;
    case 'branch':
      return `${name} và mọi đơn vị trực thuộc`;
    case 'bloc':
      return `Thành viên ${name}`;
  }
}

const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
