import { type HeatCell, HeatTable } from './heat-table.tsx';

const cell = (level: HeatCell['level'], value: string): HeatCell => ({
  level,
  value,
  words: `Huyện Thanh Thủy: ${value || 'không có việc'}`,
});

/** A heat table with every level, a link, and sums. */
export function HeatGallery() {
  return (
    <HeatTable
      caption="Việc đúng hạn trên việc đã đến hạn"
      rowHead="Đơn vị"
      columns={['Năm 2016', 'Năm 2017', 'Báo cáo tổng kết 2016–2020 (các huyện, thành, thị)', 'Cả kế hoạch']}
      legend={[
        { level: 'good', words: 'đúng hạn từ 90%' },
        { level: 'fair', words: 'có việc muộn' },
        { level: 'poor', words: 'còn thiếu trên 10%' },
        { level: 'wait', words: 'chưa đến hạn' },
        { level: 'none', words: 'không có việc' },
      ]}
      rows={[
        {
          label: <a href="#thanh-thuy">Ủy ban nhân dân huyện Thanh Thủy</a>,
          cells: [
            cell('good', '12/12'),
            { ...cell('fair', '9/12'), href: '#o' },
            cell('wait', '12'),
            cell('fair', '21/24'),
          ],
        },
        {
          label: 'Ban Chấp hành Đoàn Thanh niên Cộng sản Hồ Chí Minh tỉnh Phú Thọ',
          cells: [cell('poor', '0/12'), cell('none', ''), cell('wait', '12'), cell('poor', '0/12')],
        },
      ]}
      foot={{
        label: 'Tất cả',
        cells: [cell('poor', '12/24'), cell('fair', '9/12'), cell('wait', '24'), cell('poor', '21/36')],
      }}
    />
  );
}
