import { SUBJECT_KIND_NAMES } from '../subjects/kinds.ts';
import { formatNumber } from '../ui/format.ts';
import { type About, KEEP, type NewDecision } from './copy-about.ts';
import { fateInWords, kindOptions, type OfficesLater, successorOptions } from './copy-offices.ts';
import type { Allocation, DraftField, NamedOffices } from './plan-draft.ts';
import { folded } from './read-source.ts';

interface FieldFacts {
  later: OfficesLater;
  /** Office that leads a field until somebody has decided: the issuer, else the root of the tree. */
  placeholder: number;
}

/** A field for the new period, with what must be decided about it; `at` is its place in the draft. */
export function copyField(
  field: DraftField,
  at: number,
  facts: FieldFacts,
): { field: DraftField; decisions: NewDecision[] } {
  const lead = leadLater(field, at, facts);
  const coordination = field.coordination.map((named) => namedLater(named, facts.later));
  const allocations = field.allocations.map((share) => ({ share, later: namedLater(share.to, facts.later) }));
  const words = wordsDecision(field, at, facts);
  return {
    field: {
      ...field,
      leadOfficeId: lead.id,
      coordination: unique(coordination.flatMap(({ taken }) => taken ?? [])),
      allocations: allocations.flatMap(({ share, later }) =>
        later.taken ? [{ ...share, to: later.taken }] : [],
      ),
    },
    decisions: [
      ...lead.decisions,
      ...coordination.flatMap((open) =>
        open.taken
          ? []
          : [
              aboutOffices(
                { kind: 'coordination', field: at },
                `Lĩnh vực “${field.name}”: đơn vị phối hợp`,
                open,
                true,
              ),
            ],
      ),
      ...allocations.flatMap(({ share, later: open }) =>
        open.taken
          ? []
          : [
              aboutOffices(
                allocationOf(at, share),
                `Lĩnh vực “${field.name}”: phân bổ ${shareInWords(share)} cho`,
                open,
                false,
              ),
            ],
      ),
      ...words,
      ...quotaDecisions(field, at),
    ],
  };
}

function leadLater(field: DraftField, at: number, { later, placeholder }: FieldFacts) {
  const found = later.of(field.leadOfficeId);
  const [only] = found;
  if (only && found.length === 1) return { id: only.id, decisions: [] };
  const decision: NewDecision = {
    about: { kind: 'lead', field: at },
    question: `Lĩnh vực “${field.name}”: cơ quan chủ trì ${fateInWords(later, field.leadOfficeId)}. Cơ quan nào chủ trì?`,
    options: successorOptions(found, false),
    suggested: null,
    other: 'office',
  };
  return { id: only?.id ?? placeholder, decisions: [decision] };
}

/** Where named offices are not clear any more: what became of them, and what may be chosen. */
interface OpenOffices {
  fate: string;
  options: NewDecision['options'];
  suggested: string | null;
}

type NamedLater = { taken: NamedOffices; fate?: never } | ({ taken: null } & OpenOffices);

function namedLater(named: NamedOffices, later: OfficesLater): NamedLater {
  if (named.by === 'office') return officeLater(named.officeId, later);
  const above = later.of(named.belowId);
  const [below] = above;
  if (!below || above.length > 1) {
    return {
      taken: null,
      fate: fateInWords(later, named.belowId),
      options: successorOptions(above, true),
      suggested: null,
    };
  }
  if (later.count(named.kindId, below.id) > 0) return { taken: { ...named, belowId: below.id } };
  const instead = later.insteadOf(named.kindId, below.id);
  const gone = later.kindName(named.kindId);
  return {
    taken: null,
    fate: `loại “${gone}” thuộc ${below.name} không còn đơn vị nào vào ${later.day.split('-').reverse().join('/')}`,
    options: kindOptions(later, below.id, below.name),
    suggested: instead && `kind:${instead}:${below.id}`,
  };
}

function officeLater(officeId: number, later: OfficesLater): NamedLater {
  const found = later.of(officeId);
  const [only] = found;
  if (only && found.length === 1) return { taken: { by: 'office', officeId: only.id } };
  return {
    taken: null,
    fate: fateInWords(later, officeId),
    options: successorOptions(found, true),
    suggested: null,
  };
}

const aboutOffices = (about: About, lead: string, open: OpenOffices, several: boolean): NewDecision => ({
  about,
  question: `${lead} ${open.fate}. Thay bằng đơn vị nào?`,
  options: [
    ...open.options.filter(({ value }) => several || !value.includes(',')),
    { value: 'drop', label: 'Không thay, bỏ' },
  ],
  suggested: open.suggested,
  other: 'office',
});

const allocationOf = (field: number, { number, percent }: Allocation): About => ({
  kind: 'allocation',
  field,
  number,
  percent,
});
const shareInWords = ({ number, percent }: Allocation): string =>
  percent === null ? formatNumber(number) : `${formatNumber(percent)}%`;

/** The plan's own words still name a kind of office that is gone ("UBND các huyện, thành phố, thị xã"). */
function wordsDecision(field: DraftField, at: number, { later, placeholder }: FieldFacts): NewDecision[] {
  const words = field.coordinating;
  if (!words) return [];
  const said = folded(words);
  const gone = later
    .goneKinds(placeholder)
    .flatMap((name) => folded(name).split(/,\s*/))
    .find((name) => new RegExp(`(?<![a-z])${name.trim()}(?![a-z])`).test(said));
  if (!gone) return [];
  return [
    {
      about: { kind: 'coordinating_words', field: at },
      question: `Lĩnh vực “${field.name}”: lời văn phối hợp “${words}” còn nhắc loại đơn vị không còn vào ${later.day.split('-').reverse().join('/')}. Ghi lại thế nào?`,
      options: [KEEP, { value: 'drop', label: 'Bỏ lời văn này' }],
      suggested: null,
      other: 'text',
    },
  ];
}

const QUOTA_WORDS = { exactly: 'đúng', at_least: 'ít nhất', at_most: 'nhiều nhất', none: '' } as const;

/** Quotas are carried over as they were; a new period asks whether they still fit. */
function quotaDecisions(field: DraftField, at: number): NewDecision[] {
  if (field.quotaKind === 'none' || field.quotaNumber === null) return [];
  const kinds = field.quotaCounts.map((kind) => SUBJECT_KIND_NAMES[kind].toLowerCase()).join(', ');
  const quota = `${QUOTA_WORDS[field.quotaKind]} ${formatNumber(field.quotaNumber)}${kinds ? ` ${kinds}` : ''}`;
  const shares = field.allocations.length > 0 ? ` (${field.allocations.length} phần phân bổ chép theo)` : '';
  return [
    {
      about: { kind: 'quota', field: at },
      question: `Lĩnh vực “${field.name}”: chỉ tiêu ${quota} được chép từ giai đoạn trước${shares}. Giữ hay đổi?`,
      options: [{ value: 'keep', label: `Giữ ${quota}` }],
      suggested: null,
      other: 'number',
    },
  ];
}

function unique(list: readonly NamedOffices[]): NamedOffices[] {
  const seen = new Map(list.map((named) => [JSON.stringify(named), named]));
  return [...seen.values()];
}
