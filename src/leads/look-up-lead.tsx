import type { FieldErrors } from '../platform/outcome.ts';
import { Button, ButtonRow } from '../ui/button.tsx';
import { CheckboxField, TextArea } from '../ui/field.tsx';
import { Fold } from '../ui/fold.tsx';
import { formatDate } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import type { PublicLead } from './look-up.ts';
import { AssistedLine, CodeForm, Lines } from './look-up-page.tsx';
import { LONGEST } from './rules.ts';
import { SlipBox } from './slip-box.tsx';

export interface LookUpViewProps<View> {
  view: View;
  code: string;
  /** What was just done. */
  said: string | null;
  /** The form that came back, by its action. */
  again: { action: string; errors: FieldErrors; typed: Readonly<Record<string, string>> } | null;
}

/** What became of a lead, for whoever proposed it. */
export function LeadView({ view, code, said, again }: LookUpViewProps<PublicLead>) {
  const { lead } = view;
  const place = [lead.placeWords, lead.placeName].filter(Boolean).join(', ');
  return (
    <>
      <div class="stack">
        <h1>Lời giới thiệu của bạn</h1>
        {said ? <Notice tone="success">{said}</Notice> : null}
        <p class="lede">
          <strong>{view.stateName}.</strong> {view.explained}
        </p>
        {view.reason ? <p>Lý do: {view.reason}</p> : null}
        <AssistedLine entry={view.assisted} />
        {lead.isSample ? <p class="muted">Dữ liệu mẫu.</p> : null}
      </div>
      <AddForm view={view} code={code} again={again} />
      <section class="stack" aria-labelledby="da-ke">
        <h2 id="da-ke">Bạn đã kể</h2>
        <SummaryList
          items={[
            { label: 'Giới thiệu', value: lead.fullName },
            { label: 'Ở đâu', value: place },
            { label: 'Ngày nhận', value: formatDate(lead.receivedOn) },
            { label: 'Việc làm', value: <Lines>{lead.what}</Lines> },
            ...view.additions.map(({ words, addedOn }) => ({
              label: `Kể thêm ngày ${formatDate(addedOn)}`,
              value: <Lines>{words}</Lines>,
            })),
            ...view.answered.map(({ question, answer, answeredOn }) => ({
              label: `Trả lời ngày ${formatDate(answeredOn)}`,
              value: <Lines>{answer ?? ''}</Lines>,
              note: `Câu hỏi: ${question}`,
            })),
          ]}
        />
      </section>
      <section class="stack" aria-labelledby="lien-he">
        <h2 id="lien-he">Hỏi ai</h2>
        <p>
          {view.officeName}
          {view.telephone ? `, điện thoại ${view.telephone}` : ''}.
        </p>
        <SlipBox code={code} />
        <WithdrawForm view={view} code={code} again={again} />
      </section>
    </>
  );
}

type FormProps = Pick<LookUpViewProps<PublicLead>, 'view' | 'code' | 'again'>;

function AddForm({ view, code, again }: FormProps) {
  if (!view.mayAdd) return null;
  const mine = again?.action === 'bo-sung' ? again : null;
  const { question } = view;
  return (
    <section class="stack" aria-labelledby="bo-sung">
      <h2 id="bo-sung">{question ? 'Cán bộ hỏi bạn' : 'Kể thêm'}</h2>
      {question ? (
        <>
          <Lines>{question.question}</Lines>
          <p class="muted">
            Hỏi ngày {formatDate(question.askedOn)}, mong được trả lời trước ngày {formatDate(question.dueOn)}
            .
          </p>
        </>
      ) : null}
      <CodeForm code={code} action="bo-sung" errors={mine?.errors}>
        <TextArea
          name="words"
          label={question ? 'Câu trả lời của bạn' : 'Điều bạn muốn kể thêm'}
          required
          rows={4}
          maxlength={LONGEST.more}
          value={mine?.typed.words ?? ''}
          error={mine?.errors.words}
        />
        <ButtonRow>
          <Button kind="primary">{question ? 'Gửi câu trả lời' : 'Gửi thêm'}</Button>
        </ButtonRow>
      </CodeForm>
    </section>
  );
}

function WithdrawForm({ view, code, again }: FormProps) {
  if (!view.mayWithdraw) return null;
  const mine = again?.action === 'rut' ? again : null;
  return (
    <Fold summary="Rút lời giới thiệu" open={mine !== null}>
      <CodeForm code={code} action="rut" errors={mine?.errors}>
        <p>Sau khi rút, không ai làm gì tiếp với lời giới thiệu này; cách liên hệ của bạn được xóa ngay.</p>
        <CheckboxField name="sure" label="Tôi muốn rút lời giới thiệu" required error={mine?.errors.sure} />
        <ButtonRow>
          <Button kind="danger">Rút lời giới thiệu</Button>
        </ButtonRow>
      </CodeForm>
    </Fold>
  );
}
