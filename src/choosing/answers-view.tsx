import type { DutyItem } from '../duties/queries.ts';
import { RemindForm } from '../duties/remind-form.tsx';
import type { Actor } from '../identity/actor.ts';
import { formatCount, formatDate } from '../ui/format.ts';
import { StateTag } from '../ui/state-tag.tsx';
import { DataTable, type Row } from '../ui/table.tsx';
import { type AskedOffice, hasAnswered } from './offices-asked.ts';

interface AnswersProps {
  offices: readonly AskedOffice[];
  /** By office: what it owes, by which it can be reminded. */
  duties: ReadonlyMap<number, DutyItem>;
  actor: Actor;
  /** Where to come back to after reminding. */
  backTo: string;
  /** Where one answers for an office of one's own. */
  answerPath: string;
  /** Of these the actor may answer. */
  own: ReadonlySet<number>;
}

/** Who was asked for candidates of the field: who has proposed, who has nobody and says why, who is silent. */
export function AnswersView({ offices, duties, actor, backTo, answerPath, own }: AnswersProps) {
  if (offices.length === 0) {
    return (
      <p class="muted">
        Kế hoạch chưa nêu cơ quan phối hợp nào của lĩnh vực này nên không biết còn ai chưa trả lời.
      </p>
    );
  }
  const silent = offices.filter((office) => !hasAnswered(office));
  const items = silent.flatMap(({ id }) => duties.get(id) ?? []);
  return (
    <>
      <p>
        {silent.length > 0
          ? `${formatCount(silent.length)}/${formatCount(offices.length)} cơ quan chưa trả lời.`
          : `Cả ${formatCount(offices.length)} cơ quan đã trả lời.`}
      </p>
      <RemindForm items={items} actor={actor} backTo={backTo}>
        {(mayRemind) => (
          <DataTable
            caption="Cơ quan phối hợp đã trả lời hay chưa"
            captionHidden
            columns={[
              ...(mayRemind.size > 0 ? [{ key: 'mark', label: 'Đánh dấu', labelHidden: true }] : []),
              { key: 'office', label: 'Cơ quan', width: 'wide', primary: true },
              { key: 'state', label: 'Trả lời' },
              { key: 'duty', label: 'Nhiệm vụ đề nghị' },
            ]}
            rows={offices.map((office) => rowOf(office, { duties, own, answerPath, mayRemind }))}
          />
        )}
      </RemindForm>
    </>
  );
}

interface RowFacts extends Pick<AnswersProps, 'duties' | 'own' | 'answerPath'> {
  mayRemind: ReadonlySet<number>;
}

function rowOf(office: AskedOffice, { duties, own, answerPath, mayRemind }: RowFacts): Row {
  const item = hasAnswered(office) ? undefined : duties.get(office.id);
  return {
    mark: item && mayRemind.has(item.id) ? <Mark item={item} /> : '',
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

const Mark = ({ item }: { item: DutyItem }) => (
  <input type="checkbox" name="item" value={String(item.id)} aria-label={`Nhắc ${item.officeName}`} />
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
  if (hasAnswered(office)) return <></>;
  if (!item) return <span class="muted">chưa giao nhiệm vụ; hãy liên hệ trực tiếp</span>;
  return (
    <>
      <a href={`/nhiem-vu/muc/${item.id}`}>{item.dutyName}</a>
      <div class="muted">
        Hạn {formatDate(item.dueOn)}
        {item.state === 'late' ? ', đã quá hạn' : ''}
      </div>
    </>
  );
}
