import { LifeLine } from './life-line.tsx';
import { Notice } from './notice.tsx';
import { MissingList, Section } from './panel.tsx';
import { PictureStrip } from './picture-strip.tsx';
import { SummaryList } from './summary-list.tsx';
import { Timeline } from './timeline.tsx';

const GREY =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 3'%3E%3Crect width='4' height='3' fill='%23998'/%3E%3C/svg%3E";

/** What stands on the page of one thing. */
export function LifeGallery() {
  return (
    <>
      <LifeLine
        steps={[
          { label: 'Phát hiện', date: '2016-08-12', state: 'done', href: '#lich-su' },
          { label: 'Đề nghị', date: '2016-10-03', state: 'done' },
          { label: 'Lựa chọn', date: '2016-11-21', state: 'done' },
          {
            label: 'Bồi dưỡng, kiểm tra hằng năm',
            date: 'Từ Quý I/2017',
            state: 'now',
            note: '2 lần kiểm tra',
          },
          { label: 'Công nhận', state: 'ahead' },
          { label: 'Tôn vinh', state: 'ahead' },
          { label: 'Nhân rộng', state: 'ahead' },
        ]}
      />
      <LifeLine
        label="Chặng đường bị dừng"
        steps={[
          { label: 'Phát hiện', date: '2016-08-12', state: 'done' },
          { label: 'Tạm dừng xác minh do có đơn phản ánh', date: '2018-03-01', state: 'stopped' },
          { label: 'Công nhận', state: 'ahead' },
        ]}
      />
      <MissingList
        items={[
          { text: 'Chưa có minh chứng cho 2 thành tích', href: '#thong-tin' },
          'Lần kiểm tra năm 2018 đã quá hạn 12 ngày',
        ]}
      />
      <Notice tone="info">Kế hoạch giai đoạn 2016–2020 đã kết thúc; trang này chỉ để xem lại.</Notice>
      <Notice tone="success" title="Đã gửi đề nghị">
        Hội Nông dân tỉnh sẽ xem xét trước ngày 30/11/2018.
      </Notice>
      <Notice tone="warn">
        Người này đã được đơn vị khác đề nghị ngày 02/9/2016. Hãy xem trước khi tiếp tục.
      </Notice>
      <Notice tone="error" title="Chưa lưu được">
        Người khác vừa sửa mục này. Phần anh/chị vừa ghi vẫn còn ở dưới.
      </Notice>
      <PictureStrip
        label="Ảnh minh chứng"
        pictures={[
          { src: GREY, href: '#anh-1', title: 'Con đường mới của khu 7 (mẫu)' },
          { src: GREY, href: '#anh-2', title: 'Họp dân bàn việc hiến đất làm đường, đông đủ các hộ (mẫu)' },
        ]}
      />
      <Section id="thong-tin" title="Thông tin">
        <SummaryList
          items={[
            {
              label: 'Họ và tên',
              value: 'Nguyễn Thị Phương Nguyệt Quỳnh (mẫu)',
              action: { href: '#sua', label: 'Sửa' },
            },
            { label: 'Năm sinh', value: null, action: { href: '#sua', label: 'Ghi' } },
            {
              label: 'Nơi ở',
              value: 'Khu 7, xã Đồng Luận, huyện Thanh Thủy, tỉnh Phú Thọ',
              note: 'Từ ngày 01/7/2025: xã Đồng Luận nhập vào đơn vị mới',
            },
            {
              label: 'Thu nhập năm 2018',
              value: '187,25 triệu đồng',
              note: 'Ủy ban nhân dân xã xác nhận ngày 10/01/2019',
            },
          ]}
        />
      </Section>
      <Section id="lich-su" title="Lịch sử" count={3}>
        <Timeline
          entries={[
            {
              at: new Date('2018-11-15T07:05:00Z'),
              who: 'Trần Thị Huyền Trang',
              sentence: 'trả lại đề nghị để bổ sung.',
              reason:
                'Biên bản hội nghị suy tôn thiếu chữ ký của thư ký; số người dự ghi 52 nhưng danh sách có 51.',
              details: (
                <SummaryList items={[{ label: 'Trạng thái', value: 'Đã đề nghị → Trả lại bổ sung' }]} />
              ),
            },
            { at: new Date('2018-11-02T01:30:00Z'), who: 'Lê Văn Ưởng', sentence: 'gửi đề nghị.' },
            { at: '2018-11-01', sentence: 'Hệ thống nhắc hạn kiểm tra năm 2018.' },
          ]}
        />
      </Section>
    </>
  );
}
