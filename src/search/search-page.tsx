import { ExemplarStateTag, SampleMark } from '../exemplars/show-marks.tsx';
import { COUNT_LIMIT } from '../platform/bounded-count.ts';
import type { Day } from '../platform/clock.ts';
import { SUBJECT_KIND_NAMES } from '../subjects/kinds.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { TextField } from '../ui/field.tsx';
import { formatCount } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Section } from '../ui/panel.tsx';
import { DataTable } from '../ui/table.tsx';
import { type FoundExemplar, type FoundExemplars, MOST_SHOWN } from './find-exemplars.ts';
import type { FoundSubject } from './find-subjects.ts';
import { type FoundOffices, NowIs, OfficesFound } from './found-offices.tsx';
import { SubjectsFound } from './found-subjects.tsx';

export interface Found extends FoundOffices {
  exemplars: FoundExemplars;
  /** By their name or by another one. */
  subjects: readonly FoundSubject[];
  /** True when no subject bears the words and these only come near. */
  nearby: boolean;
}

export interface SearchPageProps {
  text: string;
  /** So many letters were read of what was typed; null: all. */
  cutAt: number | null;
  /** Null: nothing was searched for, or too little. */
  found: Found | null;
  today: Day;
}

/** One search for a subject's whole history, and for offices of all times. */
export function SearchPage({ text, cutAt, found, today }: SearchPageProps) {
  return (
    <>
      <PageHead title={text ? `Tìm “${text}”` : 'Tìm kiếm'} />
      <search>
        <form method="get" action="/tim" class="stack">
          <TextField
            name="q"
            type="search"
            label="Tên người, tập thể, hộ gia đình, địa bàn, hoặc đơn vị"
            hint="Có dấu hay không dấu, thứ tự từ thế nào cũng được. Thêm tên xã để hẹp lại: “nguyen van toan hy cuong”."
            value={text}
            autocomplete="off"
            required
          />
          <div>
            <Button icon="search">Tìm</Button>
          </div>
        </form>
      </search>
      {cutAt === null ? null : (
        <Notice tone="info">Nội dung tìm quá dài; chỉ dùng {cutAt} ký tự đầu, tối đa 10 từ.</Notice>
      )}
      {found ? <Results text={text} found={found} today={today} /> : <Advice text={text} />}
    </>
  );
}

function Advice({ text }: { text: string }) {
  return (
    <EmptyState title={text ? 'Hãy gõ ít nhất hai chữ cái.' : 'Kết quả tìm sẽ hiện ở đây.'}>
      <p>Gõ phím / hoặc Ctrl + K ở bất kỳ trang nào để tìm nhanh.</p>
      <p>
        Tìm được cả tên cũ của đơn vị. Muốn lọc theo trạng thái, lĩnh vực, hãy mở{' '}
        <a href="/dien-hinh">danh sách điển hình</a>.
      </p>
    </EmptyState>
  );
}

function Results({ text, found, today }: { text: string; found: Found; today: Day }) {
  const { exemplars, offices, subjects, nearby } = found;
  if (exemplars.rows.length + offices.length + subjects.length === 0) {
    return (
      <EmptyState title={`Không tìm thấy “${text}” trong phạm vi bạn được xem.`}>
        <p>Hãy thử ít từ hơn, chỉ gõ họ và tên, hoặc chỉ gõ tên xã.</p>
      </EmptyState>
    );
  }
  return (
    <div class="stack">
      {nearby ? <SubjectsFound subjects={subjects} text={text} /> : null}
      <Exemplars found={found} today={today} />
      {nearby ? null : <SubjectsFound subjects={subjects} text={text} />}
      <OfficesFound {...found} text={text} today={today} />
    </div>
  );
}

/** '12', '1.000', 'hơn 1.000' */
const countInWords = (count: number | null): string =>
  count === null || count > COUNT_LIMIT ? `hơn ${formatCount(COUNT_LIMIT)}` : formatCount(count);

function Exemplars({ found, today }: { found: Found; today: Day }) {
  const { rows, count } = found.exemplars;
  const cut = count === null || count > MOST_SHOWN;
  return (
    <Section
      id="dien-hinh"
      title="Điển hình"
      count={countInWords(count)}
      intro={
        found.nearby && rows.length > 0
          ? 'Không có tên nào đúng như vậy; đây là những tên gần giống.'
          : cut
            ? `Đây là ${MOST_SHOWN} kết quả sát nhất; hãy gõ thêm từ để hẹp lại.`
            : null
      }
    >
      <DataTable
        caption="Điển hình tìm thấy"
        captionHidden
        columns={[
          { key: 'name', label: 'Tên', width: 'wide' },
          { key: 'state', label: 'Trạng thái' },
          { key: 'field', label: 'Lĩnh vực' },
          { key: 'office', label: 'Đơn vị' },
        ]}
        empty="Không có điển hình nào khớp trong phạm vi bạn được xem."
        rows={rows.map((row) => ({
          name: <Name row={row} />,
          state: <ExemplarStateTag state={row.state} />,
          field: row.fieldName ?? row.fieldHint ?? 'chưa chọn',
          office: (
            <>
              <a href={`/don-vi/${row.officeId}`}>{row.officeName}</a>
              <NowIs id={row.officeId} validTo={row.officeValidTo} today={today} present={found.present} />
            </>
          ),
        }))}
      />
    </Section>
  );
}

function Name({ row }: { row: FoundExemplar }) {
  const facts = [
    SUBJECT_KIND_NAMES[row.kind],
    row.birthYear && `sinh ${row.birthYear}`,
    row.position,
    row.place,
  ];
  return (
    <>
      <a href={`/dien-hinh/${row.id}`}>{row.fullName}</a> <SampleMark shown={row.isSample} />
      <span class="summary-note">{facts.filter(Boolean).join(' · ')}</span>
    </>
  );
}
