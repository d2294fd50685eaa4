import { amountInWords } from '../exemplars/achievements-view.tsx';
import { SampleMark } from '../exemplars/show-marks.tsx';
import { LEVEL_NAMES } from '../exemplars/show-words.ts';
import { SUBJECT_KIND_NAMES } from '../subjects/kinds.ts';
import { formatDate, formatNumber } from '../ui/format.ts';
import { DataTable } from '../ui/table.tsx';
import type { PublicFigure, PublicHonour, PublicStory, StoryDetails } from './published.ts';
import { headlineOf, placeOf } from './story-card.tsx';

interface StoryProps {
  story: PublicStory;
  details: StoryDetails;
  /** What the office is called today, where it has been succeeded. */
  presentOffices: readonly string[];
  /** The office that can be asked. */
  contactOffice: string;
}

/** One exemplar as the public reads it. */
export function StoryPage({ story, details, presentOffices, contactOffice }: StoryProps) {
  const figures = details.figures.filter((figure) => figure.value !== null);
  const deeds = details.figures.filter((figure) => figure.value === null);
  return (
    <article class="story" aria-labelledby="chuyen">
      <header class="story-head">
        <p class="kicker">
          {story.fieldName ?? 'Gương sáng'} <SampleMark shown={story.isSample} />
        </p>
        <h1 id="chuyen">{headlineOf(story)}</h1>
        <p class="lede">
          {story.title ? `${story.fullName}, ` : ''}
          {placeOf(story)}
        </p>
      </header>
      <div class="prose">
        {paragraphsOf(story.statement).map((paragraph) => (
          <p>{paragraph}</p>
        ))}
        {deeds.length > 0 ? (
          <>
            <h2>Việc đã làm</h2>
            <ul>
              {deeds.map((deed) => (
                <li>
                  {deed.statement}
                  {deed.year ? ` (năm ${deed.year})` : ''}
                </li>
              ))}
            </ul>
          </>
        ) : null}
        <h2>Được tôn vinh</h2>
        <ul>
          {details.honours.map((honour) => (
            <li>{honourInWords(honour)}</li>
          ))}
        </ul>
      </div>
      <aside class="story-side" aria-label="Con số và nơi hỏi thêm">
        <Figures figures={figures} />
        <p>
          {whoInWords(story, details)}
          {presentOffices.length > 0 ? ` ${story.officeName} nay là ${presentOffices.join('; ')}.` : ''}
        </p>
        <p class="muted">
          Muốn đến thăm hoặc học cách làm, hãy liên hệ {story.officeName} hoặc {contactOffice}.
        </p>
      </aside>
    </article>
  );
}

function Figures({ figures }: { figures: readonly PublicFigure[] }) {
  if (figures.length === 0) return null;
  return (
    <DataTable
      caption="Con số"
      columns={[
        { key: 'what', label: 'Việc' },
        { key: 'value', label: 'Kết quả', align: 'end' },
      ]}
      rows={figures.map((figure) => ({
        what: (
          <>
            {figure.measure ?? figure.statement}
            {figure.year ? `, năm ${figure.year}` : ''}
            <div class="muted">
              {figure.confirmedBy ? `Xác nhận: ${figure.confirmedBy}` : 'Điển hình tự kê khai'}
            </div>
          </>
        ),
        value: <FigureInWords figure={figure} />,
      }))}
    />
  );
}

/** As its measure writes it, with what it was before where that is known. */
function FigureInWords({ figure }: { figure: PublicFigure }) {
  const words = (value: number | null): string =>
    value === null ? formatNumber(null) : amountInWords(value, figure);
  return (
    <>
      {words(figure.value)}
      {figure.valueBefore === null ? null : (
        <div class="muted">
          trước đó {words(figure.valueBefore)}
          {figure.yearBefore ? ` (năm ${figure.yearBefore})` : ''}
        </div>
      )}
    </>
  );
}

/** 'Cá nhân, sinh năm 1960.' */
function whoInWords({ kind }: PublicStory, { birthYear }: StoryDetails): string {
  return `${SUBJECT_KIND_NAMES[kind]}${birthYear === null ? '' : `, sinh năm ${birthYear}`}.`;
}

function honourInWords({ honouredOn, occasion, level, awardName, paperNumber }: PublicHonour): string {
  const what = awardName ? `${awardName}, ${LEVEL_NAMES[level].toLowerCase()}` : LEVEL_NAMES[level];
  const paper = paperNumber ? `, Quyết định số ${paperNumber}` : '';
  return `${what}: ${occasion}, ngày ${formatDate(honouredOn)}${paper}.`;
}

/** Paragraphs as they were typed, parted by empty lines or line breaks. */
export const paragraphsOf = (text: string | null): string[] =>
  (text ?? '')
    .split(/\n+/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
