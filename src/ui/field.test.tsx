import { describe, expect, it } from 'vitest';
import { ErrorSummary } from './error-summary.tsx';
import { CheckboxGroup, DateField, NumberField, RadioGroup, TextField } from './field.tsx';

const OPTIONS = [
  { value: 'a', label: 'Cá nhân' },
  { value: 'b', label: 'Tập thể' },
];

describe('a field', () => {
  it('ties hint and error to its control, and to its link in the summary', () => {
    const html = String(
      <TextField name="hoTen" label="Họ và tên" required hint="Như giấy khai sinh" error="Hãy ghi tên" />,
    );
    expect(html).toContain('id="f-hoTen"');
    expect(html).toContain('aria-describedby="f-hoTen-hint f-hoTen-error"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('id="f-hoTen-error"');
    expect(String(<ErrorSummary errors={{ hoTen: 'Hãy ghi tên' }} />)).toContain('href="#f-hoTen"');
  });

  it('says that it may stay empty only when it may', () => {
    expect(String(<TextField name="a" label="A" />)).toContain('(không bắt buộc)');
    expect(String(<TextField name="a" label="A" required />)).not.toContain('(không bắt buộc)');
  });

  it('shows a day and a number as people here write them, and wrong ones as they were typed', () => {
    expect(String(<DateField name="d" label="D" value="2018-11-15" />)).toContain('value="15/11/2018"');
    expect(String(<DateField name="d" label="D" value="31/2/2018" />)).toContain('value="31/2/2018"');
    expect(String(<NumberField name="n" label="N" value={1234.5} />)).toContain('value="1.234,5"');
    expect(String(<NumberField name="n" label="N" value="nhiều" />)).toContain('value="nhiều"');
    expect(String(<NumberField name="n" label="N" value={0} />)).toContain('value="0"');
  });

  it('never shows a password back, and lets no text out of its box', () => {
    expect(String(<TextField name="p" label="P" type="password" value="bí mật" />)).not.toContain('bí mật');
    expect(String(<TextField name="t" label="T" value={'"><script>'} />)).not.toContain('<script>');
  });

  it('of several choices carries its own id on the first, so that a link lands there', () => {
    const html = String(<RadioGroup name="loai" label="Chủ thể" options={OPTIONS} value="b" />);
    expect(html).toMatch(/id="f-loai" name="loai" value="a"(?! checked)/);
    expect(html).toMatch(/id="f-loai-2" name="loai" value="b" checked/);
    const boxes = String(<CheckboxGroup name="mat" label="Mặt" options={OPTIONS} values={['a', 'b']} />);
    expect(boxes.match(/ checked/g)).toHaveLength(2);
  });
});

describe('the summary of errors', () => {
  it('is absent without errors, and links nothing that belongs to no field', () => {
    expect(String(<ErrorSummary errors={{}} />)).toBe('');
    expect(String(<ErrorSummary errors={{ _: 'Biểu mẫu đã cũ' }} />)).not.toContain('href');
  });
});
