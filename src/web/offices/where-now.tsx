import type { OfficeInView } from '../../offices/find.ts';
import type { OfficeInTree } from '../../offices/tree.ts';
import { holdsOn } from '../../offices/validity.ts';
import type { Day } from '../../platform/clock.ts';
import { Notice } from '../../ui/notice.tsx';
import { periodInWords } from './words.ts';

export interface WhereNowProps {
  office: OfficeInView;
  /** What the office is today, and what it will be at last as far as is known. */
  present: readonly OfficeInTree[];
  latest: readonly OfficeInTree[];
  today: Day;
}

/** An old office says what it is today; one that will be followed says by whom and since when. */
export function WhereNow({ office, present, latest, today }: WhereNowProps) {
  const others = (list: readonly OfficeInTree[]) => list.filter((one) => one.id !== office.id);
  const now = others(present);
  const later = others(latest).filter((one) => one.validFrom !== null && one.validFrom > today);
  const holds = holdsOn(office, today);
  if (now.length > 0) {
    return (
      <Notice tone="info">
        {holds ? 'Một phần nay thuộc' : 'Nay thuộc'} <Names offices={now} />.
      </Notice>
    );
  }
  if (later.length > 0) {
    return (
      <Notice tone="info">
        Sau này thuộc <Names offices={later} />.
      </Notice>
    );
  }
  if (office.validTo === null || office.validTo >= today) return null;
  return <Notice tone="warn">Đơn vị này không còn; chưa rõ đơn vị nào kế thừa.</Notice>;
}

function Names({ offices }: { offices: readonly OfficeInTree[] }) {
  return (
    <>
      {offices.map((one, n) => (
        <>
          {n > 0 ? ', ' : ''}
          <a href={`/don-vi/${one.id}`}>{one.name}</a> ({periodInWords(one)})
        </>
      ))}
    </>
  );
}
