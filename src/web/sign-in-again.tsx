import { Button } from '../ui/button.tsx';
import { simplePage } from './page.tsx';
import type { Visit } from './visit.ts';

/** The way to the sign-in, and from there back to the page that was asked for. */
export function signInPath(visit: Visit): string {
  const { pathname, search } = new URL(visit.req.url);
  return `/dang-nhap?tiep=${encodeURIComponent(pathname + search)}`;
}

interface Sent {
  fields: [name: string, value: string][];
  /** Chosen files cannot be handed back: a browser must choose them again. */
  hadFiles: boolean;
}

/**
 * A form came without a session: it has ended meanwhile. What was typed is handed back in the page itself, to be sent
 * again after signing in beside it; passwords never are.
 */
export async function signInAgainPage(visit: Visit): Promise<Response> {
  const { fields, hadFiles } = await whatWasSent(visit);
  const kept = fields.length > 0;
  return simplePage(visit, {
    title: 'Cần đăng nhập lại',
    status: 401,
    children: (
      <>
        <h1>Cần đăng nhập lại</h1>
        <p>
          Phiên làm việc đã hết nên việc vừa rồi chưa được ghi.
          {kept ? ' Nội dung bạn đã nhập vẫn còn ở trang này.' : ''}
        </p>
        <ol>
          <li>
            <a href="/dang-nhap" target="_blank" rel="noopener">
              Đăng nhập ở một thẻ mới
            </a>
            , rồi trở lại thẻ này.
          </li>
          <li>{kept ? 'Bấm “Gửi lại” để gửi nội dung đã nhập.' : 'Mở lại trang và thực hiện lại.'}</li>
        </ol>
        {hadFiles ? <p>Tệp đính kèm không giữ lại được; hãy chọn lại tệp khi được hỏi.</p> : null}
        {kept ? (
          <form method="post" action={pathOf(visit)}>
            {fields.map(([name, value]) => (
              <input type="hidden" name={name} value={value} />
            ))}
            <Button kind="primary">Gửi lại</Button>
          </form>
        ) : null}
      </>
    ),
  });
}

function pathOf(visit: Visit): string {
  const { pathname, search } = new URL(visit.req.url);
  return pathname + search;
}

async function whatWasSent(visit: Visit): Promise<Sent> {
  const body = await visit.req.parseBody({ all: true }).catch(() => ({}));
  const entries = Object.entries(body).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one): [string, unknown] => [name, one]),
  );
  const secret = entries.some(([name]) => /mat_?khau|password/i.test(name));
  const fields = entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return {
    fields: secret ? [] : fields,
    hadFiles: entries.some(([, value]) => value instanceof File && value.size > 0),
  };
}
