import { record } from '../audit/record.ts';
import type { FieldErrors } from '../platform/outcome.ts';
import { checkForViruses } from '../platform/virus-check.ts';
import type { Visit } from './visit.ts';

/** Files that went through here; `sentFiles` hands out no other. */
const passed = new WeakSet<File>();

export const passedUploadCheck = (file: File): boolean => passed.has(file);

/**
 * Looks at every file of a form, one after the other. Called by `readForm`, so that no way in leads around it.
 *
 * @returns for each field with a file that is not taken, a sentence for each such file; empty when all may pass
 */
export async function stoppedUploads(
  visit: Visit,
  files: readonly (readonly [field: string, file: File])[],
): Promise<FieldErrors> {
  const stopped: FieldErrors = {};
  for (const [field, file] of files) {
    const reason = file.size > 0 ? await stoppedByVirusCheck(visit, file.name, () => bytesOf(file)) : null;
    if (reason === null) passed.add(file);
    else stopped[field] = stopped[field] ? `${stopped[field]} ${reason}` : reason;
  }
  return stopped;
}

const bytesOf = async (file: File): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());

const LONGEST_NAME = 150;

/**
 * Why a file that came in is not taken: a sentence, or null when clamd finds nothing or none is set up. What clamd
 * finds is recorded, without the file. Called directly only for files that do not come as files of a form.
 */
export async function stoppedByVirusCheck(
  visit: Visit,
  name: string,
  read: () => Promise<Uint8Array>,
): Promise<string | null> {
  const { config, log } = visit.get('deps');
  if (!config.clamd) return null;
  const bytes = await read();
  const verdict = await checkForViruses(config.clamd, bytes);
  const shown = name.slice(0, LONGEST_NAME);
  switch (verdict.kind) {
    case 'clean':
      return null;
    case 'infected':
      await recordFinding(visit, { name: shown, finding: verdict.finding, size: bytes.length });
      return `Tệp “${shown}” có mã độc (${verdict.finding}) nên không được nhận; hãy quét vi-rút máy của bạn và xin lại tệp sạch từ nơi đã gửi nó.`;
    case 'too_large':
      log.warn({ size: bytes.length }, 'a file is larger than clamd takes: raise its StreamMaxLength');
      return `Tệp “${shown}” quá lớn để quét vi-rút nên chưa được nhận; hãy gửi tệp nhỏ hơn, hoặc báo quản trị nâng giới hạn của máy quét.`;
    case 'unreached':
      log.error({ problem: verdict.problem }, 'clamd could not be asked; an upload was refused');
      return `Tệp “${shown}” chưa được nhận vì máy quét vi-rút không trả lời; hãy thử lại sau ít phút, nếu vẫn vậy thì báo quản trị.`;
  }
}

function recordFinding(
  visit: Visit,
  { name, finding, size }: { name: string; finding: string; size: number },
): Promise<void> {
  const { db, clock } = visit.get('deps');
  const actor = visit.get('actor') ?? { accountId: null, displayName: 'Người không đăng nhập' };
  return db.transaction().execute((tx) =>
    record(
      tx,
      { clock, actor, ip: visit.get('ip') },
      {
        kind: 'upload.infected',
        thingId: 0,
        after: { tệp: name, 'phát hiện': finding, 'dung lượng (byte)': size, trang: visit.req.path },
      },
    ),
  );
}
