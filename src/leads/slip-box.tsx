import { Button } from '../ui/button.tsx';
import { CodeBox } from '../ui/code-box.tsx';
import { writtenCode } from './codes.ts';

/** The address that makes the slip of a code as PDF. */
export const SLIP_PATH = '/tra-cuu/phieu';

/** A code with its slip to print. The code travels in the form, never in an address. */
export function SlipBox({ code }: { code: string }) {
  return (
    <CodeBox code={writtenCode(code)}>
      <form method="post" action={SLIP_PATH} class="code-box-form">
        <input type="hidden" name="code" value={writtenCode(code)} />
        <Button icon="print">Tải phiếu để in (PDF)</Button>
      </form>
    </CodeBox>
  );
}
