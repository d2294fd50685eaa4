import { ButtonLink, ButtonRow } from '../ui/button.tsx';
import { formatDateTime } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import type { DocxText } from './docx-text.ts';
import { MEDIA_TYPES } from './media-types.ts';
import type { EvidenceInView } from './queries.ts';
import { sizeInWords } from './size.ts';

export interface ViewerProps {
  evidence: EvidenceInView;
  /** The text of a Word document; null for everything else. */
  words: DocxText | null;
}

/** One piece of evidence as large as the page allows. */
export function ViewerPage({ evidence, words }: ViewerProps) {
  const { id, title, exemplarId, subjectName, mediaType, size, place, count } = evidence;
  const kind = MEDIA_TYPES[mediaType];
  const back = `/dien-hinh/${exemplarId}`;
  return (
    <>
      <PageHead
        title={title}
        kicker={`${kind.name}, ${sizeInWords(size)}`}
        crumbs={[
          { label: 'Điển hình', href: '/dien-hinh' },
          { label: subjectName, href: back },
          { label: 'Minh chứng', href: `${back}#minh-chung` },
          { label: `${place} trong ${count}` },
        ]}
      />
      <Turning evidence={evidence} />
      <div class="evidence-view">
        <Content evidence={evidence} words={words} />
      </div>
      <ButtonRow>
        <ButtonLink href={`/minh-chung/${id}/tai-ve`} icon="download">
          Tải về
        </ButtonLink>
        <ButtonLink kind="quiet" href={`${back}#minh-chung`}>
          Về hồ sơ
        </ButtonLink>
      </ButtonRow>
      <SummaryList
        items={[
          { label: 'Cho thành tích', value: evidence.achievement ?? 'Cả hồ sơ' },
          {
            label: 'Người thêm',
            value: evidence.addedBy ?? 'Chương trình',
            note: formatDateTime(evidence.addedAt),
          },
        ]}
      />
    </>
  );
}

function Turning({ evidence: { previousId, nextId, place, count } }: { evidence: EvidenceInView }) {
  if (count < 2) return null;
  return (
    <nav class="evidence-turn" aria-label="Các minh chứng của hồ sơ">
      {previousId === null ? (
        <span class="muted">Trước</span>
      ) : (
        <a rel="prev" href={`/minh-chung/${previousId}/xem`}>
          Trước
        </a>
      )}
      <span>
        {place} trong {count}
      </span>
      {nextId === null ? (
        <span class="muted">Sau</span>
      ) : (
        <a rel="next" href={`/minh-chung/${nextId}/xem`}>
          Sau
        </a>
      )}
      <span class="muted evidence-keys">Phím ← và → để chuyển</span>
    </nav>
  );
}

function Content({ evidence: { id, title, mediaType }, words }: ViewerProps) {
  if (MEDIA_TYPES[mediaType].picture) return <img src={`/minh-chung/${id}`} alt={title} />;
  if (mediaType === 'application/pdf') {
    return (
      <>
        <iframe src={`/minh-chung/${id}/trong-khung#view=FitH&navpanes=0`} title={title} />
        <p class="muted">
          Không thấy văn bản ở trên? Trình duyệt này không mở được PDF trong trang; hãy{' '}
          <a href={`/minh-chung/${id}`}>mở riêng</a> hoặc tải về.
        </p>
      </>
    );
  }
  if (words?.ok) return <Words blocks={words.blocks} />;
  return (
    <Notice tone="info" title="Không xem được trong trang">
      <p>{words ? `Tệp ${words.sentence}.` : 'Bảng Excel không hiện trong trang; hãy tải về để xem.'}</p>
    </Notice>
  );
}

/** More than that is read in Word. */
const MOST_BLOCKS = 400;

function Words({ blocks }: { blocks: Extract<DocxText, { ok: true }>['blocks'] }) {
  return (
    <>
      <p class="muted">
        Phần chữ của tệp Word, không có hình và cách trình bày
        {blocks.length > MOST_BLOCKS ? '; chỉ hiện phần đầu' : ''}.
      </p>
      <div class="evidence-words prose">
        {blocks
          .slice(0, MOST_BLOCKS)
          .map(({ kind, text }) => (kind === 'heading' ? <p class="is-heading">{text}</p> : <p>{text}</p>))}
      </div>
    </>
  );
}
