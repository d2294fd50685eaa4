import type { Reason } from '../platform/outcome.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { TextField } from '../ui/field.tsx';
import { FilterBar } from '../ui/filter.tsx';
import { Fold } from '../ui/fold.tsx';
import { formatCount } from '../ui/format.ts';
import { PageHead } from '../ui/page-head.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { Section } from '../ui/panel.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import { SwitchLinks } from '../ui/switch-links.tsx';
import { HiddenFields } from '../web/hidden-fields.tsx';
import { withQuery } from '../web/query.ts';
import { passagesOf } from './merged-passages.ts';
import { type AboveReport, refusalToMerge } from './merged-report.ts';
import type { TextBelow, TextsBelow } from './merged-words.ts';
import { crumbsOf } from './rollup-page.tsx';

export interface PassagesProps {
  report: AboveReport;
  parts: readonly { key: string; name: string }[];
  part: { key: string; name: string };
  search: string;
  page: number;
  below: TextsBelow;
  /** What stands in this part of the own report, with its figures written out. */
  own: string;
  reasons: readonly Reason[];
}

/** What those below wrote in one part, office by office, to read, search, and draw from. */
export function PassagesPage(props: PassagesProps) {
  const { report, parts, part, search, page, below, own, reasons } = props;
  const path = `/bao-cao/${report.id}/tong-hop/loi-van`;
  const address = (query: Record<string, string | number | null>) =>
    withQuery(path, { phan: part.key, q: search, ...query });
  return (
    <>
      <PageHead
        title={`Lời văn cấp dưới: ${part.name}`}
        crumbs={crumbsOf(report, 'Lời văn cấp dưới')}
        lead="Đánh dấu đoạn nào thì đoạn đó được chép vào cuối mục này của báo cáo, kèm tên đơn vị."
      />
      <SwitchLinks
        label="Mục của báo cáo"
        links={parts.map((one) => ({
          label: one.name,
          href: withQuery(path, { phan: one.key, q: search }),
          current: one.key === part.key,
        }))}
      />
      <FilterBar action={path} keep={{ phan: part.key }} count={below.found} noun="đơn vị có viết mục này">
        <TextField name="q" label="Tìm trong lời văn" value={search} />
      </FilterBar>
      <RefusalList title="Chưa lấy được" reasons={reasons} />
      {below.texts.length === 0 ? (
        <EmptyState title={search ? 'Không có đoạn nào chứa lời cần tìm' : 'Chưa đơn vị nào viết mục này'}>
          Lời văn của báo cáo đã nộp sẽ hiện ở đây, mỗi đơn vị một phần.
        </EmptyState>
      ) : (
        <Texts {...props} path={path} />
      )}
      <Pagination page={page} pageCount={below.pages} hrefFor={(one) => address({ trang: one })} />
      <Section id="ban-nhap" title={`Mục “${part.name}” trong báo cáo của đơn vị`}>
        {own.trim() ? <p class="prose-lines">{own}</p> : <p class="muted">Chưa viết.</p>}
      </Section>
    </>
  );
}

function Texts({ report, part, search, below, path }: PassagesProps & { path: string }) {
  const open = below.texts.length <= 10 || search !== '';
  const may = report.mayWrite && refusalToMerge(report) === null;
  const folds = below.texts.map((text) => (
    <Fold
      open={open}
      summary={`${text.officeName}${text.accepted ? '' : ' (chờ xem)'}: ${formatCount(passagesOf(text.text).length)} đoạn`}
    >
      <Passages text={text} tickable={may} search={search} />
    </Fold>
  ));
  if (!may) return <div class="stack">{folds}</div>;
  return (
    <form method="post" action={path} class="stack">
      <HiddenFields version={report.version} />
      <input type="hidden" name="phan" value={part.key} />
      <input type="hidden" name="q" value={search} />
      {folds}
      <ButtonRow>
        <Button kind="primary">Lấy các đoạn đã chọn</Button>
        <ButtonLink kind="quiet" href={`/bao-cao/${report.id}/tong-hop`}>
          Về tổng hợp
        </ButtonLink>
      </ButtonRow>
    </form>
  );
}

function Passages({ text, tickable, search }: { text: TextBelow; tickable: boolean; search: string }) {
  const wanted = plain(search);
  return (
    <div class="passages">
      {passagesOf(text.text).map((passage, index) => {
        const id = `doan-${text.reportId}-${index}`;
        const words = wanted && plain(passage).includes(wanted) ? <mark>{passage}</mark> : passage;
        if (!tickable) return <p>{words}</p>;
        return (
          <div class="choice">
            <input type="checkbox" id={id} name="doan" value={`${text.reportId}.${text.version}.${index}`} />
            <label for={id}>
              <span class="visually-hidden">Lấy đoạn này: </span>
              {words}
            </label>
          </div>
        );
      })}
    </div>
  );
}

/** Without marks and case, as the search itself reads. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase();
