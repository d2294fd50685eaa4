import type { Child } from 'hono/jsx';
import type { Actor } from '../identity/actor.ts';
import { Button, ButtonRow } from '../ui/button.tsx';
import { HiddenFields } from '../web/hidden-fields.tsx';
import type { DutyItem } from './queries.ts';
import { mayRemindOf } from './rules.ts';
import { isOpen } from './state.ts';

interface RemindFormProps {
  items: readonly DutyItem[];
  actor: Actor;
  /** Where to come back to. */
  backTo: string;
  /** Draws the list with the items that may be ticked. */
  children: (mayRemind: ReadonlySet<number>) => Child;
}

/** Around a list of things due: what somebody below owes can be ticked and reminded of, or all that is late at once. */
export function RemindForm({ items, actor, backTo, children }: RemindFormProps) {
  const open = items.filter((item) => isOpen(item.state) && mayRemindOf(actor, item));
  const ids = new Set(open.map(({ id }) => id));
  if (open.length === 0) return <>{children(ids)}</>;
  const late = open.filter(({ state }) => state === 'late');
  return (
    <>
      <form method="post" action="/nhac-viec">
        <HiddenFields />
        <input type="hidden" name="_ve" value={backTo} />
        {children(ids)}
        <ButtonRow>
          <Button>Nhắc các việc đã chọn</Button>
        </ButtonRow>
      </form>
      {late.length > 1 ? (
        <form method="post" action="/nhac-viec">
          <HiddenFields />
          <input type="hidden" name="_ve" value={backTo} />
          {late.map(({ id }) => (
            <input type="hidden" name="item" value={String(id)} />
          ))}
          <Button>Nhắc cả {late.length} việc quá hạn trên trang này</Button>
        </form>
      ) : null}
    </>
  );
}
