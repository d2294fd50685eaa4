import { z } from 'zod';
import { choice, day, optionalText } from '../web/form-fields.ts';

export const CONSENT_SCOPES = ['registration', 'publication'] as const;
export type ConsentScope = (typeof CONSENT_SCOPES)[number];

export const SCOPE_NAMES: Record<ConsentScope, string> = {
  registration: 'Đồng ý đưa vào danh sách theo dõi, bồi dưỡng',
  publication: 'Đồng ý công bố',
};

export const CONSENT_WAYS = ['paper', 'in_person', 'telephone'] as const;
export type ConsentWay = (typeof CONSENT_WAYS)[number];

export const WAY_NAMES: Record<ConsentWay, string> = {
  paper: 'Bằng giấy',
  in_person: 'Trực tiếp bằng lời',
  telephone: 'Qua điện thoại',
};

export const consentForm = z.object({
  scope: choice('phạm vi đồng ý', CONSENT_SCOPES),
  how: choice('cách đồng ý', CONSENT_WAYS),
  givenOn: day('ngày đồng ý'),
  note: optionalText('ghi chú', 1_000),
});

export const withdrawConsentForm = z.object({ withdrawnOn: day('ngày rút lại') });
