import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Fold } from '../ui/fold.tsx';
import { formatDateTime } from '../ui/format.ts';
import { BesideText, MarkedText } from '../ui/marked-text.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { MissingList, Section } from '../ui/panel.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import type { Typed } from '../web/form.ts';
import { HiddenFields } from '../web/hidden-fields.tsx';
import { unanswered } from './read-answers.ts';
import type { PlanReading } from './read-found.ts';
import { ProposalView } from './read-proposal-view.tsx';
import { GROUPS, type Group, type Proposal } from './read-proposals.ts';
import type { StoredReading } from './read-store.ts';

export interface ReviewProps {
  stored: StoredReading;
  reading: PlanReading;
  proposals: readonly Proposal[];
  typed: Typed;
  errors: FieldErrors;
  reasons: readonly Reason[];
  /** The form was sent with proposals that had no answer: they are listed, and one may go on without them. */
  listOpen: boolean;
}

const ALL = Object.keys(GROUPS) as Group[];

/** A text beside what was read in it; each thing is confirmed, changed or left out. */
export function ReviewPage({ stored, reading, proposals, typed, errors, reasons, listOpen }: ReviewProps) {
  const open = unanswered(proposals, typed);
  const found = proposals.filter(({ passage }) => passage !== null);
  const numbers = new Map(found.map(({ id }, n) => [id, n + 1]));
  return (
    <>
      <PageHead
        title="Đối chiếu kế hoạch với văn bản"
        crumbs={[
          { label: 'Kế hoạch', href: '/ke-hoach' },
          { label: 'Đọc từ văn bản', href: '/ke-hoach/doc-van-ban' },
          { label: stored.sourceName ?? 'Văn bản dán vào' },
        ]}
        lead={`Chương trình đề xuất ${found.length} mục, mỗi mục kèm đoạn văn bản của nó. Chỉ những mục bạn xác nhận mới được đưa vào dự thảo.`}
      />
      <MissingList title="Không thấy trong văn bản" items={reading.missing} />
      <BesideText
        text={
          <MarkedText
            label="Văn bản, các đoạn đã nhận ra được đánh số"
            text={stored.text}
            marks={found.flatMap(({ id, passage }) =>
              passage ? [{ ...passage, number: numbers.get(id) ?? 0, href: `#muc-${id}` }] : [],
            )}
          />
        }
      >
        <form method="post" class="stack" action={`/ke-hoach/doc-van-ban/${stored.id}`}>
          <ErrorSummary errors={errors} />
          <RefusalList title="Chưa lập được dự thảo" reasons={reasons} />
          {listOpen ? <OpenList open={open} /> : null}
          <HiddenFields typed={typed} version={stored.version} />
          {ALL.map((group) => (
            <GroupOfProposals
              group={group}
              proposals={proposals.filter((one) => one.group === group)}
              {...{ stored, numbers, typed, errors }}
            />
          ))}
          <Remarks reading={reading} text={stored.text} />
          <ButtonRow>
            <Button kind="primary" name="viec" value="lap">
              Lập dự thảo kế hoạch
            </Button>
            {listOpen && open.length > 0 ? (
              <Button name="viec" value="bo">
                {`Lập dự thảo, không lấy ${open.length} mục chưa xác nhận`}
              </Button>
            ) : null}
            <Button name="viec" value="luu">
              Lưu lại, làm tiếp sau
            </Button>
            <ButtonLink kind="quiet" href="/ke-hoach/doc-van-ban">
              Đọc văn bản khác
            </ButtonLink>
          </ButtonRow>
          <p class="muted">Lưu lần cuối lúc {formatDateTime(stored.savedAt)}.</p>
        </form>
      </BesideText>
    </>
  );
}

function OpenList({ open }: { open: readonly Proposal[] }) {
  const items = open.map(({ id, label }) => ({ text: label, href: `#muc-${id}` }));
  return <MissingList title={`${open.length} mục chưa xác nhận, cũng chưa bỏ`} items={items} />;
}

interface GroupProps extends Pick<ReviewProps, 'stored' | 'typed' | 'errors'> {
  group: Group;
  proposals: readonly Proposal[];
  numbers: ReadonlyMap<string, number>;
}

function GroupOfProposals({ group, proposals, stored, numbers, typed, errors }: GroupProps) {
  if (proposals.length === 0) return null;
  const count = proposals.filter(({ passage }) => passage !== null).length;
  return (
    <Section id={`nhom-${group}`} title={GROUPS[group]} count={count}>
      <div>
        {proposals.map((proposal) => (
          <ProposalView
            proposal={proposal}
            number={numbers.get(proposal.id) ?? null}
            words={
              proposal.passage && quoted(stored.text.slice(proposal.passage.start, proposal.passage.end))
            }
            typed={typed}
            errors={errors}
          />
        ))}
      </div>
    </Section>
  );
}

const LONGEST_QUOTE = 600;
const quoted = (words: string): string =>
  words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE)}…` : words;

function Remarks({ reading, text }: { reading: PlanReading; text: string }) {
  if (reading.remarks.length === 0) return null;
  return (
    <Fold
      summary={`${reading.remarks.length} nội dung khác đã nhận ra, chương trình có sẵn nên không phải nhập`}
    >
      <ul>
        {reading.remarks.map(({ what, passage }) => (
          <li>
            {what}: <span class="muted">“{quoted(text.slice(passage.start, passage.end))}”</span>
          </li>
        ))}
      </ul>
    </Fold>
  );
}
