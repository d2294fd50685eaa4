export type Answer =
  | { kind: 'taken'; sentence: string }
  | { kind: 'refused'; sentence: string }
  /** The line broke, or the server was busy: the same again, with the same key, does it once. */
  | { kind: 'broken'; sentence: string };

const BROKEN = 'Đường truyền bị ngắt. Tệp vẫn được giữ ở đây và sẽ tự gửi lại khi có mạng.';
const SIGNED_OUT = 'Phiên làm việc đã hết. Hãy đăng nhập ở một thẻ khác của trình duyệt rồi bấm Gửi lại.';
const LOST = 'Hồ sơ này không còn trong phạm vi của bạn.';
/** Without a byte moving for so long the line is dead. */
const PATIENCE_MS = 60_000;

/** Sends one form with its file and tells how far it is. Never throws. */
export function send(url: string, body: FormData, progress: (share: number) => void): Promise<Answer> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    let timer = 0;
    const moved = () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => request.abort(), PATIENCE_MS);
    };
    const settle = (answer: Answer) => {
      clearTimeout(timer);
      resolve(answer);
    };
    request.upload.addEventListener('progress', ({ loaded, total, lengthComputable }) => {
      moved();
      if (lengthComputable && total > 0) progress(loaded / total);
    });
    for (const end of ['error', 'abort', 'timeout'])
      request.addEventListener(end, () => settle({ kind: 'broken', sentence: BROKEN }));
    request.addEventListener('load', () => settle(answerOf(request)));
    request.open('POST', url);
    request.setRequestHeader('Accept', 'application/json');
    request.send(body);
    moved();
  });
}

function answerOf({ status, responseText }: XMLHttpRequest): Answer {
  const sentence = sentenceIn(responseText);
  if (sentence !== null && status === 200) return { kind: 'taken', sentence };
  if (sentence !== null && status < 500) return { kind: 'refused', sentence };
  if (status === 404) return { kind: 'refused', sentence: LOST };
  if (status === 413) return { kind: 'refused', sentence: 'Tệp quá lớn nên chưa được nhận.' };
  // a way to the sign-in page is a page, not an answer to us
  if (status < 500 && status !== 0 && status !== 429) return { kind: 'broken', sentence: SIGNED_OUT };
  return { kind: 'broken', sentence: BROKEN };
}

function sentenceIn(text: string): string | null {
  try {
    const { sentence } = JSON.parse(text) as { sentence?: unknown };
    return typeof sentence === 'string' ? sentence : null;
  } catch {
    return null;
  }
}
