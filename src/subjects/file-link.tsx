import type { SubjectInView } from './in-view.ts';

/** A registration of the subject as the sections of its page name it: 'Hồ sơ số 12, kế hoạch 1711/KH-UBND'. */
export function fileName({ exemplars }: Pick<SubjectInView, 'exemplars'>, id: number): string {
  const plan = exemplars.find((file) => file.id === id)?.planNumber;
  return plan ? `Hồ sơ số ${id}, kế hoạch ${plan}` : `Hồ sơ số ${id}`;
}

/** The same, leading to it; `anchor` names a section of its page. */
export function FileLink({
  subject,
  id,
  anchor,
}: {
  subject: Pick<SubjectInView, 'exemplars'>;
  id: number;
  anchor?: string;
}) {
  return <a href={`/dien-hinh/${id}${anchor ? `#${anchor}` : ''}`}>{fileName(subject, id)}</a>;
}
