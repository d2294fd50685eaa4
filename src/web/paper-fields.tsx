import type { PaperFields } from '../papers/paper-fields.ts';
import { DateField, TextArea, TextField } from '../ui/field.tsx';
import { Section } from '../ui/panel.tsx';
import type { FieldOf } from './field-of.ts';

interface PaperFieldsProps {
  paper: PaperFields;
  field: FieldOf;
  /** What such a paper may say, in the hints. */
  examples: { symbol: string; place: string; authority: string };
}

/** What the head and the foot of the Word file and the PDF say. */
export function PaperFieldsSection({ paper, field, examples }: PaperFieldsProps) {
  return (
    <Section id="the-thuc" title="Thể thức văn bản" intro="In ở phần đầu và phần ký của bản Word, PDF.">
      <TextField {...field('number', paper.number)} label="Số" hint="Để trống nếu văn thư điền sau." />
      <TextField
        {...field('symbol', paper.symbol)}
        label="Ký hiệu"
        required
        hint={`Ví dụ: ${examples.symbol}`}
      />
      <TextField {...field('place', paper.place)} label="Nơi ký" required hint={`Ví dụ: ${examples.place}`} />
      <DateField {...field('date', paper.date)} label="Ngày văn bản" hint="Để trống nếu chưa ký." />
      <TextField
        {...field('authority', paper.authority)}
        label="Thẩm quyền ký"
        hint={`Ví dụ: ${examples.authority}`}
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
