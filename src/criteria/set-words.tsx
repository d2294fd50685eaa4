import { SUBJECT_KIND_NAMES, type SubjectKind } from '../subjects/kinds.ts';
import { formatDate } from '../ui/format.ts';
import { StateTag } from '../ui/state-tag.tsx';
import type { CriteriaSet } from './queries.ts';
import { setWorkflow } from './workflow.ts';

export const SETS_PATH = '/danh-muc/tieu-chi';
export const NORMS_PATH = '/danh-muc/dinh-muc';

export const SETS_CRUMBS = [
  { label: 'Danh mục', href: '/danh-muc' },
  { label: 'Bộ tiêu chí', href: SETS_PATH },
];

type Days = Pick<CriteriaSet, 'state' | 'validFrom' | 'validTo'>;

/** "từ 10/05/2016 đến 31/12/2020"; empty when no day is known. */
export const daysInWords = ({ validFrom, validTo }: Omit<Days, 'state'>): string =>
  [
    ...(validFrom ? [`từ ${formatDate(validFrom)}`] : []),
    ...(validTo ? [`đến ${formatDate(validTo)}`] : []),
  ].join(' ');

/** The state of an edition as it is on a day: in use is one that holds then. */
export function SetStateTag({ state, validFrom, validTo, today }: Days & { today: string }) {
  const { draft, ended } = setWorkflow.states;
  if (state === 'draft') return <StateTag tone={draft.tone} word={draft.name} />;
  if (validTo !== null && validTo < today)
    return <StateTag tone="stopped" word={state === 'ended' ? ended.name : 'hết hiệu lực'} />;
  if (validFrom !== null && validFrom > today)
    return <StateTag tone="neutral" shape="clock" word="chưa đến ngày áp dụng" />;
  return <StateTag tone="good" word={setWorkflow.states.in_use.name} />;
}

/** "cá nhân, hộ gia đình" */
export const kindsInWords = (kinds: readonly SubjectKind[]): string =>
  kinds.map((kind) => SUBJECT_KIND_NAMES[kind].toLowerCase()).join(', ');

/** A source as it was written; an address becomes a link. */
export function SourceWords({ source }: { source: string }) {
  return (
    <>
      {source.split(/(https?:\/\/\S+[^\s.,;)])/).map((part) =>
        /^https?:/.test(part) ? (
          <a href={part} rel="noreferrer">
            {hostOf(part)}
          </a>
        ) : (
          part
        ),
      )}
    </>
  );
}

const hostOf = (address: string): string => address.replace(/^https?:\/\/(www\.)?/, '').replace(/\/.*$/, '');
