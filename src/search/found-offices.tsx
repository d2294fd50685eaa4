import type { FoundOffice } from '../offices/find.ts';
import type { OfficeInTree } from '../offices/tree.ts';
import type { Day } from '../platform/clock.ts';
import { formatCount } from '../ui/format.ts';
import { Section } from '../ui/panel.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { DataTable } from '../ui/table.tsx';
import { stateOn } from '../web/offices/words.ts';
import { withQuery } from '../web/query.ts';

export interface FoundOffices {
  offices: readonly FoundOffice[];
  /** True when there are more offices than these. */
  moreOffices: boolean;
  /** What the offices that are no more have become, by the id of the old one. */
  present: ReadonlyMap<number, readonly OfficeInTree[]>;
}

export interface OfficesFoundProps extends FoundOffices {
  text: string;
  today: Day;
}

/** The offices of all times that a search finds, each with what it is today. */
export function OfficesFound({ text, today, offices, moreOffices, present }: OfficesFoundProps) {
  if (offices.length === 0) return null;
  const count = formatCount(offices.length);
  return (
    <Section
      id="don-vi"
      title="Đơn vị"
      count={moreOffices ? `hơn ${count}` : count}
      intro={moreOffices ? <a href={withQuery('/don-vi', { q: text })}>Xem thêm ở trang Đơn vị</a> : null}
    >
      <DataTable
        caption="Đơn vị tìm thấy"
        captionHidden
        columns={[
          { key: 'name', label: 'Đơn vị', width: 'wide' },
          { key: 'parent', label: 'Thuộc' },
          { key: 'code', label: 'Mã', width: 'narrow' },
          { key: 'state', label: 'Hiện nay' },
        ]}
        rows={offices.map((office) => ({
          name: <a href={`/don-vi/${office.id}`}>{office.name}</a>,
          parent: office.parentName ?? '',
          code: office.code ?? '',
          state: (
            <>
              <StateTag {...stateOn(office, today)} />
              <NowIs id={office.id} validTo={office.validTo} today={today} present={present} />
            </>
          ),
        }))}
      />
    </Section>
  );
}

export interface NowIsProps {
  id: number;
  validTo: Day | null;
  today: Day;
  present: FoundOffices['present'];
}

/** What an office that is no more belongs to today; nothing for one that is there, or that nobody followed. */
export function NowIs({ id, validTo, today, present }: NowIsProps) {
  const offices = validTo !== null && validTo < today ? (present.get(id) ?? []) : [];
  if (offices.length === 0) return null;
  return <span class="summary-note">nay thuộc {offices.map((office) => office.name).join(', ')}</span>;
}
