import { SIDE_NAMES } from '../desks/sides.ts';
import { PageHead } from '../ui/page-head.tsx';
import { Section } from '../ui/panel.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { type Column, DataTable, TableGroup, TableRow } from '../ui/table.tsx';
import { WorkflowDrawing } from '../workflow/drawing.tsx';
import { type ReportGuard, type ReportState, reportWorkflow } from './workflow.ts';

const GUARD_NAMES: Record<ReportGuard, string> = {
  parts_written: 'mọi phần lời văn đã viết, hoặc ghi “Không có”',
  closing_reached: 'ngày chốt số liệu đã tới',
  below_decided: 'báo cáo cấp dưới đã được chấp nhận, được miễn hoặc nêu tên là chưa gửi',
  not_own_submission: 'không phải người đã nộp báo cáo',
  opinions_in: 'mọi nơi được xin ý kiến đã trả lời hoặc được nêu tên là chưa trả lời',
};

const COLUMNS: Column[] = [
  { key: 'action', label: 'Việc' },
  { key: 'to', label: 'Chuyển sang' },
  { key: 'who', label: 'Ai làm' },
  { key: 'must', label: 'Điều kiện', width: 'wide' },
];

const STATES = Object.keys(reportWorkflow.states) as ReportState[];

/** The life of a report: a picture and the whole table, from the table that the program itself goes by. */
export function ReportWorkflowPage() {
  return (
    <>
      <PageHead
        title="Quy trình báo cáo"
        crumbs={[{ label: 'Danh mục', href: '/danh-muc' }, { label: 'Quy trình báo cáo' }]}
        lead="Từ soạn, nộp đến được cấp trên chấp nhận. Trong khi cấp trên xem, báo cáo khóa với người soạn."
      />
      <Section
        id="hinh"
        title="Hình vẽ"
        intro="Dưới mỗi trạng thái là các việc có thể làm; đường kẻ dẫn sang phải rồi về trạng thái tiếp theo."
      >
        <WorkflowDrawing
          table={reportWorkflow}
          title="Các trạng thái của báo cáo và các bước giữa chúng; nội dung có đủ ở bảng dưới"
          backWords="về như trước"
        />
      </Section>
      <Section id="bang" title="Bảng đầy đủ">
        <DataTable caption="Trạng thái, việc, người làm, điều kiện" captionHidden columns={COLUMNS}>
          {STATES.map((state) => (
            <StateRows state={state} />
          ))}
        </DataTable>
      </Section>
    </>
  );
}

function StateRows({ state }: { state: ReportState }) {
  const { name, tone } = reportWorkflow.states[state];
  const steps = reportWorkflow.steps.filter((step) => (step.from as readonly string[]).includes(state));
  return (
    <>
      <TableGroup columns={COLUMNS}>
        <StateTag tone={tone} word={name} />
      </TableGroup>
      {steps.map((step) => {
        const { label, reason } = reportWorkflow.actions[step.action];
        const must = step.must.map((guard) => GUARD_NAMES[guard]);
        return (
          <TableRow
            columns={COLUMNS}
            row={{
              action: label,
              to: reportWorkflow.states[step.to].name,
              who: step.who.map((side) => SIDE_NAMES[side]).join(', '),
              must: [...must, ...(reason === 'required' ? ['ghi lý do'] : [])].join('; ') || 'không',
            }}
          />
        );
      })}
    </>
  );
}
