import { SUBJECT_KIND_NAMES } from '../subjects/kinds.ts';
import { DataTable, TableGroup, TableRow } from '../ui/table.tsx';
import type { Typed } from '../web/form.ts';
import type { FileContents } from './carry-file.ts';
import type { Offer } from './carry-rules.ts';
import { type Item, type SideRow, sideBySide } from './carry-view.tsx';
import type { ExemplarInView } from './queries.ts';
import { exemplarWorkflow } from './workflow.ts';

export interface SideTableProps {
  gone: ExemplarInView;
  kept: ExemplarInView;
  contents: { gone: FileContents; kept: FileContents };
  offers: ReadonlyMap<string, Offer>;
  typed: Typed;
}

/** Both files row by row, with the boxes of what may be taken over; ticked at first where nothing speaks against it. */
export function SideTable({ gone, kept, contents, offers, typed }: SideTableProps) {
  const sent = Object.keys(typed).length > 0;
  const ticked = new Set([typed.carry ?? []].flat());
  const isTicked = (offer: Offer) => (sent ? ticked.has(offer.key) : !offer.doubt && !offer.refusal);
  const columns = [
    { key: 'gone', label: `Gộp đi: hồ sơ số ${gone.id}` },
    { key: 'kept', label: `Được giữ: hồ sơ số ${kept.id}` },
  ];
  const cells = (row: SideRow) => {
    const offer = row.key === undefined ? undefined : offers.get(row.key);
    return {
      gone:
        offer && row.gone ? (
          <Box item={row.gone} offer={offer} checked={isTicked(offer)} />
        ) : (
          <Words item={row.gone} none="hồ sơ gộp đi không có" />
        ),
      kept: <Words item={row.kept} none="chưa có" />,
    };
  };
  return (
    <DataTable caption="Hai hồ sơ cạnh nhau" captionHidden columns={columns}>
      <TableGroup columns={columns}>Chủ thể</TableGroup>
      <TableRow
        columns={columns}
        row={{
          gone: <Words item={subjectOf(gone)} none="" />,
          kept: <Words item={subjectOf(kept)} none="" />,
        }}
      />
      {sideBySide(contents.gone, contents.kept).map(({ title, rows }) => (
        <>
          <TableGroup columns={columns}>{title}</TableGroup>
          {rows.map((row) => (
            <TableRow columns={columns} row={cells(row)} />
          ))}
        </>
      ))}
    </DataTable>
  );
}

function subjectOf({ subject, officeName, fieldName, state }: ExemplarInView): Item {
  const { birthYear, place } = subject;
  const born = birthYear === null ? 'năm sinh chưa rõ' : `sinh năm ${birthYear}`;
  return {
    text: subject.fullName,
    notes: [
      SUBJECT_KIND_NAMES[subject.kind],
      ...(subject.kind === 'individual' ? [born] : []),
      ...(place ? [place] : []),
      officeName,
      fieldName ?? 'chưa rõ lĩnh vực',
      exemplarWorkflow.states[state].name,
    ],
  };
}

function Words({ item, none }: { item: Item | null; none: string }) {
  if (!item) return <span class="muted">{none}</span>;
  return (
    <>
      {item.text}
      {item.notes.length > 0 ? <div class="muted">{item.notes.join(' · ')}</div> : null}
    </>
  );
}

function Box({ item, offer, checked }: { item: Item; offer: Offer; checked: boolean }) {
  const id = `f-carry-${offer.key.replace(':', '-')}`;
  return (
    <div class="choice">
      <input
        type="checkbox"
        id={id}
        name="carry"
        value={offer.key}
        checked={checked}
        disabled={offer.refusal !== null}
        aria-describedby={`${id}-note`}
      />
      <label for={id}>{item.text}</label>
      <p class="field-hint" id={`${id}-note`}>
        {[...item.notes, ...(offer.doubt ? [offer.doubt] : [])].join(' · ')}
      </p>
    </div>
  );
}
