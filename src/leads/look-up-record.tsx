import { Button, ButtonRow } from '../ui/button.tsx';
import { TextArea, TextField } from '../ui/field.tsx';
import { Fold } from '../ui/fold.tsx';
import { formatDate, formatNumber } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import type { PublicRecord } from './look-up-exemplar.ts';
import type { LookUpViewProps } from './look-up-lead.tsx';
import { AssistedLine, CodeForm, Lines } from './look-up-page.tsx';
import { LONGEST } from './rules.ts';
import { SlipBox } from './slip-box.tsx';
import { FIELD_NAMES } from './voice-words.ts';

type Props = LookUpViewProps<PublicRecord>;

/** What is recorded about somebody, in plain words, for them to read, correct and object to. */
export function RecordView({ view, code, said, again }: Props) {
  return (
    <>
      <div class="stack">
        <h1>Những gì đang ghi về ông/bà</h1>
        {said ? <Notice tone="success">{said}</Notice> : null}
        <p class="lede">Hồ sơ {view.stateInWords}.</p>
        <AssistedLine entry={view.assisted} />
        {view.isSample ? <p class="muted">Dữ liệu mẫu.</p> : null}
      </div>
      <section class="stack" aria-labelledby="ho-so">
        <h2 id="ho-so">Thông tin</h2>
        <SummaryList
          items={[
            { label: FIELD_NAMES.fullName, value: view.fullName, note: view.kindName },
            { label: FIELD_NAMES.birthYear, value: view.birthYear === null ? null : String(view.birthYear) },
            { label: 'Đơn vị quản lý hồ sơ', value: view.officeName, note: 'Nơi ở cụ thể không hiện ở đây.' },
            { label: FIELD_NAMES.position, value: view.position },
            { label: 'Lĩnh vực', value: view.fieldName },
            { label: FIELD_NAMES.title, value: view.title },
            { label: FIELD_NAMES.statement, value: view.statement ? <Lines>{view.statement}</Lines> : null },
            { label: 'Thành tích', value: achievementsOf(view) },
            { label: 'Điều ông/bà đã đồng ý', value: consentsOf(view) },
          ]}
        />
      </section>
      <Answers view={view} />
      <CorrectForm view={view} code={code} said={said} again={again} />
      <ObjectForm view={view} code={code} said={said} again={again} />
      <section class="stack" aria-labelledby="lien-he">
        <h2 id="lien-he">Hỏi ai</h2>
        <p>
          {view.officeName}
          {view.telephone ? `, điện thoại ${view.telephone}` : ''}.
        </p>
        <SlipBox code={code} />
      </section>
    </>
  );
}

const TRUST_WORDS: Record<string, string> = {
  self_declared: 'tự kê khai',
  confirmed: 'đã được xác nhận',
  contradicted: 'có nguồn nói khác',
};

function achievementsOf({ achievements }: PublicRecord) {
  if (achievements.length === 0) return null;
  return (
    <ul>
      {achievements.map(({ statement, value, unit, year, trust }) => (
        <li>
          {statement}
          {value === null ? '' : `: ${formatNumber(value)}${unit ? ` ${unit}` : ''}`}
          {year === null ? '' : ` (năm ${year})`}, {TRUST_WORDS[trust] ?? trust}
        </li>
      ))}
    </ul>
  );
}

const CONSENT_WORDS: Record<string, string> = {
  registration: 'Đưa vào danh sách để theo dõi, giúp đỡ',
  publication: 'Kể chuyện ông/bà cho mọi người biết',
};

function consentsOf({ consents }: PublicRecord) {
  if (consents.length === 0) return 'Chưa ghi sự đồng ý nào.';
  return (
    <ul>
      {consents.map(({ scope, givenOn }) => (
        <li>
          {CONSENT_WORDS[scope] ?? scope}, ngày {formatDate(givenOn)}. Muốn rút lại, hãy ghi ở phần “Không
          đồng ý”.
        </li>
      ))}
    </ul>
  );
}

