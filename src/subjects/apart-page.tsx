import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { TextArea } from '../ui/field.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import type { Typed } from '../web/form.ts';
import { HiddenFields } from '../web/hidden-fields.tsx';
import type { SubjectInView } from './in-view.ts';
import { apartPath, askAgainPath, mergePath } from './merge-paths.ts';
import { factsLine, mergeCrumbs } from './merge-told.tsx';

export interface ApartPageProps {
  way: 'apart' | 'again';
  one: SubjectInView;
  other: SubjectInView;
  reasons: readonly Reason[];
  errors: FieldErrors;
  typed: Typed;
}

const WORDS = {
  apart: {
    title: 'Hai chủ thể khác nhau',
    lead: 'Cặp này sẽ không còn trong danh sách có thể trùng. Ai muốn gộp sau này phải nêu lý do.',
    label: 'Vì sao biết là hai',
    hint: 'Ví dụ: hai người cùng tên ở hai khu, đã hỏi trưởng khu ngày nào.',
    button: 'Ghi là hai chủ thể khác nhau',
    path: apartPath,
  },
  again: {
    title: 'Xem lại hai chủ thể',
    lead: 'Bỏ ghi nhận “hai chủ thể khác nhau”; nếu vẫn giống nhau, cặp này trở lại danh sách có thể trùng.',
    label: 'Vì sao xem lại',
    hint: undefined,
    button: 'Đưa lại vào danh sách',
    path: askAgainPath,
  },
} as const;

/** That two are not one is written down with its reason, or taken back. */
export function ApartPage({ way, one, other, reasons, errors, typed }: ApartPageProps) {
  const { title, lead, label, hint, button, path } = WORDS[way];
  return (
    <>
      <PageHead title={title} crumbs={mergeCrumbs(one, title)} lead={lead} />
      <RefusalList title="Chưa ghi được" reasons={reasons} />
      <SummaryList
        items={[one, other].map((subject) => ({
          label: `Số ${subject.id}`,
          value: subject.fullName,
          note: factsLine(subject),
        }))}
      />
      {reasons.length > 0 && typed.reason === undefined ? null : (
        <form method="post" action={path(one.id, other.id)}>
          <ErrorSummary errors={errors} />
          <HiddenFields typed={typed} />
          <TextArea
            name="reason"
            label={label}
            hint={hint}
            required
            rows={3}
            value={typeof typed.reason === 'string' ? typed.reason : ''}
            error={errors.reason}
          />
          <ButtonRow>
            <Button kind="primary">{button}</Button>
            <ButtonLink href={mergePath(one.id, other.id)} kind="quiet">
              Về trang so sánh
            </ButtonLink>
          </ButtonRow>
        </form>
      )}
    </>
  );
}
