import type { Child } from 'hono/jsx';
import { PageHead } from '../ui/page-head.tsx';
import { Section } from '../ui/panel.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { type Column, DataTable, TableGroup, TableRow } from '../ui/table.tsx';
import { WorkflowDrawing } from '../workflow/drawing.tsx';
import type { Step, Workflow } from '../workflow/table.ts';

const COLUMNS: Column[] = [
  { key: 'action', label: 'Việc' },
  { key: 'to', label: 'Chuyển sang' },
  { key: 'who', label: 'Ai làm' },
  { key: 'must', label: 'Điều kiện', width: 'wide' },
];

interface WorkflowPageProps<
  State extends string,
  Action extends string,
  Role extends string,
  Guard extends string,
> {
  title: string;
  lead: string;
  /** Whose states these are, for the picture's words: 'báo cáo'; the title unless given. */
  things?: string;
  /** The last word of the way here, where it is not the title. */
  crumb?: string;
  table: Workflow<State, Action, Role, Guard>;
  roleNames: Record<Role, string>;
  guardNames: Record<Guard, string>;
  /** A state as the lists show it, where it has a mark of its own. */
  mark?: (state: State) => Child;
  /** What the table does not say, below it. */
  children?: Child;
}

/** A workflow as a picture and as a whole table, both from the table that the program itself goes by. */
export function WorkflowPage<
  State extends string,
  Action extends string,
  Role extends string,
  Guard extends string,
>(props: WorkflowPageProps<State, Action, Role, Guard>) {
  const { title, lead, things, crumb = title, table, roleNames, guardNames, mark, children } = props;
  const states = Object.keys(table.states) as State[];
  const rowOf = (step: Step<State, Action, Role, Guard>) => {
    const { label, reason } = table.actions[step.action];
    const must = step.must.map((guard) => guardNames[guard]);
    return {
      action: label,
      to: step.to === 'before_hold' ? 'trạng thái trước khi tạm dừng' : table.states[step.to].name,
      who: step.who.map((role) => roleNames[role]).join(', '),
      must: [...must, ...(reason === 'required' ? ['ghi lý do'] : [])].join('; ') || 'không',
    };
  };
  return (
    <>
      <PageHead
        title={title}
        crumbs={[{ label: 'Danh mục', href: '/danh-muc' }, { label: crumb }]}
        lead={lead}
      />
      <Section
        id="hinh"
        title="Hình vẽ"
        intro="Dưới mỗi trạng thái là các việc có thể làm; đường kẻ dẫn sang phải rồi về trạng thái tiếp theo."
      >
        <WorkflowDrawing
          table={table}
          title={`${things ? `Các trạng thái của ${things}` : `${title}: các trạng thái`} và các bước giữa chúng; nội dung có đủ ở bảng dưới`}
          backWords="về như trước"
        />
      </Section>
      <Section id="bang" title="Bảng đầy đủ">
        <DataTable caption="Trạng thái, việc, người làm, điều kiện" captionHidden columns={COLUMNS}>
          {states.map((state) => (
            <>
              <TableGroup columns={COLUMNS}>
                {mark ? (
                  mark(state)
                ) : (
                  <StateTag tone={table.states[state].tone} word={table.states[state].name} />
                )}
              </TableGroup>
              {table.steps
                .filter((step) => step.from.includes(state))
                .map((step) => (
                  <TableRow columns={COLUMNS} row={rowOf(step)} />
                ))}
            </>
          ))}
        </DataTable>
        {children}
      </Section>
    </>
  );
}
