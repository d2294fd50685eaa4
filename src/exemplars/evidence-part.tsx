import type { Child } from 'hono/jsx';
import { MEDIA_TYPES } from '../evidence/media-types.ts';
import { type EvidenceItem, evidenceOf } from '../evidence/queries.ts';
import { sizeInWords } from '../evidence/size.ts';
import { ButtonLink } from '../ui/button.tsx';
import { formatDateTime } from '../ui/format.ts';
import { MissingList } from '../ui/panel.tsx';
import { PictureStrip } from '../ui/picture-strip.tsx';
import { DataTable } from '../ui/table.tsx';
import { readOnce } from '../web/read-once.ts';
import { type Achievement, achievementsOf } from './merits-queries.ts';
import type { ExemplarPart } from './part.ts';
import { refusalToWork } from './work-rules.ts';

/** Files and references that prove the merits, and the merits that nothing proves yet. */
export const evidencePart: ExemplarPart = {
  id: 'minh-chung',
  title: 'Minh chứng',
  async render(visit, exemplar) {
    const [evidence, achievements] = await Promise.all([
      readOnce(visit, evidenceOf, exemplar.id),
      readOnce(visit, achievementsOf, exemplar.id),
    ]);
    const mayWork = refusalToWork(exemplar, 'merits') === null;
    const base = `/dien-hinh/${exemplar.id}/minh-chung`;
    return (
      <>
        <MissingList
          title="Chưa có minh chứng cho"
          items={unproven(achievements, evidence).map(({ id, statement }) =>
            mayWork ? { text: statement, href: `${base}/moi?thanh-tich=${id}` } : { text: statement },
          )}
        />
        <PictureStrip
          label="Ảnh minh chứng"
          pictures={evidence
            .filter(({ file }) => file && MEDIA_TYPES[file.mediaType].picture)
            .map(({ id, title }) => ({
              src: `/minh-chung/${id}/anh-nho`,
              href: `/minh-chung/${id}/xem`,
              title,
            }))}
        />
        <DataTable
          caption="Minh chứng"
          captionHidden
          columns={[
            { key: 'title', label: 'Minh chứng', width: 'wide' },
            { key: 'kind', label: 'Tệp, văn bản' },
            { key: 'for', label: 'Cho thành tích' },
            { key: 'added', label: 'Người thêm' },
            ...(mayWork ? [{ key: 'act', label: 'Việc', labelHidden: true }] : []),
          ]}
          rows={evidence.map((item) => ({
            title: <Title item={item} />,
            kind: kindInWords(item),
            for: item.achievement ?? 'Cả hồ sơ',
            added: (
              <>
                {item.addedBy ?? 'Chương trình'}
                <div class="muted">{formatDateTime(item.addedAt)}</div>
              </>
            ),
            act: (
              <a href={`${base}/${item.id}/bo`}>
                Bỏ<span class="visually-hidden"> {item.title}</span>
              </a>
            ),
          }))}
          empty="Chưa có minh chứng nào: ảnh, quyết định, bảng số liệu sẽ hiện ở đây."
        />
        {mayWork ? (
          <div>
            <ButtonLink href={`${base}/moi`} icon="upload" small>
              Thêm minh chứng
            </ButtonLink>
          </div>
        ) : null}
      </>
    );
  },
};

function unproven(achievements: readonly Achievement[], evidence: readonly EvidenceItem[]): Achievement[] {
  const proven = new Set(evidence.map((item) => item.achievementId));
  return achievements.filter(({ id }) => !proven.has(id));
}

function Title({ item: { id, title, file } }: { item: EvidenceItem }) {
  return file ? <a href={`/minh-chung/${id}/xem`}>{title}</a> : <>{title}</>;
}

/** What it is: a file of some size, or where the document lies; a reference that is an address can be followed. */
function kindInWords({ file, reference }: EvidenceItem): Child {
  if (file) return `${MEDIA_TYPES[file.mediaType].name}, ${sizeInWords(file.size)}`;
  const address = reference ?? '';
  if (!/^https?:\/\/\S+$/.test(address)) return `Văn bản: ${address}`;
  return (
    <a href={address} rel="noreferrer">
      {address}
    </a>
  );
}
