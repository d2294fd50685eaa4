import { z } from 'zod';
import type { Actor } from '../identity/actor.ts';
import { dayBefore } from '../offices/validity.ts';
import type { Reason } from '../platform/outcome.ts';
import { DateField, TextArea } from '../ui/field.tsx';
import { formatDate } from '../ui/format.ts';
import { day, text } from '../web/form-fields.ts';
import { actorOf, type Visit } from '../web/visit.ts';
import type { CriteriaSet } from './queries.ts';
import { setFormRoutes } from './set-form.tsx';
import { daysInWords } from './set-words.tsx';
import { endSet, publishSet, setStep } from './step-set.ts';
import { type SetAction, setWorkflow } from './workflow.ts';

const whyNot =
  (action: SetAction) =>
  async (visit: Visit, actor: Actor, set: CriteriaSet | null): Promise<Reason[]> => {
    if (!set) return [];
    const { verdict } = await setStep(visit.get('deps').db, actor, set, action);
    return verdict.allowed ? [] : verdict.reasons;
  };

/** The steps in the life of a set, each with its page that asks once more. */
export const stepRoutes = [
  ...setFormRoutes({
    path: '/:id/dung',
    title: setWorkflow.actions.publish.label,
    lead: 'Từ lúc này bộ tiêu chí không sửa được nữa; muốn sửa thì soạn lần mới.',
    button: setWorkflow.actions.publish.label,
    said: 'Đã đưa bộ tiêu chí vào dùng.',
    schema: z.object({}),
    whyNot: whyNot('publish'),
    command: (acting, { id, version }) => publishSet(acting, { id, version }),
    async fields(visit, { set }) {
      if (!set) return null;
      const { toEnd } = await setStep(visit.get('deps').db, actorOf(visit), set, 'publish');
      return (
        <>
          <p>
            “{set.name}” áp dụng {daysInWords(set)}, gồm {set.criteria.length} tiêu chí.
          </p>
          {toEnd && set.validFrom ? (
            <p>
              Lần {toEnd.edition} đang dùng sẽ hết hiệu lực ngày {formatDate(dayBefore(set.validFrom))}. Đánh
              giá đã làm theo lần đó giữ nguyên.
            </p>
          ) : null}
        </>
      );
    },
  }),
  ...setFormRoutes({
    path: '/:id/ket-thuc',
    title: 'Thôi dùng bộ tiêu chí',
    lead: 'Sau ngày cuối, không đánh giá mới theo bộ này; đánh giá đã làm giữ nguyên.',
    button: setWorkflow.actions.end.label,
    said: 'Đã ghi ngày thôi dùng bộ tiêu chí.',
    schema: z.object({ lastDay: day('ngày cuối áp dụng'), reason: text('lý do', 500) }),
    whyNot: whyNot('end'),
    command: (acting, { id, version, lastDay, reason }) => endSet(acting, { id, version, lastDay, reason }),
    fields: (_visit, { field, set }) => (
      <>
        <DateField {...field('lastDay', set?.validTo)} label="Áp dụng đến hết ngày" required />
        <TextArea
          {...field('reason')}
          label="Lý do"
          rows={3}
          required
          hint="Ví dụ: văn bản đã được thay thế."
        />
      </>
    ),
  }),
];