/** What the subject said before, and what came of it. */
function Answers({ view: { corrections, objections } }: { view: PublicRecord }) {
  if (corrections.length + objections.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="da-noi">
      <h2 id="da-noi">Ông/bà đã nói, và trả lời</h2>
      <SummaryList
        items={[
          ...objections.map((one) => ({
            label: `Không đồng ý, ngày ${formatDate(one.madeOn)}`,
            value: <Lines>{one.words}</Lines>,
            note: one.answer
              ? `Trả lời ngày ${formatDate(one.answeredOn)}: ${one.answer}`
              : 'Đang chờ trả lời.',
          })),
          ...corrections.map((one) => ({
            label: `Sửa “${FIELD_NAMES[one.field]}”, ngày ${formatDate(one.madeOn)}`,
            value: <Lines>{one.proposed}</Lines>,
            note: ANSWER_WORDS[one.state] + (one.answer ? ` ${one.answer}` : ''),
          })),
        ]}
      />
    </section>
  );
}

const ANSWER_WORDS = {
  open: 'Đang chờ trả lời.',
  accepted: 'Đã sửa theo lời ông/bà.',
  refused: 'Không sửa, vì:',
} as const;

function CorrectForm({ code, again }: Props) {
  const mine = again?.action === 'sua' ? again : null;
  const field = (name: 'fullName' | 'birthYear' | 'place' | 'position' | 'title') => ({
    name,
    label: FIELD_NAMES[name],
    value: mine?.typed[name] ?? '',
    error: mine?.errors[name],
    autocomplete: 'off',
  });
  return (
    <section class="stack" aria-labelledby="sua">
      <h2 id="sua">Chỗ nào chưa đúng</h2>
      <Fold summary="Đề nghị sửa" open={mine !== null}>
        <CodeForm code={code} action="sua" errors={mine?.errors}>
          <p>Chỉ ghi vào ô có điều chưa đúng, viết lại cho đúng. Cán bộ trả lời từng mục.</p>
          <TextField {...field('fullName')} maxlength={200} />
          <TextField {...field('birthYear')} width="short" inputmode="numeric" maxlength={4} />
          <TextField {...field('place')} maxlength={300} />
          <TextField {...field('position')} maxlength={200} />
          <TextField {...field('title')} maxlength={300} />
          <TextArea
            name="statement"
            label={FIELD_NAMES.statement}
            rows={4}
            maxlength={LONGEST.what}
            value={mine?.typed.statement ?? ''}
            error={mine?.errors.statement}
          />
          <ButtonRow>
            <Button kind="primary">Gửi đề nghị sửa</Button>
          </ButtonRow>
        </CodeForm>
      </Fold>
    </section>
  );
}

function ObjectForm({ code, again }: Props) {
  const mine = again?.action === 'y-kien' ? again : null;
  return (
    <section class="stack" aria-labelledby="khong-dong-y">
      <h2 id="khong-dong-y">Không đồng ý</h2>
      <Fold summary="Nói điều chưa đồng ý" open={mine !== null}>
        <CodeForm code={code} action="y-kien" errors={mine?.errors}>
          <p>
            Không muốn có tên trong danh sách, không muốn kể chuyện mình, hay thấy có điều không phải: hãy
            nói. Ý kiến đến đơn vị quản lý hồ sơ và cấp trên; người xét chọn thấy ý kiến này cho đến khi được
            trả lời.
          </p>
          <TextArea
            name="words"
            label="Điều ông/bà chưa đồng ý"
            required
            rows={4}
            maxlength={LONGEST.more}
            value={mine?.typed.words ?? ''}
            error={mine?.errors.words}
          />
          <ButtonRow>
            <Button kind="danger">Gửi ý kiến</Button>
          </ButtonRow>
        </CodeForm>
      </Fold>
    </section>
  );
}
