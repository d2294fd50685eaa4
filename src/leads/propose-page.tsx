import type { FieldErrors } from '../platform/outcome.ts';
import { Button, ButtonRow } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { CheckboxField, TextField } from '../ui/field.tsx';
import { fieldOf } from '../web/field-of.ts';
import type { Typed } from '../web/form.ts';
import { HiddenFields } from '../web/hidden-fields.tsx';
import type { PlaceGroup } from './places.ts';
import { ProposalFields } from './propose-fields.tsx';
import { LONGEST } from './rules.ts';
import { SlipBox } from './slip-box.tsx';

interface ProposeProps {
  places: readonly PlaceGroup[];
  /** Carries the signed key of the form. */
  typed: Typed;
  errors: FieldErrors;
  /** Days for which a contact is kept after the end. */
  contactDays: number;
}

/** The form in which anybody proposes somebody they know. */
export function ProposePage({ places, typed, errors, contactDays }: ProposeProps) {
  const field = fieldOf(typed, errors);
  return (
    <>
      <div class="stack">
        <h1>Đề xuất người bạn biết</h1>
        <p class="lede">
          Kể về một người, một tập thể hay một gia đình làm việc tốt, có cách làm hay. Biết chưa đủ vẫn gửi
          được: cán bộ xã sẽ tìm hiểu tiếp.
        </p>
      </div>
      <form method="post" action="/de-xuat" class="form">
        <ErrorSummary errors={errors} />
        <HiddenFields typed={typed} />
        <ProposalFields field={field} places={places} />
        <TextField
          {...field('reachedBy')}
          label="Số điện thoại hoặc thư điện tử của bạn"
          hint={`Chỉ để cán bộ hỏi thêm khi cần; xóa sau khi giải quyết xong ${contactDays} ngày. Chúng tôi không hỏi tên bạn.`}
          maxlength={LONGEST.contact}
          autocomplete="off"
        />
        <Trap />
        <Rules />
        <CheckboxField
          name="agreed"
          label="Tôi đã đọc và đồng ý với những điều trên"
          required
          checked={typed.agreed === '1'}
          error={errors.agreed}
        />
        <ButtonRow>
          <Button kind="primary">Gửi đề xuất</Button>
        </ButtonRow>
      </form>
      <p>
        Đã gửi trước đây? <a href="/tra-cuu">Xem lời giới thiệu của bạn bằng mã</a>.
      </p>
    </>
  );
}

/** Nobody sees this field, and no reader reads it; programs that fill every field do. */
function Trap() {
  return (
    <div class="visually-hidden" aria-hidden="true">
      <label for="f-website">Ô này để trống</label>
      <input id="f-website" name="website" type="text" value="" tabindex={-1} autocomplete="off" />
    </div>
  );
}

function Rules() {
  return (
    <section class="stack" aria-labelledby="quy-uoc">
      <h2 id="quy-uoc">Trước khi gửi</h2>
      <ul>
        <li>Hãy kể đúng điều bạn biết. Cán bộ sẽ xác minh, và người được giới thiệu sẽ được hỏi ý kiến.</li>
        <li>Lời giới thiệu không đăng lên trang này; chỉ cán bộ có trách nhiệm đọc.</li>
        <li>
          Đừng ghi số căn cước, bệnh tật hay chuyện riêng của người khác. Chúng tôi không lưu tên bạn, không
          lưu địa chỉ mạng của máy bạn dùng.
        </li>
        <li>Bạn rút lại được bằng mã, chừng nào chưa lập hồ sơ.</li>
      </ul>
    </section>
  );
}

/** What is shown once the proposal is in: the code, which nobody can show again. */
export function ReceivedPage({ code }: { code: string }) {
  return (
    <>
      <div class="stack">
        <h1>Đã nhận, cảm ơn bạn</h1>
        <p class="lede">Đây là mã của lời giới thiệu. Hãy ghi lại hoặc in phiếu: mã chỉ hiện một lần này.</p>
      </div>
      <SlipBox code={code} />
      <div class="stack">
        <h2>Tiếp theo</h2>
        <ol>
          <li>Cán bộ xã, hoặc cơ quan thường trực nếu chưa rõ nơi ở, đọc và xác minh.</li>
          <li>
            Bạn vào <a href="/tra-cuu">Tra cứu bằng mã</a> để xem đã đến đâu, trả lời khi được hỏi thêm, kể
            thêm hoặc rút lại.
          </li>
          <li>Nếu không tiếp nhận, bạn đọc được lý do tại đó.</li>
        </ol>
      </div>
    </>
  );
}
