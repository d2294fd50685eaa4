import { Section } from './panel.tsx';
import { YearCalendar } from './year-calendar.tsx';

/** A year with days off, a day worked in exchange, and today. */
export function YearGallery() {
  return (
    <Section id="lich-nam" title="Lịch năm">
      <YearCalendar
        year={2019}
        today="2019-11-15"
        marks={[
          { day: '2019-01-05', kind: 'work', name: 'Làm bù Tết Dương lịch 2019', href: '#lich-nam' },
          { day: '2019-02-04', kind: 'off', name: 'Tết Âm lịch (cuối tháng Chạp)', href: '#lich-nam' },
          { day: '2019-02-05', kind: 'off', name: 'Tết Âm lịch (mùng 1)', href: '#lich-nam' },
          { day: '2019-09-02', kind: 'off', name: 'Quốc khánh' },
        ]}
      />
    </Section>
  );
}
