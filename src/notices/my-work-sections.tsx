import type { Child } from 'hono/jsx';
import { isStepKey, STEP_TITLES } from '../exemplars/register-steps.ts';
import type { Day } from '../platform/clock.ts';
import { ButtonLink } from '../ui/button.tsx';
import { formatCount, formatDateTime } from '../ui/format.ts';
import { Section } from '../ui/panel.tsx';
import {
  type Capped,
  COUNTED,
  type OpenDraft,
  type OverduePromise,
  type WaitingExemplar,
} from './my-work-queries.ts';
import { ExemplarTable, OverdueTable } from './my-work-tables.tsx';

/** '12', or '1.000+' where there are more than are counted. */
export const totalInWords = (total: number | null): string =>
  total === null ? `${formatCount(COUNTED)}+` : formatCount(total);

/** Promises whose day has passed. */
export function Overdue({ overdue, today }: { overdue: Capped<OverduePromise>; today: Day }) {
  if (overdue.total === 0) return null;
  return (
    <WorkSection id="qua-han" title="Quá hạn" total={overdue.total} shown={overdue.items.length}>
      <OverdueTable items={overdue.items} today={today} />
    </WorkSection>
  );
}

interface WaitingProps {
  id: string;
  title: string;
  /** The list of all. */
  all: string;
  list: Capped<WaitingExemplar>;
  /** Shows the last reason. */
  why?: boolean;
  /** The section of the exemplar's page where the work is done. */
  anchor?: string;
}

/** Exemplars that wait for one thing; nothing when none does. */
export function Waiting({ id, title, all, list, why, anchor }: WaitingProps) {
  if (list.total === 0) return null;
  return (
    <WorkSection id={id} title={title} total={list.total} shown={list.items.length} all={all}>
      <ExemplarTable items={list.items} caption={title} why={why} anchor={anchor} />
    </WorkSection>
  );
}

export function WorkSection(props: {
  id: string;
  title: string;
  total: number | null;
  shown: number;
  all?: string;
  children: Child;
}) {
  const { id, title, total, shown, all, children } = props;
  const more = total === null || total > shown;
  return (
    <Section
      id={id}
      title={title}
      count={totalInWords(total)}
      actions={
        more && all ? (
          <ButtonLink href={all} small>
            Xem tất cả
          </ButtonLink>
        ) : undefined
      }
    >
      {children}
      {more ? <p class="muted">Đang hiện {shown} việc chờ lâu nhất.</p> : null}
    </Section>
  );
}

const placeOfDraft = ({ exemplarId, step }: OpenDraft): string =>
  exemplarId === null
    ? '/dien-hinh/moi'
    : isStepKey(step ?? undefined)
      ? `/dien-hinh/${exemplarId}/dang-ky/${step}`
      : `/dien-hinh/${exemplarId}/sua`;

function wordOfDraft({ exemplarId, step }: OpenDraft): string {
  if (exemplarId === null) return 'ghi nhận mới';
  const key = step ?? undefined;
  return isStepKey(key) ? `bước “${STEP_TITLES[key]}”` : 'sửa thông tin';
}

/** Forms begun and not sent. */
export function Drafts({ drafts }: { drafts: readonly OpenDraft[] }) {
  if (drafts.length === 0) return null;
  return (
    <Section id="nhap" title="Đang viết dở" count={drafts.length}>
      <ul>
        {drafts.map((draft) => (
          <li>
            <a href={placeOfDraft(draft)}>{draft.name ?? 'Chưa ghi tên'}</a>{' '}
            <span class="muted">
              {wordOfDraft(draft)}, lưu nháp {formatDateTime(draft.savedAt)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
