import { verbOf } from '../../audit/kinds.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Timeline, type TimelineEntry } from '../../ui/timeline.tsx';
import { Changes } from '../history.tsx';
import { officePage } from '../page.tsx';
import { withQuery } from '../query.ts';
import { actorOf, type Visit } from '../visit.ts';
import { EVENTS_PER_PAGE, type EventInList, findEvents } from './events.ts';
import { JournalFilter, PATH, readFilter } from './journal-filter.tsx';
import { type NamedThing, nameOf, nameThings } from './things.ts';

/** Everything that was changed, by whom, in sentences, the newest first. */
export async function journalPage(visit: Visit): Promise<Response> {
  const { db } = visit.get('deps');
  const { asked, filter } = readFilter(visit);
  const found = await findEvents(db, actorOf(visit), filter);
  const events = found.slice(0, EVENTS_PER_PAGE);
  const named = await nameThings(db, events);
  const older = found.length > EVENTS_PER_PAGE ? events.at(-1)?.id : undefined;
  return officePage(visit, {
    title: 'Nhật ký',
    children: (
      <>
        <PageHead
          title="Nhật ký"
          lead="Mọi thay đổi được ghi lại cùng lúc với việc thực hiện; không ai sửa hay xóa được."
          actions={<ButtonLink href={`${PATH}/kiem-tra`}>Kiểm tra chuỗi</ButtonLink>}
        />
        <JournalFilter asked={asked} />
        {events.length > 0 ? (
          <Timeline
            label="Các thay đổi"
            entries={events.map((event) => inSentence(event, nameOf(named, event)))}
          />
        ) : (
          <EmptyState title="Không có việc nào như vậy trong nhật ký." />
        )}
        <Pages
          newest={filter.before ? withQuery(PATH, { ...asked }) : null}
          older={older ? withQuery(PATH, { ...asked, truoc: older }) : null}
        />
      </>
    ),
  });
}

function Pages({ newest, older }: { newest: string | null; older: string | null }) {
  if (!newest && !older) return null;
  return (
    <nav class="button-row" aria-label="Các trang">
      {newest ? <ButtonLink href={newest}>Mới nhất</ButtonLink> : null}
      {older ? (
        <ButtonLink href={older} icon="arrow-right">
          Cũ hơn
        </ButtonLink>
      ) : null}
    </nav>
  );
}

function inSentence(event: EventInList, thing: NamedThing | null): TimelineEntry {
  // "An đã đăng nhập" needs no "tài khoản An" after it
  const aboutOneself = event.thing === 'account' && event.thingId === event.actorId;
  const named = aboutOneself ? null : thing;
  return {
    at: event.at,
    who: event.who,
    sentence: (
      <>
        {verbOf(event.kind)}
        {named ? <>: {named.href ? <a href={named.href}>{named.name}</a> : named.name}</> : null}.
      </>
    ),
    reason: event.reason,
    details: (
      <>
        {event.changes.length > 0 ? <Changes changes={event.changes} /> : null}
        <p>
          Số thứ tự {event.id}
          {event.ip ? `, từ địa chỉ ${event.ip}` : ''}.
        </p>
      </>
    ),
  };
}
