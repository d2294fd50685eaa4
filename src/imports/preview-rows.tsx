import type { ToldSame } from '../subjects/same-tell.ts';
import { StateTag, type Tone } from '../ui/state-tag.tsx';
import { type Column, DataTable, type Row } from '../ui/table.tsx';
import { OUTCOME_NAMES, type RowOutcome } from './choices.ts';
import type { RowFound } from './plan-rows.ts';
import type { KeptRow } from './rows.ts';
import type { ImportTarget } from './target.ts';

const OUTCOME_TONES: Record<RowOutcome, Tone> = {
  new: 'good',
  known: 'progress',
  ask: 'warn',
  registered: 'neutral',
  refused: 'stopped',
};

export interface RowsProps {
  rows: readonly KeptRow[];
  /** For each row, what may be told of the subjects that it may mean, in their order. */
  told: readonly (readonly ToldSame[])[];
  target: ImportTarget;
  /** May decisions be made? Not once the list is applied. */
  open: boolean;
  /** Is what the rows became still there? */
  standing: boolean;
  empty: string;
}

const columns = (open: boolean): Column[] => [
  { key: 'no', label: 'Dòng', width: 'narrow' },
  { key: 'what', label: 'Nội dung', width: 'wide', primary: true },
  { key: 'outcome', label: open ? 'Sẽ làm' : 'Kết quả', width: 'narrow' },
  { key: 'why', label: 'Vì sao, cần biết gì', width: 'wide' },
];

/** What each row of a page does, and why. */
export function PreviewRows({ rows, told, target, open, standing, empty }: RowsProps) {
  return (
    <DataTable
      caption="Từng dòng của danh sách"
      captionHidden
      columns={columns(open)}
      rows={rows.map((row, n) => toRow(row, told[n] ?? [], { target, open, standing }))}
      empty={empty}
    />
  );
}

function toRow(
  row: KeptRow,
  told: readonly ToldSame[],
  { target, open, standing }: Pick<RowsProps, 'target' | 'open' | 'standing'>,
): Row {
  const said = row.value ? target.describe(row.value) : { name: firstWords(row.cells), about: '' };
  return {
    no: row.no,
    what: (
      <>
        {row.thingId && standing ? (
          <a href={target.hrefOf({ subjectId: row.subjectId ?? 0, thingId: row.thingId })}>{said.name}</a>
        ) : (
          said.name
        )}
        {said.about ? <div class="muted">{said.about}</div> : null}
      </>
    ),
    outcome: <StateTag tone={OUTCOME_TONES[row.outcome]} word={OUTCOME_NAMES[row.outcome]} />,
    why: (
      <>
        <Sentences sentences={[...row.reasons, ...row.notes]} />
        <Twins row={row} />
        {told.length > 0 || row.twin ? <Found row={row} told={told} open={open} /> : null}
      </>
    ),
  };
}

function Sentences({ sentences }: { sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  if (sentences.length === 1) return <>{sentences[0]}</>;
  return (
    <ul class="plain-list">
      {sentences.map((sentence) => (
        <li>{sentence}</li>
      ))}
    </ul>
  );
}

/** Rows of the list that mean one subject, in one line for all of them. */
function Twins({ row: { no, twin, joins, joinedBy, decided } }: { row: KeptRow }) {
  if (joinedBy.length > 0 && joins === null)
    return (
      <div>
        Dòng {[no, ...joinedBy].join(', ').replace(/, (\d+)$/, ' và $1')}: cùng một{' '}
        {decided ? 'chủ thể' : 'người mới'}, ghi một lần.
      </div>
    );
  if (!twin) return null;
  const why = twin.reasons.join('; ');
  if (joins !== null)
    return (
      <div>
        Dòng {joins} và {no}: cùng một người mới ({why}). {twin.already ?? ''}
      </div>
    );
  return decided !== null ? null : (
    <div>
      Có thể cùng một người với dòng {twin.no}: {why}.
    </div>
  );
}

/** The known subjects that a row may mean, with reasons, and what a person decides. */
function Found({ row, told, open }: { row: KeptRow; told: readonly ToldSame[]; open: boolean }) {
  const options = told.flatMap((one) => (one.within ? [one] : []));
  const id = `dong-${row.no}`;
  return (
    <>
      {told.length > 0 ? (
        <ul class="plain-list">
          {told.map((one) => (
            <li>
              {nameOf(one)}: {one.reasons.map(({ sentence }) => sentence).join('; ')}.{' '}
              {one.within ? (alreadyOf(row.found, one.subject.id) ?? '') : 'Ngoài phạm vi của bạn.'}
            </li>
          ))}
        </ul>
      ) : null}
      {open ? (
        <>
          <label for={id} class="visually-hidden">
            Dòng {row.no}: có phải người đã có, hay người ở dòng khác không
          </label>
          <select class="input is-full" id={id} name={`dong_${row.no}`}>
            <option value="">– Chưa quyết định –</option>
            {options.map(({ subject }) => (
              <option value={String(subject.id)} selected={row.decided === subject.id}>
                Chính là {subject.fullName}
                {subject.birthYear === null ? '' : `, sinh ${subject.birthYear}`} (số {subject.id})
              </option>
            ))}
            {row.twin ? (
              <option value={`d${row.twin.no}`} selected={row.joins === row.twin.no}>
                Cùng người với dòng {row.twin.no}
              </option>
            ) : null}
            {row.value?.onlyKnown ? null : (
              <option value="0" selected={row.decided === 0 && row.joins === null}>
                Là chủ thể khác, thêm mới
              </option>
            )}
          </select>
        </>
      ) : null}
    </>
  );
}

function nameOf(one: ToldSame) {
  if (!one.within) return `${one.fullName}${one.keeperName ? ` (${one.keeperName})` : ''}`;
  const { subject } = one;
  const about = [subject.birthYear === null ? '' : `sinh ${subject.birthYear}`, subject.place ?? ''].filter(
    Boolean,
  );
  return (
    <>
      <strong>{subject.fullName}</strong>
      {about.length > 0 ? ` (${about.join(', ')})` : ''}
    </>
  );
}

const alreadyOf = (found: readonly RowFound[], id: number): string | null =>
  found.find(({ subjectId }) => subjectId === id)?.already ?? null;

const firstWords = (cells: readonly string[]): string =>
  cells
    .map((cell) => cell.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .slice(0, 4)
    .join(' · ')
    .slice(0, 160) || 'Dòng trống';
