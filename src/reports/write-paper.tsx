import { DateField, TextArea, TextField } from '../ui/field.tsx';
import { Section } from '../ui/panel.tsx';
import { paperDefaults } from './paper.ts';
import type { ReportInView } from './queries.ts';
import type { FieldOf } from './write-page.tsx';

/** What the head and the foot of the Word file and the PDF say. */
export function PaperFieldsSection({ report, field }: { report: ReportInView; field: FieldOf }) {
  const paper = paperDefaults(report);
  return (
    <Section id="the-thuc" title="Thể thức văn bản" intro="In ở phần đầu và phần ký của bản Word, PDF.">
      <TextField {...field('number', paper.number)} label="Số" hint="Để trống nếu văn thư điền sau." />
      <TextField {...field('symbol', paper.symbol)} label="Ký hiệu" required hint="Ví dụ: BC-BTĐKT" />
      <TextField {...field('place', paper.place)} label="Nơi ký" required hint="Ví dụ: Phú Thọ" />
      <DateField {...field('date', paper.date)} label="Ngày văn bản" hint="Để trống nếu chưa ký." />
      <TextField
        {...field('authority', paper.authority)}
        label="Thẩm quyền ký"
        hint="Ví dụ: KT. TRƯỞNG BAN"
      />
      <TextField {...field('signerTitle', paper.signerTitle)} label="Chức danh người ký" required />
      <TextField {...field('signerName', paper.signerName)} label="Họ tên người ký" />
      <TextArea
        {...field('recipients', paper.recipients.join('\n'))}
        label="Nơi nhận"
        rows={4}
        hint="Mỗi nơi một dòng."
      />
    </Section>
  );
}
