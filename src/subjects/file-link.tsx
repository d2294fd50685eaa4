import type { SubjectInView } from './in-view.ts';

interface FileLinkProps {
  subject: Pick<SubjectInView, 'exemplars'>;
  /** Of the registration. */
  id: number;
  /** A section of its page. */
  anchor?: string;
}

/** A registration as the sections of the subject's page name it; with its plan where there is more than one. */
export function FileLink({ subject: { exemplars }, id, anchor }: FileLinkProps) {
  const plan = exemplars.find((file) => file.id === id)?.planNumber;
  const several = new Set(exemplars.map(({ planId }) => planId)).size > 1;
  return (
    <>
      <a href={`/dien-hinh/${id}${anchor ? `#${anchor}` : ''}`}>Hồ sơ số {id}</a>
      {several && plan ? <div class="muted">{plan}</div> : null}
    </>
  );
}
