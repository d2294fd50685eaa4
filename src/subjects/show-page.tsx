import type { Child } from 'hono/jsx';
import type { HistoryEntry } from '../audit/timeline.ts';
import { ButtonLink } from '../ui/button.tsx';
import { formatCount } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Section } from '../ui/panel.tsx';
import { History } from '../web/history.tsx';
import type { Alias } from './alias-queries.ts';
import type { SubjectInView } from './in-view.ts';
import { SUBJECT_KIND_NAMES } from './kinds.ts';
import { SampleWord } from './marks.tsx';
import type { OfficeOfSubject } from './office-history.ts';
import { SubjectFactsList } from './show-facts.tsx';
import { OfficesOfSubject } from './show-offices.tsx';
import { Registrations } from './show-registrations.tsx';

export interface SubjectPageProps {
  subject: SubjectInView;
  /** The name of the one that was asked for, where it was merged into this one. */
  goneName: string | null;
  aliases: readonly Alias[];
  offices: readonly OfficeOfSubject[];
  parts: readonly { id: string; title: string; content: Child }[];
  history: readonly HistoryEntry[];
  mayWrite: boolean;
  /** Holds the whole of it, so may say that it is another one. */
  mayMerge: boolean;
}

/** Everything ever recorded about one subject, over all plans. */
export function SubjectPage(props: SubjectPageProps) {
  const { subject, goneName, aliases, offices, parts, history, mayWrite, mayMerge } = props;
  const path = `/chu-the/${subject.id}`;
  const birth = subject.birthYear === null ? null : `sinh ${subject.birthYear}`;
  return (
    <>
      <PageHead
        title={subject.fullName}
        crumbs={[{ label: 'Chủ thể', href: '/chu-the' }, { label: subject.fullName }]}
        kicker={[SUBJECT_KIND_NAMES[subject.kind], birth].filter(Boolean).join(' · ')}
        tag={subject.isSample ? <SampleWord shown /> : undefined}
        lead={
          <>
            {aliases.length > 0 ? <p>Còn gọi: {aliases.map(({ name }) => name).join('; ')}</p> : null}
            {subject.place ? <p>{subject.place}</p> : null}
          </>
        }
        actions={
          mayMerge ? (
            <ButtonLink href={`${path}/gop`} icon="link">
              Gộp với chủ thể khác…
            </ButtonLink>
          ) : undefined
        }
      />
      {goneName === null ? null : (
        <Notice tone="info" title={`“${goneName}” đã gộp vào “${subject.fullName}”`}>
          <p>Mọi điều đã ghi về hai chủ thể được giữ chung ở trang này.</p>
        </Notice>
      )}
      <Section
        id="thong-tin"
        title="Thông tin chủ thể"
        actions={mayWrite ? <FactActions path={path} /> : undefined}
      >
        <SubjectFactsList subject={subject} aliases={aliases} history={history} may={mayWrite} />
      </Section>
      <Section id="ho-so" title="Hồ sơ ở các kế hoạch" count={formatCount(subject.exemplars.length)}>
        <Registrations exemplars={subject.exemplars} />
      </Section>
      <Section id="don-vi" title="Đơn vị qua các thời kỳ">
        <OfficesOfSubject offices={offices} />
      </Section>
      {parts.map(({ id, title, content }) =>
        content === null ? null : (
          <Section id={id} title={title}>
            {content}
          </Section>
        ),
      )}
      <Section id="lich-su" title="Lịch sử">
        {history.length > 0 ? (
          <History entries={history} />
        ) : (
          <p class="muted">
            Thông tin chủ thể chưa thay đổi lần nào; lịch sử của từng hồ sơ nằm ở trang hồ sơ.
          </p>
        )}
      </Section>
    </>
  );
}

function FactActions({ path }: { path: string }) {
  return (
    <>
      <ButtonLink href={`${path}/ten-khac/moi`} icon="plus" small>
        Thêm tên khác
      </ButtonLink>
      <ButtonLink href={`${path}/sua`} icon="edit" small>
        Sửa thông tin
      </ButtonLink>
    </>
  );
}
