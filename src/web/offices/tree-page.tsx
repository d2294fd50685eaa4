import type { FoundOffice } from '../../offices/find.ts';
import type { OfficeNode } from '../../offices/tree.ts';
import type { Day } from '../../platform/clock.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { DateField, TextField } from '../../ui/field.tsx';
import { FilterBar, type FilterChip } from '../../ui/filter.tsx';
import { formatCount, formatDate } from '../../ui/format.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Section } from '../../ui/panel.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { DataTable } from '../../ui/table.tsx';
import { type TreeItem, TreeList } from '../../ui/tree-list.tsx';
import { withQuery } from '../query.ts';
import { periodInWords, stateOn } from './words.ts';

/** Above so many, a branch is told by its number and opened on its own page. */
const MOST_IN_ONE_PAGE = 1_500;

export interface OfficesPageProps {
  day: Day;
  today: Day;
  /** What was typed as the day, when it was no day. */
  wrongDay: string | null;
  text: string;
  /** Null: nothing is searched for. */
  found: readonly FoundOffice[] | null;
  /** True when the search finds more than these. */
  more: boolean;
  trees: readonly OfficeNode[];
  mayChange: boolean;
}

/** All offices of a day as a tree, or those that a search finds, of all times. */
export function OfficesPage(props: OfficesPageProps) {
  const { day, today, text, found, more, trees, mayChange } = props;
  const keepDay = day === today ? null : day;
  const total = trees.reduce((sum, tree) => sum + 1 + tree.below, 0);
  return (
    <>
      <PageHead
        title="Đơn vị"
        lead={
          found
            ? 'Tìm trong đơn vị của mọi thời kỳ; tên cũ dẫn tới đơn vị hiện nay.'
            : `Cây đơn vị của ngày ${formatDate(day)}.`
        }
        actions={
          mayChange ? (
            <ButtonLink href="/don-vi/moi" icon="plus">
              Thêm đơn vị
            </ButtonLink>
          ) : null
        }
      />
      <FilterBar
        action="/don-vi"
        count={found ? (more ? `hơn ${formatCount(found.length)}` : found.length) : total}
        noun="đơn vị"
        chips={chipsOf(props)}
        clearHref="/don-vi"
      >
        <TextField
          name="q"
          label="Tên hoặc mã"
          value={text}
          type="search"
          hint="Gõ có dấu hay không dấu đều được"
        />
        <DateField
          name="ngay"
          label="Cây của ngày"
          value={props.wrongDay ?? (day === today ? '' : day)}
          error={
            props.wrongDay === null
              ? undefined
              : `“${props.wrongDay}” không phải là ngày; hãy ghi như 15/11/2018.`
          }
        />
      </FilterBar>
      {found ? (
        <Found found={found} day={day} text={text} />
      ) : (
        <Trees trees={trees} whole={total <= MOST_IN_ONE_PAGE} keepDay={keepDay} />
      )}
    </>
  );
}

function chipsOf({ day, today, text }: OfficesPageProps): FilterChip[] {
  const ngay = day === today ? null : formatDate(day);
  return [
    ...(text ? [{ label: `“${text}”`, removeHref: withQuery('/don-vi', { ngay }) }] : []),
    ...(ngay ? [{ label: `ngày ${ngay}`, removeHref: withQuery('/don-vi', { q: text }) }] : []),
  ];
}

function Found({ found, day, text }: { found: readonly FoundOffice[]; day: Day; text: string }) {
  if (found.length === 0) {
    return (
      <EmptyState title={`Không có đơn vị nào khớp với “${text}”.`}>
        Hãy thử chỉ gõ tên riêng, ví dụ “Phong Châu” thay vì “UBND phường Phong Châu”, hoặc mã đơn vị.
      </EmptyState>
    );
  }
  return (
    <DataTable
      caption="Đơn vị tìm thấy"
      captionHidden
      columns={[
        { key: 'name', label: 'Đơn vị', width: 'wide' },
        { key: 'parent', label: 'Thuộc' },
        { key: 'kind', label: 'Loại' },
        { key: 'code', label: 'Mã', width: 'narrow' },
        { key: 'state', label: `Ngày ${formatDate(day)}` },
        { key: 'period', label: 'Hiệu lực' },
      ]}
      rows={found.map((office) => ({
        name: <a href={`/don-vi/${office.id}`}>{office.name}</a>,
        parent: office.parentName ?? '',
        kind: office.kindName,
        code: office.code ?? '',
        state: <StateTag {...stateOn(office, day)} />,
        period: periodInWords(office),
      }))}
    />
  );
}

function Trees(props: { trees: readonly OfficeNode[]; whole: boolean; keepDay: Day | null }) {
  const { trees, whole, keepDay } = props;
  if (trees.length === 0) {
    return (
      <EmptyState title="Chưa có đơn vị nào có hiệu lực trong ngày này.">
        Cây đơn vị của tỉnh sẽ hiện ở đây. Quản trị viên thêm đơn vị đầu tiên bằng nút “Thêm đơn vị”.
      </EmptyState>
    );
  }
  return (
    <div class="stack">
      {trees.map((tree) => (
        <Section
          id={`don-vi-${tree.office.id}`}
          title={tree.office.name}
          count={formatCount(tree.below)}
          actions={
            <a href={officeHref(tree.office.id, keepDay)}>
              Trang của đơn vị<span class="visually-hidden"> {tree.office.name}</span>
            </a>
          }
        >
          {byKind(tree.children).map(({ name, nodes }) => (
            <div>
              <h3>
                {name} <span class="section-count">{formatCount(nodes.length)}</span>
              </h3>
              <TreeList items={nodes.map((node) => treeItem(node, whole, keepDay))} label={name} />
            </div>
          ))}
        </Section>
      ))}
    </div>
  );
}

/** The children of one office by kind, in the order in which they stand. */
export function byKind(nodes: readonly OfficeNode[]): { name: string; nodes: OfficeNode[] }[] {
  const groups = new Map<string, OfficeNode[]>();
  for (const node of nodes)
    groups.set(node.office.kindName, [...(groups.get(node.office.kindName) ?? []), node]);
  return [...groups].map(([name, members]) => ({ name, nodes: members }));
}

/** The page of an office; `keepDay` when it is looked at on another day than today. */
const officeHref = (id: number, keepDay: Day | null): string =>
  withQuery(`/don-vi/${id}`, { ngay: keepDay && formatDate(keepDay) });

/** An office with the branch below it; with `whole` false only the number of the branch. */
export function treeItem(
  { office, children, below }: OfficeNode,
  whole: boolean,
  keepDay: Day | null,
): TreeItem {
  const kinds = byKind(children).map((group) => group.name.toLowerCase());
  const ownKind = office.kindName.toLowerCase();
  return {
    label: office.name,
    href: officeHref(office.id, keepDay),
    note: office.code ?? undefined,
    belowName: kinds.length === 1 && kinds[0] !== ownKind ? kinds[0] : 'đơn vị trực thuộc',
    below: whole ? children.map((child) => treeItem(child, whole, keepDay)) : [],
    belowCount: whole ? children.length : below,
  };
}
