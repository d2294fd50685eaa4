import type { Actor } from '../identity/actor.ts';
import type { Reader } from '../platform/db.ts';
import { decidesOverAll } from '../subjects/in-view.ts';
import { mergePath, PAIRS_PATH } from '../subjects/merge-paths.ts';
import { type FoundPair, pairsPage } from '../subjects/pairs-queries.ts';
import { DataTable } from '../ui/table.tsx';
import { type Capped, SHOWN } from './my-work-queries.ts';
import { WorkSection } from './my-work-sections.tsx';

/** Subjects that are almost surely one and wait for whoever may decide about all. Two queries. */
export async function pairsForMe(db: Reader, actor: Actor): Promise<Capped<FoundPair>> {
  if (!decidesOverAll(actor)) return { items: [], total: 0 };
  const { pairs, count } = await pairsPage(db, { decided: false, strength: 'strong', after: null });
  return { items: pairs.slice(0, SHOWN), total: count };
}

export function Pairs({ list }: { list: Capped<FoundPair> }) {
  if (list.total === 0) return null;
  return (
    <WorkSection
      id="co-the-trung"
      title="Chủ thể gần như chắc là một"
      total={list.total}
      shown={list.items.length}
      all={PAIRS_PATH}
    >
      <DataTable
        caption="Chủ thể gần như chắc là một"
        captionHidden
        columns={[
          { key: 'pair', label: 'Hai chủ thể', primary: true, width: 'wide' },
          { key: 'why', label: 'Vì sao' },
        ]}
        rows={list.items.map(({ one, other, reasons }) => ({
          pair: (
            <a href={mergePath(one.id, other.id)}>
              {one.fullName} và {other.fullName}
            </a>
          ),
          why: reasons.map(({ sentence }) => sentence).join('; '),
        }))}
      />
    </WorkSection>
  );
}
