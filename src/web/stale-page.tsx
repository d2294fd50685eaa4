import type { AuditedThing } from '../audit/kinds.ts';
import { historyOf } from '../audit/timeline.ts';
import { Notice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Section } from '../ui/panel.tsx';
import { type SummaryItem, SummaryList } from '../ui/summary-list.tsx';
import { saveDraft } from './drafts.ts';
import { FORM_KEY, FORM_VERSION, type SentForm } from './form.ts';
import { History } from './history.tsx';
import { officePage } from './page.tsx';
import { actorOf, type Visit } from './visit.ts';

export interface Stale {
  /** Where the person came from, or where the form is opened anew. */
  backTo: string;
  /** The thing that was to be changed, to show what changed since the form was opened. */
  thing?: { kind: AuditedThing; id: number; version: number | null };
  /** What was sent, to be shown: nothing that was typed is lost. Leave it out where a password is typed. */
  sent?: Pick<SentForm, 'typed' | 'labels' | 'files'>;
  /** The name of the form where it has drafts: what was typed waits there to be taken up again. */
  draft?: string;
}

/**
 * Answers a form that was opened before somebody else changed the thing: 409 with what changed, and below it what
 * the person had typed, which has not been written.
 */
export async function stalePage(visit: Visit, { backTo, thing, sent, draft }: Stale): Promise<Response> {
  const { db } = visit.get('deps');
  const since =
    thing && thing.version !== null
      ? await historyOf(db, thing.kind, thing.id, { afterVersion: thing.version })
      : [];
  const kept = sent && draft ? await keepAsDraft(visit, draft, sent) : false;
  const typed = sent ? typedTexts(sent) : [];
  const title = 'Nội dung đã được người khác thay đổi';
  return officePage(visit, {
    title,
    status: 409,
    children: (
      <>
        <PageHead title={title} />
        <Notice tone="warn" title="Phần của bạn chưa được ghi">
          <p>
            Từ lúc bạn mở biểu mẫu, nội dung này đã có thay đổi; chưa ghi để không đè lên việc người khác vừa
            làm.{' '}
            {kept
              ? 'Những gì bạn nhập đã được lưu thành bản nháp: mở lại trang rồi chọn “Dùng bản nháp”.'
              : 'Hãy mở lại trang, xem nội dung mới rồi thực hiện lại.'}
          </p>
          <p>
            <a href={backTo}>Mở lại trang trước</a>
          </p>
        </Notice>
        {since.length > 0 ? (
          <Section id="thay-doi" title="Những thay đổi từ lúc mở biểu mẫu">
            <History entries={since} label="Những thay đổi từ lúc mở biểu mẫu" />
          </Section>
        ) : null}
        {typed.length > 0 ? (
          <Section
            id="da-nhap"
            title="Phần bạn đã nhập"
            intro="Chưa được ghi. Có thể bôi đen để chép lại vào biểu mẫu mới."
          >
            <SummaryList items={typed} />
          </Section>
        ) : null}
      </>
    ),
  });
}

async function keepAsDraft(
  visit: Visit,
  draft: string,
  { typed }: Pick<SentForm, 'typed'>,
): Promise<boolean> {
  const { accountId } = actorOf(visit);
  return accountId !== null && saveDraft(visit.get('deps'), accountId, draft, typed);
}

const OWN_FIELDS = [FORM_KEY, FORM_VERSION];

/**
 * What was typed, under the words of its field. Of a field without words only what reads as a text is shown: the
 * rest are codes of what was chosen, which say nothing outside of the form.
 */
function typedTexts({ typed, labels, files }: NonNullable<Stale['sent']>): SummaryItem[] {
  const texts = Object.entries(typed)
    .filter(([name]) => !OWN_FIELDS.includes(name))
    .map(([name, value]) => ({ label: labels[name], text: [value].flat().join('\n').trim() }))
    .filter(({ label, text }) => text !== '' && (label !== undefined || /\s/.test(text)))
    .map(({ label, text }) => ({
      label: label ?? 'Nội dung khác',
      value: <div class="prose-lines">{text}</div>,
    }));
  const names = [...files.values()].map((file) => file.name);
  return names.length > 0 ? [...texts, { label: 'Tệp, cần chọn lại', value: names.join(', ') }] : texts;
}
