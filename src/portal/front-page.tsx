import type { Day } from '../platform/clock.ts';
import { ButtonLink } from '../ui/button.tsx';
import { CardGrid } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { formatCount, formatDate } from '../ui/format.ts';
import { StatStrip } from '../ui/stat.tsx';
import type { Numbers, Programme } from './programme.ts';
import type { PublicStory } from './published.ts';
import { StoryCard } from './story-card.tsx';

interface FrontProps {
  /** Newest first; the first is the large one. */
  stories: readonly PublicStory[];
  numbers: Numbers;
  today: Day;
  programme: Programme;
}

export function FrontPage({ stories, numbers, today, programme }: FrontProps) {
  const [lead, ...more] = stories;
  return (
    <>
      <h1 class="visually-hidden">Gương Sáng: người tốt, việc tốt, cách làm hay</h1>
      {lead ? <StoryCard story={lead} size="lead" level={2} /> : <NothingYet />}
      <StatStrip
        label="Chương trình bằng con số"
        asOf={today}
        stats={[
          { value: formatCount(numbers.nurtured), label: 'điển hình đang được bồi dưỡng' },
          { value: formatCount(numbers.recognised), label: 'điển hình đã được công nhận' },
          { value: formatCount(numbers.honoured), label: 'trong đó đã được tôn vinh' },
          { value: formatCount(numbers.offices), label: 'đơn vị, địa phương có điển hình' },
        ]}
      />
      {more.length > 0 ? (
        <section class="stack" aria-labelledby="guong-moi">
          <h2 id="guong-moi">Những gương sáng mới được tôn vinh</h2>
          <CardGrid>
            {more.map((story) => (
              <StoryCard story={story} />
            ))}
          </CardGrid>
          <p>
            <a href="/guong-sang">Xem tất cả gương sáng</a>
          </p>
        </section>
      ) : null}
      <section class="stack" aria-labelledby="de-xuat">
        <h2 id="de-xuat">Đề xuất người bạn biết</h2>
        <p>
          Bạn biết một người, một tập thể, một gia đình làm việc tốt, có cách làm hay? Hãy kể cho chúng tôi.
          Không cần tài khoản; bạn nhận một mã để xem lời giới thiệu của mình đi đến đâu.
        </p>
        <p>
          <ButtonLink href="/de-xuat" kind="primary">
            Đề xuất người bạn biết
          </ButtonLink>
        </p>
      </section>
      <section class="stack" aria-labelledby="chuong-trinh">
        <h2 id="chuong-trinh">Về chương trình</h2>
        <div class="prose">
          <ProgrammeWords programme={programme} />
          <p>
            <a href="/gioi-thieu">Một điển hình được chọn, bồi dưỡng và tôn vinh như thế nào</a>
          </p>
        </div>
      </section>
    </>
  );
}

/** The programme in one paragraph, from the plan itself. */
export function ProgrammeWords({ programme: { plan, officeName } }: { programme: Programme }) {
  if (!plan) {
    return (
      <p>
        Chương trình tìm những người, tập thể và hộ gia đình làm việc tốt, giúp họ làm tốt hơn nữa, và đưa
        cách làm của họ đến nơi khác. {officeName} phụ trách trang này.
      </p>
    );
  }
  return (
    <p>
      {plan.kind} số {plan.number}
      {plan.issuedOn ? ` ngày ${formatDate(plan.issuedOn)}` : ''} của {plan.issuerName}: {plan.title}. Chương
      trình thực hiện từ ngày {formatDate(plan.periodFrom)} đến ngày {formatDate(plan.periodTo)}; {officeName}{' '}
      phụ trách trang này.
    </p>
  );
}

export function NothingYet() {
  return (
    <EmptyState
      title="Chuyện về các gương sáng sẽ hiện ở đây"
      action={<ButtonLink href="/gioi-thieu">Tìm hiểu chương trình</ButtonLink>}
    >
      Mỗi người, tập thể, hộ gia đình được tôn vinh và đồng ý cho công bố sẽ có một trang riêng.
    </EmptyState>
  );
}
