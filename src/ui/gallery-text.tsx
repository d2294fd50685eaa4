import { BesideText, MarkedText, QuotedPassage } from './marked-text.tsx';
import { Section } from './panel.tsx';

const PLAN_TEXT =
  'Số: 1711/KH-UBND\n- Trong Quý II năm 2016 các cấp, các ngành, các cơ quan, đơn vị tiến hành xây dựng nội dung, chương trình, biện pháp tổ chức, thực hiện Kế hoạch xây dựng, bồi dưỡng, nhân rộng điển hình tiên tiến.';

/** A text whose passages are numbered, beside what is said about them. */
export function TextGallery() {
  const stage = PLAN_TEXT.indexOf('- Trong');
  return (
    <Section id="doi-chieu" title="Văn bản có đoạn đánh số">
      <BesideText
        text={
          <MarkedText
            label="Văn bản mẫu"
            text={PLAN_TEXT}
            marks={[
              { start: 4, end: 16, number: 1, href: '#muc-so' },
              { start: stage, end: PLAN_TEXT.length, number: 2, href: '#muc-giai-doan' },
            ]}
          />
        }
      >
        <p id="muc-so">Số, ký hiệu</p>
        <QuotedPassage number={1} words={PLAN_TEXT.slice(4, 16)} />
        <p id="muc-giai-doan">Quý II/2016</p>
        <QuotedPassage number={2} words={PLAN_TEXT.slice(stage)} />
      </BesideText>
    </Section>
  );
}
