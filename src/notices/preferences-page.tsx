import type { FieldErrors } from '../platform/outcome.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { CheckboxField, CheckboxGroup, NumberField, TextField } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { fieldOf } from '../web/field-of.ts';
import type { Typed } from '../web/form.ts';
import { HiddenFields } from '../web/hidden-fields.tsx';
import { NOTICE_KINDS, NOTICE_NAMES } from './notice-kinds.ts';
import type { Preferences } from './preferences.ts';

const HOME = { label: 'Việc của tôi', href: '/viec-cua-toi' };

interface PreferencesPageProps {
  preferences: Preferences;
  /** Can the program send mail at all? */
  sendsMail: boolean;
  typed: Typed;
  errors: FieldErrors;
}

export function PreferencesPage({ preferences, sendsMail, typed, errors }: PreferencesPageProps) {
  const fresh = Object.keys(typed).length === 0;
  const text = fieldOf(typed, errors);
  return (
    <>
      <PageHead
        title="Cách nhận thông báo"
        crumbs={[HOME, { label: 'Thông báo', href: '/thong-bao' }, { label: 'Cách nhận' }]}
        lead="Thông báo luôn có trong chương trình. Thư điện tử gộp mọi việc, mỗi ngày nhiều nhất một thư."
      />
      {sendsMail ? null : (
        <Notice tone="info" title="Hệ thống chưa nối máy chủ thư">
          <p>Cài đặt này được lưu, nhưng chưa có thư nào được gửi cho đến khi quản trị viên đặt SMTP_URL.</p>
        </Notice>
      )}
      <form method="post" class="form">
        <ErrorSummary errors={errors} />
        <HiddenFields typed={typed} />
        <TextField
          {...text('email', preferences.email)}
          label="Địa chỉ thư"
          type="email"
          inputmode="email"
          autocomplete="email"
        />
        <CheckboxField
          name="byEmail"
          label="Nhận thư tổng hợp"
          checked={fresh ? preferences.byEmail && preferences.email !== null : typed.byEmail !== undefined}
        />
        <CheckboxGroup
          name="kinds"
          label="Trong thư có"
          options={NOTICE_KINDS.map((kind) => ({ value: kind, label: NOTICE_NAMES[kind] }))}
          values={fresh ? preferences.kinds : [typed.kinds ?? []].flat()}
          error={errors.kinds}
        />
        <NumberField
          {...text('daysBefore', String(preferences.daysBefore))}
          label="Nhắc trước hạn"
          required
          unit="ngày làm việc"
          hint="Ghi 0 nếu không cần nhắc trước."
        />
        <ButtonRow>
          <Button kind="primary">Lưu</Button>
          <ButtonLink kind="quiet" href="/thong-bao">
            Không lưu, quay lại
          </ButtonLink>
        </ButtonRow>
      </form>
    </>
  );
}
