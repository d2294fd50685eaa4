import type { Child } from 'hono/jsx';
import type { Day } from '../platform/clock.ts';
import { ButtonLink, ButtonRow } from '../ui/button.tsx';
import { Fold } from '../ui/fold.tsx';
import { formatDate } from '../ui/format.ts';
import { RefusalList } from '../ui/refusal-list.tsx';
import { actorOf, type Visit } from '../web/visit.ts';
import { DeskHistory, DeskLine } from './desk-line.tsx';
import type { PaperInView } from './kind.ts';
import { OpinionsView } from './opinions-view.tsx';
import { deskPath } from './paths.ts';
import { type DeskSituation, deskFacts, situationOf } from './situation.ts';
import type { Paper } from './stay.ts';
import { DESK_ACTIONS, DESK_SIDE_NAMES, type DeskAction, whyNotAtDesk } from './work-rules.ts';

/**
 * The section “Văn bản đang ở đâu” of the page of any paper, ready to be shown: the line, what can be done and what not
 * and why, opinions with answers and gaps, returns, and every desk. The caller has made sure of the reach.
 */
export async function deskPart(visit: Visit, sort: Paper, paper: PaperInView): Promise<Child> {
  const { db, clock } = visit.get('deps');
  const situation = await situationOf(db, actorOf(visit), sort, paper);
  return <DeskActions situation={situation} today={clock.today()} />;
}

const OF_PAPER: readonly DeskAction[] = ['reassign', 'ask', 'allow_return'];

export function DeskActions({ situation, today }: { situation: DeskSituation; today: Day }) {
  const { stay, stays, opinions } = situation;
  if (stays.length === 0 && opinions.length === 0) {
    return (
      <p class="muted">
        Chưa được gửi đi. Từ khi gửi, ở đây luôn ghi: đang ở bàn của cơ quan nào, từ ngày nào, hạn nào, còn
        chờ gì.
      </p>
    );
  }
  return (
    <div class="stack">
      {stay ? <DeskLine stay={stay} today={today} /> : <p>Đã xử lý xong: không còn ở bàn của cơ quan nào.</p>}
      <Doable situation={situation} />
      <OpinionsView situation={situation} today={today} />
      <Returns situation={situation} />
      <h3>Đã qua các bàn</h3>
      <DeskHistory stays={stays} today={today} />
    </div>
  );
}

/** What now, what not and why, and what is for others to do. */
function Doable({ situation }: { situation: DeskSituation }) {
  if (!situation.stay) return null;
  const facts = deskFacts(situation);
  const judged = OF_PAPER.map((action) => ({ action, reasons: whyNotAtDesk(action, facts) }));
  const open = judged.filter(({ reasons }) => reasons.length === 0);
  const ofOthers = judged.filter(({ reasons }) => reasons.some(({ rule }) => rule === 'wrong_side'));
  // leave to return is spoken of only once there was a return
  const closed = judged.filter(
    (one) => !open.includes(one) && !ofOthers.includes(one) && one.reasons[0]?.rule !== 'not_returned_yet',
  );
  return (
    <>
      {open.length > 0 ? (
        <ButtonRow>
          {open.map(({ action }) => (
            <ButtonLink href={deskPath(situation.sort, situation.paper.id, action)} small>
              {DESK_ACTIONS[action].label}
            </ButtonLink>
          ))}
        </ButtonRow>
      ) : null}
      {closed.map(({ action, reasons }) => (
        <RefusalList title={`Chưa thể “${DESK_ACTIONS[action].label}”`} reasons={reasons} />
      ))}
      {ofOthers.length > 0 ? (
        <p class="muted">
          {ofOthers
            .map(({ action }) => {
              const who = DESK_ACTIONS[action].who.map((side) => DESK_SIDE_NAMES[side]).join(' hoặc ');
              return `“${DESK_ACTIONS[action].label}” do ${who} thực hiện`;
            })
            .join('; ')}
          .
        </p>
      ) : null}
    </>
  );
}

/** Every return with its reasons, and the words of offices above that it may come back once more. */
function Returns({ situation: { returns, permissions } }: { situation: DeskSituation }) {
  if (returns.length === 0) return null;
  return (
    <Fold summary={`Đã trả lại ${returns.length} lần`}>
      <div class="stack">
        {returns.map(({ byOfficeName, returnedOn, reasons }) => (
          <div>
            <p>
              <strong>{byOfficeName}</strong>, ngày {formatDate(returnedOn)}:
            </p>
            <ul>
              {reasons.map(({ label, reason }) => (
                <li>
                  <strong>{label}:</strong> {reason}
                </li>
              ))}
            </ul>
          </div>
        ))}
        {permissions.map(({ givenOn, givenBy, reason, used }) => (
          <p>
            Ngày {formatDate(givenOn)}
            {givenBy ? `, ${givenBy}` : ''} cho phép trả lại thêm một lần ({used ? 'đã dùng' : 'chưa dùng'}).
            Lý do: {reason}
          </p>
        ))}
      </div>
    </Fold>
  );
}
