import { z } from 'zod';
import type { Reason } from '../platform/outcome.ts';
import { DateField, TextArea, TextField } from '../ui/field.tsx';
import { day, optionalText, text } from '../web/form-fields.ts';
import type { Route } from '../web/route.ts';
import { actorOf } from '../web/visit.ts';
import { type AmendmentInput, closeAmendment, openAmendment } from './amend-plan.ts';
import { type PlanForm, planFormRoutes } from './plan-form.tsx';
import { NOT_A_PLANNER, writesPlans } from './refusal-to-edit.ts';
import type { AfterIssue } from './step-plan.ts';

const opening: PlanForm<AmendmentInput> = {
  path: 'sua-doi',
  title: 'Sửa đổi, bổ sung kế hoạch',
  lead: 'Kế hoạch đang thực hiện chỉ sửa theo một văn bản có số và ngày. Mở văn bản, sửa các phần cần sửa, rồi kết thúc: hệ thống ghi lại mọi chỗ đã đổi.',
  button: 'Mở văn bản sửa đổi',
  said: 'Đã mở văn bản sửa đổi; giờ có thể sửa từng phần của kế hoạch.',
  schema: z.object({
    number: text('số, ký hiệu', 100),
    issuedOn: day('ngày văn bản'),
    signer: optionalText('người ký', 120),
    summary: text('nội dung sửa đổi', 2_000),
  }),
  whyNot(visit, plan): Reason[] {
    if (!writesPlans(actorOf(visit))) return [NOT_A_PLANNER];
    if (plan.hasOpenAmendment) {
      return [
        {
          rule: 'amendment_open',
          sentence: 'Đang có một văn bản sửa đổi chưa xong; hãy kết thúc văn bản đó trước.',
        },
      ];
    }
    return plan.state === 'in_force'
      ? []
      : [
          {
            rule: 'not_in_force',
            sentence: 'Chỉ kế hoạch đang thực hiện mới cần văn bản sửa đổi; dự thảo thì sửa thẳng.',
          },
        ];
  },
  command: openAmendment,
  fields: (_visit, { field }) => (
    <>
      <TextField {...field('number')} label="Số, ký hiệu văn bản sửa đổi" width="half" required />
      <DateField {...field('issuedOn')} label="Ngày văn bản" required />
      <TextField {...field('signer')} label="Người ký" width="half" />
      <TextArea {...field('summary')} label="Sửa đổi, bổ sung gì, vì sao" rows={4} required />
    </>
  ),
};

const closing = (afterIssue: AfterIssue): PlanForm<object> => ({
  path: 'sua-doi/ket-thuc',
  title: 'Kết thúc văn bản sửa đổi',
  lead: 'Hệ thống so kế hoạch trước và sau, ghi lại mọi chỗ đã đổi kèm số và ngày của văn bản. Sau đó kế hoạch lại khóa.',
  button: 'Kết thúc sửa đổi',
  said: 'Đã kết thúc văn bản sửa đổi; các chỗ đã đổi được ghi ở cuối trang.',
  schema: z.object({}),
  whyNot(visit, plan): Reason[] {
    if (!writesPlans(actorOf(visit))) return [NOT_A_PLANNER];
    return plan.hasOpenAmendment
      ? []
      : [{ rule: 'no_amendment', sentence: 'Kế hoạch không có văn bản sửa đổi nào đang mở.' }];
  },
  command: (acting, input) => closeAmendment(acting, input, afterIssue),
  fields: () => <p>Hãy kiểm tra lại các phần đã sửa trước khi kết thúc.</p>,
});

export const amendRoutes = (afterIssue: AfterIssue): Route[] => [
  ...planFormRoutes(opening),
  ...planFormRoutes(closing(afterIssue)),
];
