import { formatDate } from '../ui/format.ts';
import { StateTag } from '../ui/state-tag.tsx';
import { DataTable } from '../ui/table.tsx';
import type { VoiceForMe } from './my-work-leads.ts';
import type { Capped } from './my-work-queries.ts';
import { WorkSection } from './my-work-sections.tsx';

interface VoicesProps {
  id: string;
  title: string;
  /** The list of all, where there is one. */
  all?: string;
  /** The word on what is late. */
  lateWord: string;
  list: Capped<VoiceForMe>;
}

/** What citizens, offices and subjects wait for; nothing when nobody waits. */
export function Voices({ id, title, all, lateWord, list }: VoicesProps) {
  if (list.total === 0) return null;
  return (
    <WorkSection id={id} title={title} total={list.total} shown={list.items.length} {...(all ? { all } : {})}>
      <DataTable
        caption={title}
        captionHidden
        columns={[
          { key: 'about', label: 'Về', width: 'wide' },
          { key: 'what', label: 'Chờ việc gì' },
          { key: 'since', label: 'Từ ngày', width: 'narrow' },
        ]}
        rows={list.items.map(({ href, about, officeName, what, since, late }) => ({
          about: (
            <>
              <a href={href}>{about}</a>
              <div class="muted">{officeName}</div>
            </>
          ),
          what: (
            <>
              {what}
              {late ? (
                <div>
                  <StateTag tone="warn" word={lateWord} />
                </div>
              ) : null}
            </>
          ),
          since: formatDate(since),
        }))}
      />
    </WorkSection>
  );
}
