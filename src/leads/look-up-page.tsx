import type { Child } from 'hono/jsx';
import type { FieldErrors } from '../platform/outcome.ts';
import { Button, ButtonRow } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { TextField } from '../ui/field.tsx';
import { formatDate } from '../ui/format.ts';
import { HiddenFields } from '../web/hidden-fields.tsx';
import type { AssistedEntry } from './assisted-rows.ts';
import { writtenCode } from './codes.ts';
import { SAMPLE_CODE_WORDS, SAMPLE_CODES, type SampleCode } from './sample-codes.ts';
import { CONFIRM_WAY_NAMES, lowerFirst } from './words.ts';

export const LOOK_UP_PATH = '/tra-cuu';

interface LookUpProps {
  typed: string;
  errors: FieldErrors;
  /** The demo shows codes that one can try. */
  demo: boolean;
}

/** The form for a code. */
export function LookUpPage({ typed, errors, demo }: LookUpProps) {
  return (
    <>
      <div class="stack">
        <h1>Tra cứu bằng mã</h1>
        <p class="lede">
          Ghi mã trên phiếu, hoặc mã đã hiện khi bạn gửi lời giới thiệu, để xem đã đến đâu và nói thêm.
        </p>
      </div>
      <form method="post" action={LOOK_UP_PATH} class="form">
        <ErrorSummary errors={errors} title="Chưa mở được" />
        <TextField
          name="code"
          label="Mã"
          hint="Ví dụ GS-7K3M-92QX; chữ hoa, chữ thường đều được."
          required
          width="half"
          value={typed}
          error={errors.code}
          maxlength={40}
          autocomplete="off"
        />
        <ButtonRow>
          <Button kind="primary">Xem</Button>
        </ButtonRow>
      </form>
      {demo ? <SampleCodes /> : null}
      <p>Mất mã? Nếu cán bộ đã ghi hộ bạn, hãy đến đơn vị ghi trên phiếu để được cấp lại.</p>
    </>
  );
}

function SampleCodes() {
  return (
    <section class="stack" aria-labelledby="ma-mau">
      <h2 id="ma-mau">Mã mẫu để thử</h2>
      <ul>
        {Object.entries(SAMPLE_CODES).map(([name, code]) => (
          <li>
            <code>{writtenCode(code)}</code>: {SAMPLE_CODE_WORDS[name as SampleCode]}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A form on what a code has opened: the code goes along in it, never in an address. */
export function CodeForm(props: {
  code: string;
  action: string;
  errors?: FieldErrors | undefined;
  children: Child;
}) {
  const { code, action, errors = {}, children } = props;
  return (
    <form method="post" action={`${LOOK_UP_PATH}/${action}`} class="form">
      <ErrorSummary errors={errors} />
      <HiddenFields />
      <input type="hidden" name="code" value={writtenCode(code)} />
      {children}
    </form>
  );
}

/** That an officer typed it, how it was confirmed, and when: shown as such for ever. */
export function AssistedLine({ entry }: { entry: AssistedEntry | null }) {
  if (!entry) return null;
  return (
    <p class="muted">
      Ghi hộ: {entry.typedByName} ghi ngày {formatDate(entry.typedAt.toISOString().slice(0, 10))}, đã xác nhận{' '}
      {lowerFirst(CONFIRM_WAY_NAMES[entry.confirmedHow])} ngày {formatDate(entry.confirmedOn)}.
    </p>
  );
}

/** Plain text as it was typed, line by line. */
export const Lines = ({ children }: { children: string }) => <div class="prose-lines">{children}</div>;
