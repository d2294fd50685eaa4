import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { DateField, TextArea } from '../ui/field.tsx';
import { formatDate } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { Section } from '../ui/panel.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import { HiddenFields } from '../web/hidden-fields.tsx';
import { type Offer, withdrawnElsewhere } from './carry-rules.ts';
import { SideTable, type SideTableProps } from './carry-table.tsx';
import { SCOPE_NAMES } from './consent-form.ts';
import { textIn } from './form-page-typed.ts';
import { stepPath } from './step-pages-words.ts';

export interface CompareProps extends SideTableProps {
  reasons: readonly Reason[];
  errors: FieldErrors;
  /** ISO. */
  today: string;
}

/** Both files side by side, with a box at whatever the kept one lacks, and the form that merges. */
export function CompareFiles(props: CompareProps) {
  const { gone, kept, contents, errors, typed, reasons, today } = props;
  const path = stepPath(gone.id, 'merge');
  return (
    <>
      <RefusalList title="Chưa gộp được" reasons={reasons} />
      <Doubts {...props} />
      <form method="post" action={path}>
        <ErrorSummary errors={errors} />
        <HiddenFields typed={typed} version={gone.version} />
        <input type="hidden" name="intoId" value={String(kept.id)} />
        <input type="hidden" name="intoVersion" value={String(kept.version)} />
        <Section
          id="so-sanh"
          title="Hai hồ sơ cạnh nhau"
          intro={
            <p>
              Đánh dấu ở hồ sơ gộp đi những gì hồ sơ được giữ còn thiếu và nên nhận. Số liệu đi cùng minh
              chứng của nó; phần không đánh dấu ở lại hồ sơ gộp đi, vẫn xem được. Mở lại hồ sơ thì mọi thứ trở
              về.
            </p>
          }
        >
          <p id="f-carry" class={errors.carry ? 'field-error' : 'visually-hidden'}>
            {errors.carry ?? 'Các mục mang sang'}
          </p>
          <Blocked offers={props.offers} />
          <SideTable {...props} />
        </Section>
        <Section id="quyet-dinh" title="Gộp">
          <div class="form">
            <TextArea
              name="reason"
              label="Lý do"
              hint="Vì sao biết đây là cùng một chủ thể."
              required
              value={textIn(typed, 'reason')}
              error={errors.reason}
            />
            <DateField
              name="onDay"
              label="Ngày quyết định"
              required
              value={textIn(typed, 'onDay') ?? today}
              error={errors.onDay}
            />
            <ButtonRow>
              <Button kind="primary">Gộp vào hồ sơ số {kept.id}</Button>
              <ButtonLink href={path}>Chọn hồ sơ khác</ButtonLink>
              <ButtonLink href={`/dien-hinh/${gone.id}`} kind="quiet">
                Không, về hồ sơ
              </ButtonLink>
            </ButtonRow>
          </div>
        </Section>
      </form>
      {contents.gone.leads.length > 0 ? (
        <p class="muted">
          Lời giới thiệu của người dân luôn dẫn sang hồ sơ được giữ, kể cả khi không mang sang gì.
        </p>
      ) : null}
    </>
  );
}

/** What a person must think about before two files become one. */
function Doubts({ gone, kept, contents }: CompareProps) {
  const taken = withdrawnElsewhere(contents.gone, contents.kept);
  return (
    <>
      {gone.subject.id === kept.subject.id ? null : (
        <Notice tone="warn" title="Hai hồ sơ đang ghi hai chủ thể">
          <p>
            “{gone.subject.fullName}” (chủ thể số {gone.subject.id}) và “{kept.subject.fullName}” (chủ thể số{' '}
            {kept.subject.id}): hãy chắc chắn là một, và gộp cả hai chủ thể. Trước khi đó, người có phiếu của
            hồ sơ gộp đi chưa đọc được hồ sơ được giữ.
          </p>
        </Notice>
      )}
      {taken.map(({ scope, withdrawnOn }) => (
        <Notice tone="warn" title={`“${SCOPE_NAMES[scope]}” đã được rút ở hồ sơ gộp đi`}>
          <p>
            Rút ngày {formatDate(withdrawnOn)}, trong khi ở hồ sơ được giữ vẫn ghi là đang đồng ý: hãy hỏi lại
            điển hình rồi ghi đúng ở hồ sơ được giữ.
          </p>
        </Notice>
      ))}
    </>
  );
}

/** Said once, not at every box. */
function Blocked({ offers }: { offers: ReadonlyMap<string, Offer> }) {
  const sentences = new Map(
    [...offers.values()].flatMap(({ refusal }) => (refusal ? [[refusal.sentence, refusal] as const] : [])),
  );
  return <RefusalList title="Có mục chưa mang sang được" reasons={[...sentences.values()]} />;
}
