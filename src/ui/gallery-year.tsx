import { MonthCalendar } from './month-calendar.tsx';
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
      <MonthCalendar
        year={2018}
        month={11}
        today="2018-11-15"
        marks={[{ day: '2018-11-20', kind: 'off', name: 'Ngày nghỉ (ví dụ)' }]}
        days={
          new Map([
            ['2018-11-10', <a href="#lich-nam">Báo cáo quý</a>],
            ['2018-11-30', <a href="#lich-nam">Kế hoạch của đơn vị</a>],
          ])
        }
        empty="Không có việc nào đến hạn."
      />
    </Section>
  );
}
