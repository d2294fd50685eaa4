import { ROLE_NAMES } from '../identity/actor.ts';
import { PageHead } from '../ui/page-head.tsx';
import { Section } from '../ui/panel.tsx';
import { type Column, DataTable, TableGroup, TableRow } from '../ui/table.tsx';
import { WorkflowDrawing } from '../workflow/drawing.tsx';
import { ExemplarStateTag } from './show-marks.tsx';
import { type ExemplarState, exemplarWorkflow, type Guard } from './workflow.ts';

/** What each condition of the table means to whoever reads it. */
const GUARD_NAMES: Record<Guard, string> = {
  has_plan: 'gắn với kế hoạch đang có hiệu lực',
  has_field: 'đã chọn lĩnh vực',
  has_breadth: 'ghi rõ toàn diện hay từng mặt',
  has_statement: 'có tóm tắt thành tích',
  has_achievement: 'có ít nhất một thành tích',
  endorsed: 'được tập thể suy tôn',
  criteria_met: 'không có tiêu chí bắt buộc nào chưa đạt',
  criteria_known: 'không còn tiêu chí bắt buộc nào chưa rõ',
  nurturing_planned: 'có hoạt động bồi dưỡng và người phụ trách',
  consented: 'điển hình đồng ý',
  quota_room: 'còn chỗ trong chỉ tiêu của lĩnh vực',
  checked: 'đã kiểm tra, đánh giá ít nhất một lần',
  higher_level: 'cấp cao hơn cấp đã công nhận',
  not_own_proposal: 'người quyết định không phải người đề nghị',
  on_desk: 'hồ sơ không bị chuyển sang bàn của cơ quan khác',
  returned_once: 'mỗi cấp trả lại một lần; lần nữa phải được cấp trên cho phép',
  opinions_in: 'cơ quan được hỏi đã trả lời, hoặc đã nêu tên là chưa trả lời',
};

const COLUMNS: Column[] = [
  { key: 'action', label: 'Việc' },
  { key: 'to', label: 'Chuyển sang' },
  { key: 'who', label: 'Ai làm' },
  { key: 'must', label: 'Điều kiện', width: 'wide' },
];

/** The life of an exemplar: a picture and the whole table, both from the table that the program itself goes by. */
export function WorkflowPage() {
  return (
    <>
      <PageHead
        title="Quy trình điển hình"
        crumbs={[{ label: 'Danh mục', href: '/danh-muc' }, { label: 'Quy trình' }]}
        lead="Từ phát hiện đến tôn vinh. Nút bấm, lý do từ chối và hình vẽ này đều theo một bảng duy nhất."
      />
      <Section
        id="hinh"
        title="Hình vẽ"
        intro="Dưới mỗi trạng thái là các việc có thể làm; đường kẻ dẫn sang phải rồi về trạng thái tiếp theo."
      >
        <WorkflowDrawing
          table={exemplarWorkflow}
          title="Các trạng thái của điển hình và các bước giữa chúng; nội dung có đủ ở bảng dưới"
          backWords="về như trước"
        />
      </Section>
      <Section id="bang" title="Bảng đầy đủ">
        <DataTable caption="Trạng thái, việc, người làm, điều kiện" captionHidden columns={COLUMNS}>
          {STATES.map((state) => (
            <StateRows state={state} />
          ))}
        </DataTable>
        <p class="muted">
          Điều kiện về suy tôn, tiêu chí, kế hoạch bồi dưỡng, chỉ tiêu và kiểm tra có thể được cấp quyết định
          bỏ qua, kèm lý do được lưu lại. Sự đồng ý của điển hình thì không.
        </p>
      </Section>
    </>
  );
}

const STATES = Object.keys(exemplarWorkflow.states) as ExemplarState[];

function StateRows({ state }: { state: ExemplarState }) {
  const steps = exemplarWorkflow.steps.filter((step) => (step.from as readonly string[]).includes(state));
  return (
    <>
      <TableGroup columns={COLUMNS}>
        <ExemplarStateTag state={state} />
      </TableGroup>
      {steps.map((step) => {
        const { label, reason } = exemplarWorkflow.actions[step.action];
        const must = step.must.map((guard) => GUARD_NAMES[guard]);
        return (
          <TableRow
            columns={COLUMNS}
            row={{
              action: label,
              to:
                step.to === 'before_hold'
                  ? 'trạng thái trước khi tạm dừng'
                  : exemplarWorkflow.states[step.to].name,
              who: step.who.map((role) => ROLE_NAMES[role]).join(', '),
              must: [...must, ...(reason === 'required' ? ['ghi lý do'] : [])].join('; ') || 'không',
            }}
          />
        );
      })}
    </>
  );
}
