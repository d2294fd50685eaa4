import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { TextArea } from '../ui/field.tsx';
import { Fold } from '../ui/fold.tsx';
import { formatCount } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { Section } from '../ui/panel.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import { SwitchLinks } from '../ui/switch-links.tsx';
import type { Typed } from '../web/form.ts';
import { HiddenFields } from '../web/hidden-fields.tsx';
import { withQuery } from '../web/query.ts';
import type { Batch } from './batch.ts';
import { OUTCOME_NAMES, OUTCOMES, type RowOutcome } from './choices.ts';
import { ImportStateTag, nameOf } from './list-page.tsx';
import {
  applyPath,
  batchPath,
  decidePath,
  dropPath,
  IMPORTS_PATH,
  leftPath,
  matchPath,
  undoPath,
} from './paths.ts';
import { PreviewRows, type RowsProps } from './preview-rows.tsx';
import { Doubtful, LeftOut, leadOf } from './preview-words.tsx';
import { PER_PAGE } from './rows.ts';

export interface PreviewProps extends Omit<RowsProps, 'empty' | 'open' | 'standing'> {
  batch: Batch;
  outcome: RowOutcome | null;
  page: number;
  /** May the actor undo it? */
  mayUndo: boolean;
  errors: FieldErrors;
  reasons: readonly Reason[];
  typed: Typed;
}

/** What a list will do, or did: counts, every row with its outcome, and the one step that can be taken. */
export function PreviewPage(props: PreviewProps) {
  const { batch, outcome, page, reasons, errors } = props;
  const open = batch.state === 'matched';
  const here = (query: { loai?: string | null; trang?: number | null }) =>
    withQuery(batchPath(batch.id), query);
  const total = outcome ? batch.counts[outcome] : OUTCOMES.reduce((sum, one) => sum + batch.counts[one], 0);
  return (
    <>
      <PageHead
        title={open ? 'Xem trước danh sách' : 'Danh sách đã gửi'}
        kicker={nameOf(batch)}
        tag={<ImportStateTag batch={batch} />}
        crumbs={[{ label: 'Nhập danh sách', href: IMPORTS_PATH }, { label: `Số ${batch.id}` }]}
        lead={leadOf(batch)}
      />
      <ErrorSummary errors={errors} />
      <RefusalList title="Chưa thực hiện được" reasons={reasons} />
      {open ? <ApplyForm {...props} /> : <AfterForm {...props} />}
      <Section id="dong" title="Từng dòng" intro={<LeftOut batch={batch} />}>
        <SwitchLinks
          label="Lọc theo việc sẽ làm"
          links={[
            { label: 'Tất cả', href: here({}), current: outcome === null },
            ...OUTCOMES.filter((one) => batch.counts[one] > 0).map((one) => ({
              label: OUTCOME_NAMES[one],
              href: here({ loai: one }),
              count: formatCount(batch.counts[one]),
              current: outcome === one,
            })),
          ]}
        />
        {open ? (
          <DecideForm {...props} />
        ) : (
          <PreviewRows
            {...props}
            open={false}
            standing={batch.state === 'applied'}
            empty="Không có dòng nào."
          />
        )}
        <Pagination
          page={page}
          pageCount={Math.max(1, Math.ceil(total / PER_PAGE))}
          hrefFor={(n) => here({ loai: outcome, trang: n })}
        />
      </Section>
    </>
  );
}

function ApplyForm({ batch, typed }: PreviewProps) {
  const { counts } = batch;
  const made = counts.new + counts.known;
  const left = counts.ask + counts.registered + counts.refused;
  return (
    <form method="post" class="form" action={applyPath(batch.id)}>
      <HiddenFields typed={typed} version={batch.version} />
      {counts.ask > 0 ? (
        <Notice tone="warn" title={`${formatCount(counts.ask)} dòng chờ bạn quyết định`}>
          <p>
            Có thể là chủ thể đã có, hoặc cùng người với dòng khác. Dòng chưa quyết định sẽ không được nhập và
            nằm trong tệp “dòng chưa nhập”.
          </p>
        </Notice>
      ) : null}
      <Doubtful count={counts.doubtful} />
      <ButtonRow>
        {made > 0 ? <Button kind="primary">Nhập {formatCount(made)} dòng</Button> : null}
        {left > 0 ? (
          <ButtonLink href={leftPath(batch.id)} icon="download">
            Tải {formatCount(left)} dòng chưa nhập được
          </ButtonLink>
        ) : null}
        <ButtonLink href={matchPath(batch.id)}>Ghép cột lại</ButtonLink>
        <Button kind="quiet" formaction={dropPath(batch.id)}>
          Bỏ danh sách này
        </Button>
      </ButtonRow>
    </form>
  );
}

function DecideForm(props: PreviewProps) {
  const { batch, rows, outcome, page } = props;
  const { ask, strong } = batch.counts;
  const decidable = rows.some(({ found, twin }) => found.length > 0 || twin !== null);
  return (
    <form method="post" action={decidePath(batch.id)}>
      <HiddenFields version={batch.version} />
      <input type="hidden" name="loai" value={outcome ?? ''} />
      <input type="hidden" name="trang" value={String(page)} />
      <PreviewRows {...props} open standing={false} empty="Không có dòng nào như vậy." />
      {decidable || ask > 0 ? (
        <ButtonRow>
          {decidable ? <Button>Lưu quyết định của trang này</Button> : null}
          {strong > 0 ? (
            <Button name="tat_ca" value="chac">
              Tất cả {formatCount(strong)} dòng gần như chắc: là chủ thể đã có
            </Button>
          ) : null}
          {ask - strong > 0 ? (
            <Button name="tat_ca" value="khac">
              Các dòng chỉ “có thể”: là chủ thể khác
            </Button>
          ) : null}
        </ButtonRow>
      ) : null}
    </form>
  );
}

/** After it was applied: what was left out, and the way back. */
function AfterForm({ batch, mayUndo, errors, typed }: PreviewProps) {
  const { counts, state } = batch;
  const left = counts.ask + counts.registered + counts.refused;
  const value = typed.reason;
  return (
    <>
      <ButtonRow>
        {left > 0 ? (
          <ButtonLink href={leftPath(batch.id)} icon="download">
            Tải {formatCount(left)} dòng chưa nhập được
          </ButtonLink>
        ) : null}
        <ButtonLink href={IMPORTS_PATH}>Nhập danh sách khác</ButtonLink>
      </ButtonRow>
      {state === 'applied' && mayUndo ? (
        <Fold summary="Nhập nhầm? Hoàn tác cả danh sách" open={errors.reason !== undefined}>
          <form method="post" class="form" action={undoPath(batch.id)}>
            <HiddenFields typed={typed} version={batch.version} />
            <p>
              Mọi hồ sơ, khen thưởng và chủ thể mà danh sách này đã tạo sẽ được bỏ, chừng nào chưa ai làm tiếp
              với chúng.
            </p>
            <TextArea
              name="reason"
              label="Lý do hoàn tác"
              required
              rows={2}
              maxlength={2000}
              value={typeof value === 'string' ? value : ''}
              error={errors.reason}
            />
            <ButtonRow>
              <Button kind="danger">Hoàn tác cả danh sách</Button>
            </ButtonRow>
          </form>
        </Fold>
      ) : null}
    </>
  );
}
