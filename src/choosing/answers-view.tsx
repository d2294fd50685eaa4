import type { DutyItem } from '../duties/queries.ts';
import { Button, ButtonRow } from '../ui/button.tsx';
import { formatCount, formatDate } from '../ui/format.ts';
import { StateTag } from '../ui/state-tag.tsx';
import { DataTable, type Row } from '../ui/table.tsx';
import { HiddenFields } from '../web/hidden-fields.tsx';
import { type AskedOffice, hasAnswered } from './offices-asked.ts';

interface AnswersProps {
  offices: readonly AskedOffice[];
  /** By office: what it owes, by which it can be reminded. */
  duties: ReadonlyMap<number, DutyItem>;
  fieldId: number;
  /** Those who decide remind the silent. */
  mayRemind: boolean;
  /** Where one answers for an office of one's own. */
  answerPath: string;
  /** Of these the actor may answer. */
  own: ReadonlySet<number>;
}

/** Who was asked for candidates of the field: who has proposed, who has nobody and says why, who is silent. */
export function AnswersView(props: AnswersProps) {
  const { offices, fieldId } = props;
  if (offices.length === 0) {
    return (
      <p class="muted">
        Kế hoạch chưa nêu cơ quan phối hợp nào của lĩnh vực này nên không biết còn ai chưa trả lời.
      </p>
    );
  }
  const silent = offices.filter((office) => !hasAnswered(office));
  const mayRemind = props.mayRemind && silent.length > 0;
  const table = (
    <DataTable
      caption="Cơ quan phối hợp đã trả lời hay chưa"
      captionHidden
      columns={[
        ...(mayRemind
          ? [{ key: 'mark', label: 'Đánh dấu', labelHidden: true, width: 'narrow' as const }]
          : []),
        { key: 'office', label: 'Cơ quan', width: 'wide', primary: true },
        { key: 'state', label: 'Trả lời' },
        { key: 'duty', label: 'Nhiệm vụ, nhắc' },
      ]}
      rows={offices.map((office) => rowOf(office, { ...props, mayRemind }))}
    />
  );
  return (
    <>
      <p>
        {silent.length > 0
          ? `${formatCount(silent.length)}/${formatCount(offices.length)} cơ quan chưa trả lời.`
          : `Cả ${formatCount(offices.length)} cơ quan đã trả lời.`}
      </p>
      {mayRemind ? (
        <form method="post" action="/nhac-linh-vuc">
          <HiddenFields />
          <input type="hidden" name="linh_vuc" value={String(fieldId)} />
          {table}
          <ButtonRow>
            <Button icon="clock">Nhắc các cơ quan đã đánh dấu</Button>
          </ButtonRow>
        </form>
      ) : (
        table
      )}
    </>
  );
}

type RowFacts = Pick<AnswersProps, 'duties' | 'own' | 'answerPath' | 'mayRemind'>;

function rowOf(office: AskedOffice, { duties, own, answerPath, mayRemind }: RowFacts): Row {
  const item = hasAnswered(office) ? undefined : duties.get(office.id);
  return {
    mark: mayRemind && !hasAnswered(office) ? <Mark office={office} /> : '',
    office: (
      <>
        <a href={`/don-vi/${office.id}`}>{office.name}</a>
        {office.telephone ? <div class="muted">Điện thoại: {office.telephone}</div> : null}
      </>
    ),
    state: (
      <>
        <Answer office={office} />
        {own.has(office.id) && office.proposed === 0 ? <AnswerLink {...{ office, answerPath }} /> : null}
      </>
    ),
    duty: <Duty office={office} item={item} />,
  };
}

const AnswerLink = ({ office, answerPath }: { office: AskedOffice; answerPath: string }) => (
  <div>
    <a href={`${answerPath}?don_vi=${office.id}`}>
      {office.answer ? 'Sửa câu trả lời' : 'Trả lời là không có'}
      <span class="visually-hidden"> của {office.name}</span>
    </a>
  </div>
);

/** Ticked from the start: whoever is silent is reminded unless somebody takes the tick away. */
const Mark = ({ office }: { office: AskedOffice }) => (
  <input
    type="checkbox"
    name="co_quan"
    value={String(office.id)}
    aria-label={`Nhắc ${office.name}`}
    checked
  />
);

function Answer({ office: { proposed, answer } }: { office: AskedOffice }) {
  if (proposed > 0) return <StateTag tone="good" word={`Đã đề nghị ${formatCount(proposed)} hồ sơ`} />;
  if (!answer) return <StateTag tone="warn" word="Chưa trả lời" />;
  return (
    <>
      <StateTag tone="neutral" word="Không có để đề nghị" />
      <div>{answer.reason}</div>
      <div class="muted">
        {[answer.answeredBy, `ngày ${formatDate(answer.answeredOn)}`].filter(Boolean).join(', ')}
      </div>
    </>
  );
}

function Duty({ office, item }: { office: AskedOffice; item: DutyItem | undefined }) {
  if (hasAnswered(office)) return null;
  const reminded = office.remindedOn ? (
    <div class="muted">Đã nhắc ngày {formatDate(office.remindedOn)}</div>
  ) : null;
  if (!item) return reminded ?? <span class="muted">chưa nhắc, không giao nhiệm vụ riêng</span>;
  return (
    <>
      <a href={`/nhiem-vu/muc/${item.id}`}>{item.dutyName}</a>
      <div class="muted">
        Hạn {formatDate(item.dueOn)}
        {item.state === 'late' ? ', đã quá hạn' : ''}
      </div>
      {reminded}
    </>
  );
}
