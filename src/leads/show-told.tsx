import { formatDate } from '../ui/format.ts';
import { Section } from '../ui/panel.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { AssistedNote } from './lists.tsx';
import { Lines } from './look-up-page.tsx';
import type { LeadInView } from './queries.ts';
import type { LeadPageProps } from './show-page.tsx';
import { leadPath } from './words.ts';

/** What was told, when, by which way; how the proposer is reached only for those who work on it. */
export function Told({ lead, additions, contact, assisted, works }: LeadPageProps & { works: boolean }) {
  return (
    <Section id="loi-ke" title="Lời kể">
      <AssistedNote entry={assisted} />
      <SummaryList
        items={[
          { label: 'Việc làm', value: <Lines>{lead.what}</Lines> },
          ...additions.map(({ words, addedOn }) => ({
            label: `Kể thêm ngày ${formatDate(addedOn)}`,
            value: <Lines>{words}</Lines>,
          })),
          { label: 'Xã, phường', value: lead.placeName },
          { label: 'Khu, thôn, cơ quan', value: lead.placeWords },
          { label: 'Đường dẫn', value: lead.links.length > 0 ? <Links links={lead.links} /> : null },
          {
            label: 'Nhận',
            value: `${formatDate(lead.receivedOn)}, ${lead.cameBy === 'portal' ? 'qua trang công khai' : 'cán bộ ghi hộ'}`,
          },
          ...(works ? [contactItem(lead, contact)] : []),
        ]}
      />
      {works && lead.cameBy === 'desk' ? (
        <p>
          <a href={`${leadPath(lead.id)}/cap-lai-ma`}>Cấp lại mã (mất phiếu)</a>
        </p>
      ) : null}
    </Section>
  );
}

function contactItem(lead: LeadInView, contact: LeadPageProps['contact']) {
  const words = [contact?.name, contact?.reachedBy].filter(Boolean).join(', ');
  const none = lead.settledOn === null ? 'không để lại' : 'không để lại, hoặc đã xóa';
  return {
    label: 'Liên hệ người giới thiệu',
    value: words || none,
    note: words ? 'Chỉ dùng để hỏi thêm; tự xóa sau khi giải quyết xong.' : undefined,
  };
}

/** Addresses that strangers sent are shown as text beside the link, and opened without telling where from. */
function Links({ links }: { links: readonly string[] }) {
  return (
    <ul>
      {links.map((href) => (
        <li>
          <a href={href} rel="noopener noreferrer nofollow">
            {href}
          </a>
        </li>
      ))}
    </ul>
  );
}
