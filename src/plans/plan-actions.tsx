import type { Reason } from '../platform/outcome.ts';
import { ButtonLink } from '../ui/button.tsx';
import { formatDate } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { MissingList, Section } from '../ui/panel.tsx';
import type { AmendmentInView } from './amend-plan.ts';
import { overlappingStages } from './plan-rules.ts';
import type { PlanInView } from './queries.ts';
import { STEP_PATHS } from './step-routes.tsx';

/** Sections of the editor, in the order of the paper. */
const SECTIONS: readonly { path: string; label: string }[] = [
  { path: 'thong-tin', label: 'Thông tin văn bản' },
  { path: 'can-cu', label: 'Căn cứ' },
  { path: 'giai-doan', label: 'Giai đoạn' },
  { path: 'linh-vuc/moi', label: 'Thêm lĩnh vực' },
  { path: 'phan-ke-hoach', label: 'Phần của kế hoạch đơn vị' },
  { path: 'goi-y-ke-hoach', label: 'Lời gợi ý cho đơn vị' },
  { path: 'phong-trao', label: 'Phong trào' },
  { path: 'nhiem-vu', label: 'Nhiệm vụ' },
];

interface PlanActionsProps {
  plan: PlanInView;
  amendments: readonly AmendmentInView[];
  missing: readonly Reason[];
  /** The content may be edited now. */
  mayEdit: boolean;
}

/** The one place of the page where something can be done with the plan, for those who write plans. */
export function PlanActions({ plan, amendments, missing, mayEdit }: PlanActionsProps) {
  const at = (path: string) => `/ke-hoach/${plan.id}/${path}`;
  const open = amendments.find(({ isOpen }) => isOpen);
  return (
    <Section id="viec" title="Soạn và điều hành">
      {open ? (
        <Notice tone="info" title={`Đang sửa theo ${open.number} ngày ${formatDate(open.issuedOn)}`}>
          <p>Sửa xong thì kết thúc, để các chỗ đã đổi được ghi kèm số và ngày của văn bản.</p>
        </Notice>
      ) : null}
      {mayEdit ? <Overlaps stages={plan.stages} /> : null}
      {plan.state === 'draft' ? (
        <MissingList
          title="Còn thiếu để đưa vào thực hiện"
          items={missing.map(({ rule, sentence }) => ({ text: sentence, href: placeOf(rule, at) }))}
        />
      ) : null}
      {mayEdit ? (
        <div class="button-row">
          {SECTIONS.map(({ path, label }) => (
            <ButtonLink href={at(path)} small>
              {label}
            </ButtonLink>
          ))}
        </div>
      ) : null}
      <div class="button-row">
        {plan.state === 'draft' ? (
          <ButtonLink href={at(STEP_PATHS.issue)} kind={missing.length === 0 ? 'primary' : 'secondary'}>
            Đưa vào thực hiện
          </ButtonLink>
        ) : null}
        {open ? (
          <ButtonLink href={at('sua-doi/ket-thuc')} kind="primary">
            Kết thúc sửa đổi
          </ButtonLink>
        ) : null}
        {plan.state === 'in_force' && !open ? (
          <>
            <ButtonLink href={at('sua-doi')}>Sửa đổi, bổ sung</ButtonLink>
            <ButtonLink href={at('nhiem-vu')}>Nhiệm vụ</ButtonLink>
            <ButtonLink href={at(STEP_PATHS.close)}>Kết thúc kế hoạch</ButtonLink>
          </>
        ) : null}
        {plan.state === 'closed' ? <ButtonLink href={at(STEP_PATHS.reopen)}>Mở lại</ButtonLink> : null}
        <ButtonLink href={at('chep')}>Chép sang giai đoạn mới</ButtonLink>
        <ButtonLink href={at('chay-thu')}>Chạy thử một năm</ButtonLink>
      </div>
    </Section>
  );
}

/** Where what stands against issuing can be put right. */
const PLACES: Record<string, string> = {
  has_number: 'thong-tin',
  has_signer: 'thong-tin',
  has_stages: 'giai-doan',
  has_fields: 'linh-vuc/moi',
  alone_in_its_period: 'thong-tin',
  nothing_to_decide: 'chep/quyet-dinh',
};

function placeOf(rule: string, at: (path: string) => string): string | undefined {
  const path = PLACES[rule];
  return path && at(path);
}

/** Plans do have stages that share days; those who write one are asked to look again. */
function Overlaps({ stages }: { stages: PlanInView['stages'] }) {
  const pairs = overlappingStages(stages);
  if (pairs.length === 0) return null;
  return (
    <Notice tone="warn" title="Có giai đoạn trùng thời gian">
      <p>
        {pairs.map(([one, other]) => `“${one}” và “${other}”`).join('; ')}. Nếu văn bản viết như vậy thì giữ
        nguyên.
      </p>
    </Notice>
  );
}
