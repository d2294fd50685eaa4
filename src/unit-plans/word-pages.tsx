import type { FieldErrors } from '../platform/outcome.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { FileField, RadioGroup, SelectField, TextArea } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Section as PageSection } from '../ui/panel.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import { HiddenFields } from '../web/hidden-fields.tsx';
import type { AskedPart } from './content.ts';
import { FILE_FIELD } from './files.ts';
import type { Section } from './headings.ts';
import type { UnitPlanInView } from './queries.ts';
import { sectionField } from './word-forms.ts';
import type { Again } from './write-page.tsx';

const crumbsOf = (plan: UnitPlanInView, label: string) => [
  { label: `Kế hoạch ${plan.planNumber}`, href: `/ke-hoach/${plan.planId}` },
  { label: plan.officeName, href: `/ke-hoach-don-vi/${plan.id}` },
  { label },
];

export function UploadWordPage({ plan, errors }: { plan: UnitPlanInView; errors: FieldErrors }) {
  return (
    <>
      <PageHead
        title="Lấy lời văn từ tệp Word"
        crumbs={crumbsOf(plan, 'Tệp Word')}
        lead="Chương trình tìm các đề mục trong tệp và xếp vào từng phần của kế hoạch. Bạn xem lại, sửa chỗ xếp chưa đúng rồi mới lưu; tệp không được giữ lại."
      />
      <form
        method="post"
        class="form"
        enctype="multipart/form-data"
        action={`/ke-hoach-don-vi/${plan.id}/doc-word`}
      >
        <ErrorSummary errors={errors} title="Chưa đọc được tệp" />
        <HiddenFields />
        <FileField
          name={FILE_FIELD}
          label="Tệp Word"
          required
          accept=".docx"
          error={errors[FILE_FIELD]}
          hint="Tệp .docx. Đề mục là dòng có kiểu Heading, dòng in đậm, hoặc dòng đánh số như “I. Trách nhiệm lãnh đạo”."
        />
        <ButtonRow>
          <Button kind="primary">Đọc tệp</Button>
          <ButtonLink kind="quiet" href={`/ke-hoach-don-vi/${plan.id}/soan`}>
            Không đọc, tự viết
          </ButtonLink>
        </ButtonRow>
      </form>
    </>
  );
}

interface ConfirmProps {
  plan: UnitPlanInView;
  asked: readonly AskedPart[];
  sections: readonly Section[];
  again: Again;
}

/** What was found, where each stretch would go, and what is left over. Nothing is kept before this is confirmed. */
export function ConfirmWordPage({ plan, asked, sections, again }: ConfirmProps) {
  const found = new Set(sections.flatMap(({ part, text }) => (part === null || text === '' ? [] : [part])));
  const missing = asked.filter(({ ord }) => !found.has(ord));
  const left = sections.filter(({ part }) => part === null).length;
  const written = asked.some(({ ord }) => (plan.words[String(ord)] ?? '') !== '');
  return (
    <>
      <PageHead
        title="Xếp các mục của tệp Word"
        crumbs={crumbsOf(plan, 'Tệp Word')}
        lead={`Tìm thấy ${sections.length} mục: ${sections.length - left} mục đã xếp vào các phần, ${left} mục chưa biết xếp vào đâu. Chưa có gì được lưu.`}
      />
      {missing.length > 0 ? (
        <Notice tone="warn" title={`Chưa tìm thấy nội dung cho ${missing.length} phần`}>
          <ul>
            {missing.map(({ name }) => (
              <li>{name}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <form method="post" class="form" action={`/ke-hoach-don-vi/${plan.id}/doc-word/lay`}>
        <ErrorSummary errors={again.errors} title="Chưa lưu được" />
        <RefusalList title="Chưa lưu được" reasons={again.reasons} />
        <HiddenFields typed={again.typed} version={plan.version} />
        {sections.map((section, n) => (
          <SectionFields section={section} n={n + 1} asked={asked} />
        ))}
        {written ? (
          <RadioGroup
            name="mode"
            label="Phần đã có lời văn thì"
            required
            value={typeof again.typed.mode === 'string' ? again.typed.mode : 'append'}
            error={again.errors.mode}
            options={[
              { value: 'append', label: 'Ghi thêm vào sau' },
              { value: 'replace', label: 'Thay bằng lời văn của tệp' },
            ]}
          />
        ) : (
          <input type="hidden" name="mode" value="replace" />
        )}
        <ButtonRow>
          <Button kind="primary">Lưu vào kế hoạch</Button>
          <ButtonLink kind="quiet" href={`/ke-hoach-don-vi/${plan.id}/doc-word`}>
            Chọn tệp khác
          </ButtonLink>
        </ButtonRow>
      </form>
    </>
  );
}

function SectionFields({ section, n, asked }: { section: Section; n: number; asked: readonly AskedPart[] }) {
  const title = section.heading || 'Phần mở đầu, trước đề mục thứ nhất';
  const lines = Math.ceil(section.text.length / 90) + section.text.split('\n').length;
  return (
    <PageSection id={`muc-${n}`} title={title}>
      <input type="hidden" name={sectionField(n, 'heading')} value={section.heading} />
      <SelectField
        name={sectionField(n, 'part')}
        label="Xếp vào phần"
        required
        placeholder="Không lấy mục này"
        value={section.part === null ? '' : String(section.part)}
        options={asked.map(({ ord, name }, index) => ({
          value: String(ord),
          label: `${index + 1}. ${name}`,
        }))}
      />
      <TextArea
        name={sectionField(n, 'text')}
        label="Lời văn"
        required
        rows={Math.min(10, Math.max(2, lines))}
        value={section.text}
      />
    </PageSection>
  );
}
