import { Notice, type NoticeTone } from './notice.tsx';

/** What has just been done, said once on the next page. */
export interface Flash {
  tone: NoticeTone;
  text: string;
}

export function FlashNotice({ flash }: { flash?: Flash | null | undefined }) {
  return flash ? <Notice tone={flash.tone}>{flash.text}</Notice> : null;
}
