import type { z } from 'zod';
import { ButtonLink } from '../ui/button.tsx';
import { DateField, RadioGroup, TextArea } from '../ui/field.tsx';
import { formatDate } from '../ui/format.ts';
import { StateTag } from '../ui/state-tag.tsx';
import { DataTable } from '../ui/table.tsx';
import type { Route } from '../web/route.ts';
import { giveConsent, withdrawConsent } from './consent.ts';
import {
  CONSENT_SCOPES,
  CONSENT_WAYS,
  type ConsentScope,
  consentForm,
  SCOPE_NAMES,
  WAY_NAMES,
  withdrawConsentForm,
} from './consent-form.ts';
import { type Consent, consentsOf } from './consent-queries.ts';
import type { ExemplarPart } from './part.ts';
import { type WorkForm, workFormRoutes } from './work-form.tsx';
import { refusalToWork } from './work-rules.ts';

const ANCHOR = 'dong-y';

export const consentPart: ExemplarPart = {
  id: ANCHOR,
  title: 'Sự đồng ý',
  async render(visit, exemplar) {
    const consents = await consentsOf(visit.get('deps').db, exemplar.id);
    const mayWrite = refusalToWork(exemplar, 'consent') === null;
    return <ConsentView id={exemplar.id} consents={consents} mayWrite={mayWrite} />;
  },
};

/** Recording a consent; on a page of its own, and as a step of the registration. */
export const giveConsentForm: WorkForm<z.infer<typeof consentForm>> = {
  path: 'dong-y',
  work: 'consent',
  title: 'Ghi sự đồng ý của điển hình',
  anchor: ANCHOR,
  schema: consentForm,
  said: 'Đã ghi sự đồng ý.',
  command: giveConsent,
  fields: (visit, _exemplar, { field }) => (
    <>
      <RadioGroup
        {...field('scope', scopeIn(visit.req.query('pham-vi')))}
        label="Điển hình đồng ý việc gì"
        required
        options={CONSENT_SCOPES.map((value) => ({
          value,
          label: SCOPE_NAMES[value],
          hint: SCOPE_HINTS[value],
        }))}
      />
      <RadioGroup
        {...field('how')}
        label="Đồng ý bằng cách nào"
        required
        options={CONSENT_WAYS.map((value) => ({ value, label: WAY_NAMES[value] }))}
      />
      <DateField {...field('givenOn', visit.get('deps').clock.today())} label="Ngày đồng ý" required />
      <TextArea
        {...field('note')}
        label="Ghi chú"
        rows={3}
        hint="Ví dụ: ai hỏi, giấy lưu ở đâu, có điều gì không muốn nêu."
      />
    </>
  ),
};

const withdrawForm: WorkForm<z.infer<typeof withdrawConsentForm>> = {
  path: 'dong-y/:item/rut-lai',
  work: 'consent',
  title: 'Ghi việc rút lại sự đồng ý',
  anchor: ANCHOR,
  schema: withdrawConsentForm,
  said: 'Đã ghi việc rút lại; sự đồng ý không còn hiệu lực.',
  command: withdrawConsent,
  async fields(visit, exemplar, { field }, item) {
    const { db, clock } = visit.get('deps');
    const consents = await consentsOf(db, exemplar.id);
    const consent = consents.find((one) => one.id === item && one.withdrawnOn === null);
    if (!consent) return null;
    return (
      <>
        <p>
          {SCOPE_NAMES[consent.scope]}, {WAY_NAMES[consent.how].toLowerCase()}, ngày{' '}
          {formatDate(consent.givenOn)}. {WITHDRAWAL_CONSEQUENCES[consent.scope]}
        </p>
        <DateField {...field('withdrawnOn', clock.today())} label="Ngày rút lại" required />
      </>
    );
  },
};

export const consentRoutes: Route[] = [...workFormRoutes(giveConsentForm), ...workFormRoutes(withdrawForm)];

const SCOPE_HINTS: Record<ConsentScope, string> = {
  registration: 'Cần có trước khi chọn, công nhận và tôn vinh.',
  publication: 'Cần có để câu chuyện hiện trên cổng công khai sau khi tôn vinh.',
};

const WITHDRAWAL_CONSEQUENCES: Record<ConsentScope, string> = {
  registration:
    'Rút lại có hiệu lực ngay: không chọn, công nhận, tôn vinh tiếp được, và nếu đang hiện trên cổng công khai thì được gỡ xuống.',
  publication: 'Rút lại có hiệu lực ngay: nếu đang hiện trên cổng công khai thì được gỡ xuống.',
};

const scopeIn = (text: string | undefined): ConsentScope | null =>
  CONSENT_SCOPES.find((scope) => scope === text) ?? null;

interface ViewProps {
  id: number;
  consents: readonly Consent[];
  mayWrite: boolean;
}

function ConsentView({ id, consents, mayWrite }: ViewProps) {
  const standing = (scope: ConsentScope) =>
    consents.find((one) => one.scope === scope && one.withdrawnOn === null) ?? null;
  const withdrawn = consents.filter((one) => one.withdrawnOn !== null);
  const scopeRow = (scope: ConsentScope) => {
    const consent = standing(scope);
    return {
      scope: SCOPE_NAMES[scope],
      state: consent ? (
        <StateTag tone="good" word={`đồng ý từ ${formatDate(consent.givenOn)}`} />
      ) : (
        <StateTag tone="warn" word="chưa có" />
      ),
      how: consent ? <HowGiven consent={consent} /> : null,
      todo: mayWrite ? <ConsentLink id={id} scope={scope} consent={consent} /> : null,
    };
  };
  return (
    <div class="stack">
      <DataTable
        caption="Sự đồng ý đang có"
        captionHidden
        columns={[
          { key: 'scope', label: 'Phạm vi', width: 'wide' },
          { key: 'state', label: 'Tình trạng' },
          { key: 'how', label: 'Cách đồng ý' },
          { key: 'todo', label: 'Việc có thể làm', labelHidden: true },
        ]}
        rows={CONSENT_SCOPES.map(scopeRow)}
      />
      {mayWrite ? (
        <p>
          <ButtonLink href={`/dien-hinh/${id}/dong-y.pdf`} icon="download" small>
            Phiếu đồng ý để in, ký (PDF)
          </ButtonLink>
        </p>
      ) : null}
      {withdrawn.length > 0 ? (
        <ul class="muted">
          {withdrawn.map(({ scope, givenOn, withdrawnOn }) => (
            <li>
              {SCOPE_NAMES[scope]}: đồng ý ngày {formatDate(givenOn)}, rút lại ngày {formatDate(withdrawnOn)}.
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function HowGiven({ consent }: { consent: Consent }) {
  const recorded = consent.recordedBy ? ` (${consent.recordedBy} ghi)` : '';
  return (
    <>
      {WAY_NAMES[consent.how]}
      {recorded}
      {consent.note ? <span class="summary-note">{consent.note}</span> : null}
    </>
  );
}

function ConsentLink({ id, scope, consent }: { id: number; scope: ConsentScope; consent: Consent | null }) {
  return consent ? (
    <a href={`/dien-hinh/${id}/dong-y/${consent.id}/rut-lai`}>
      Ghi rút lại<span class="visually-hidden"> {SCOPE_NAMES[scope]}</span>
    </a>
  ) : (
    <ButtonLink href={`/dien-hinh/${id}/dong-y?pham-vi=${scope}`} small>
      Ghi sự đồng ý<span class="visually-hidden">: {SCOPE_NAMES[scope]}</span>
    </ButtonLink>
  );
}
