import { SampleMark } from '../exemplars/show-marks.tsx';
import { Card } from '../ui/card.tsx';
import { formatDate } from '../ui/format.ts';
import { storyPath } from './address.ts';
import type { PublicStory } from './published.ts';

/** The headline: what was done, in one sentence, or the name where nobody has written one. */
export const headlineOf = (story: Pick<PublicStory, 'title' | 'fullName'>): string =>
  story.title ?? story.fullName;

/** 'Xã Đồng Luận, Huyện Thanh Thủy': no more exact than the area of the office. */
export const placeOf = (story: Pick<PublicStory, 'officeName' | 'aboveName'>): string =>
  story.aboveName ? `${story.officeName}, ${story.aboveName}` : story.officeName;

/** The beginning of a text, cut between words. */
export function beginningOf(text: string | null, letters: number): string {
  const line = (text ?? '').replace(/\s+/g, ' ').trim();
  if (line.length <= letters) return line;
  const cut = line.slice(0, letters);
  const space = cut.lastIndexOf(' ');
  return `${(space > 0 ? cut.slice(0, space) : cut).replace(/[\s,;:.–-]+$/, '')}…`;
}

const BEGINNING = { lead: 320, normal: 160 };

interface StoryCardProps {
  story: PublicStory;
  size?: 'lead' | 'normal';
  /** Level of its heading, by its place on the page. */
  level?: 2 | 3;
}

/** One story in a list, or the large one of the front page. */
export function StoryCard({ story, size = 'normal', level = 3 }: StoryCardProps) {
  const beginning = beginningOf(story.statement, BEGINNING[size]);
  return (
    <Card
      size={size}
      level={level}
      kicker={story.fieldName ?? undefined}
      title={headlineOf(story)}
      href={storyPath(story)}
      meta={
        <>
          {story.title ? `${story.fullName} · ` : ''}
          {placeOf(story)} · tôn vinh ngày {formatDate(story.honouredOn)}{' '}
          <SampleMark shown={story.isSample} />
        </>
      }
    >
      {beginning || null}
    </Card>
  );
}
