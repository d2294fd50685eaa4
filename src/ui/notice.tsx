import type { Child } from 'hono/jsx';
import { Icon, type IconName } from './icon.tsx';

export type NoticeTone = 'info' | 'success' | 'warn' | 'error';

const ICON: Record<NoticeTone, IconName> = { info: 'info', success: 'check', warn: 'alert', error: 'stop' };
const WORD: Record<NoticeTone, string> = {
  info: 'Thông tin',
  success: 'Đã xong',
  warn: 'Lưu ý',
  error: 'Có lỗi',
};

export interface NoticeProps {
  tone: NoticeTone;
  title?: string | undefined;
  children?: Child;
}

/** A message about the whole page, e.g. what has just been done. Read aloud at once when it is an error. */
export function Notice({ tone, title, children }: NoticeProps) {
  return (
    <div class={`notice is-${tone}`} role={tone === 'error' ? 'alert' : 'status'}>
      <Icon name={ICON[tone]} />
      <div class="notice-body">
        <span class="visually-hidden">{WORD[tone]}: </span>
        {title ? <p class="notice-title">{title}</p> : null}
        {children}
      </div>
    </div>
  );
}
