import { Notice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { officePage } from '../web/page.tsx';
import type { Visit } from '../web/visit.ts';
import { codeFromKey } from './codes.ts';
import { leadsSecret } from './secret.ts';
import { SlipBox } from './slip-box.tsx';
import type { Place } from './target-form.tsx';

/** Shows the officer the code that was just made, once, with its slip to hand over. */
export async function slipPage(
  visit: Visit,
  { crumbs, kicker, backTo }: Pick<Place, 'crumbs' | 'kicker' | 'backTo'>,
  key: string,
  turn: number,
): Promise<Response> {
  const code = codeFromKey(await leadsSecret(visit.get('deps').db), key, turn);
  return officePage(visit, {
    title: 'Phiếu có mã',
    children: (
      <>
        <PageHead title="Phiếu có mã" crumbs={[...crumbs, { label: 'Phiếu có mã' }]} kicker={kicker} />
        <Notice tone="warn" title="Mã chỉ hiện một lần">
          Hãy in phiếu và trao tận tay, hoặc đọc mã qua điện thoại. Chương trình không giữ mã; mất phiếu thì
          cấp lại.
        </Notice>
        <SlipBox code={code} />
        <p>
          <a href={backTo}>Quay lại</a>
        </p>
      </>
    ),
  });
}
