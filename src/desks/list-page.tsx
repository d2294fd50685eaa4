import { COUNT_LIMIT } from '../platform/bounded-count.ts';
import type { Day } from '../platform/clock.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { CheckboxField, SelectField } from '../ui/field.tsx';
import { FilterBar, type FilterChip } from '../ui/filter.tsx';
import { formatCount } from '../ui/format.ts';
import { PageHead } from '../ui/page-head.tsx';
import { PageSteps } from '../ui/page-steps.tsx';
import { DataTable, type Row } from '../ui/table.tsx';
import { withQuery } from '../web/query.ts';
import { DeskLine, daysOnDesk } from './desk-line.tsx';
import type { DeskFilter, PaperOnDesk } from './list-query.ts';
import { wayPath } from './paths.ts';
import { PAPER_NAMES, type Paper } from './stay.ts';

const PATH = '/van-ban';

export interface DeskListProps {
  rows: readonly PaperOnDesk[];
  more: boolean;
  /** Null: more than are counted. */
  count: number | null;
  filter: DeskFilter;
  offices: readonly { id: number; name: string }[];
  today: Day;
}

/** Every paper on a desk that one may see: where, since when, until when, waiting for what; the longest first. */
export function DeskListPage({ rows, more, count, filter, offices, today }: DeskListProps) {
  const chips = chipsOf(filter, offices);
  const last = rows.at(-1);
  return (
    <>
      <PageHead
        title="Văn bản đang ở đâu"
        lead="Kế hoạch, hồ sơ điển hình, báo cáo đang trên đường đi: ở bàn của ai, từ ngày nào, hạn nào, còn chờ gì. Lâu nhất đứng trước."
      />
      <FilterBar
        action={PATH}
        count={count ?? `${formatCount(COUNT_LIMIT)}+`}
        noun="văn bản"
        chips={chips}
        clearHref={PATH}
      >
        <Filters filter={filter} offices={offices} />
      </FilterBar>
      <DataTable
        caption="Văn bản trên các bàn, lâu nhất trước"
        captionHidden
        columns={[
          { key: 'paper', label: 'Văn bản' },
          { key: 'line', label: 'Đang ở đâu' },
          { key: 'days', label: 'Số ngày', align: 'end', width: 'narrow' },
        ]}
        rows={rows.map((row) => toRow(row, today))}
        empty={
          <EmptyState
            title={chips.length > 0 ? 'Không có văn bản nào khớp bộ lọc' : 'Không có văn bản nào đang chờ'}
          >
            Văn bản hiện ở đây từ khi được gửi đi cho đến khi có quyết định.
          </EmptyState>
        }
      />
      <PageSteps
        start={filter.after ? addressOf({ ...filter, after: null }) : null}
        next={
          more && last ? addressOf({ ...filter, after: { since: last.stay.since, id: last.stay.id } }) : null
        }
      />
    </>
  );
}

function toRow({ sort, stay, authorName, awaited, paper }: PaperOnDesk, today: Day): Row {
  const title = paper ? <a href={paper.href}>{paper.title}</a> : `${PAPER_NAMES[sort]} số ${stay.paperId}`;
  return {
    paper: (
      <>
        {title}
        <div class="muted">
          {PAPER_NAMES[sort]}
          {authorName ? ` · ${authorName}` : ''}
          {paper ? (
            <>
              {' · '}
              <a class="unbroken" href={wayPath(sort, stay.paperId)}>
                Đường đi<span class="visually-hidden"> của {paper.title}</span>
              </a>
            </>
          ) : null}
        </div>
      </>
    ),
    line: (
      <>
        <DeskLine stay={stay} today={today} />
        {awaited ? <p class="muted">Đã xin ý kiến, chờ trả lời: {awaited}.</p> : null}
      </>
    ),
    days: formatCount(daysOnDesk(stay, today)),
  };
}

function Filters({ filter, offices }: Pick<DeskListProps, 'filter' | 'offices'>) {
  return (
    <>
      <SelectField
        name="loai"
        label="Loại văn bản"
        required
        value={filter.paper}
        placeholder="Mọi loại"
        options={Object.entries(PAPER_NAMES).map(([value, name]) => ({ value, label: upperFirst(name) }))}
      />
      <SelectField
        name="ban"
        label="Ở bàn của"
        required
        value={filter.officeId === null ? null : String(filter.officeId)}
        placeholder="Mọi cơ quan"
        options={offices.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <CheckboxField name="qua_han" label="Chỉ văn bản quá hạn" required checked={filter.late} />
    </>
  );
}

function chipsOf(filter: DeskFilter, offices: DeskListProps['offices']): FilterChip[] {
  const office = offices.find(({ id }) => id === filter.officeId);
  const without = (change: Partial<DeskFilter>) => addressOf({ ...filter, after: null, ...change });
  return [
    ...(filter.paper
      ? [{ label: upperFirst(PAPER_NAMES[filter.paper]), removeHref: without({ paper: null }) }]
      : []),
    ...(filter.officeId
      ? [{ label: `Ở bàn của ${office?.name ?? 'cơ quan khác'}`, removeHref: without({ officeId: null }) }]
      : []),
    ...(filter.late ? [{ label: 'Quá hạn', removeHref: without({ late: false }) }] : []),
  ];
}

const addressOf = ({ paper, late, officeId, after }: DeskFilter): string =>
  withQuery(PATH, {
    loai: paper as Paper | null,
    ban: officeId,
    qua_han: late ? '1' : null,
    sau: after ? `${after.since}.${after.id}` : null,
  });

const upperFirst = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
