import type { OfficialPaper } from './official-paper.ts';

/** A whole report for tests: every kind of block, two tables, a long name, three pages. */
export const SAMPLE_PAPER: OfficialPaper = {
  superior: 'Ủy ban nhân dân tỉnh Phú Thọ',
  issuer: 'Ban Thi đua - Khen thưởng',
  number: '5',
  symbol: 'BC-BTĐKT',
  place: 'Phú Thọ',
  date: '2018-12-05',
  year: 2018,
  kind: 'Báo cáo',
  subject:
    'Kết quả phát hiện, bồi dưỡng, tổng kết và nhân rộng\nđiển hình tiên tiến năm 2018 trên địa bàn tỉnh Phú Thọ',
  addressees: ['Ủy ban nhân dân tỉnh Phú Thọ'],
  body: [
    {
      type: 'basis',
      text: 'Thực hiện Kế hoạch số 1711/KH-UBND ngày 10 tháng 5 năm 2016 của Ủy ban nhân dân tỉnh Phú Thọ về phát hiện, bồi dưỡng, tổng kết và nhân rộng điển hình tiên tiến giai đoạn 2016 - 2020;',
    },
    {
      type: 'paragraph',
      text: 'Ban Thi đua - Khen thưởng tỉnh báo cáo kết quả thực hiện năm 2018 như sau:',
    },
    { type: 'heading', level: 1, text: 'I. KẾT QUẢ ĐẠT ĐƯỢC' },
    { type: 'heading', level: 2, text: '1. Công tác phát hiện, đăng ký điển hình' },
    {
      type: 'paragraph',
      text: 'Trong năm, các cơ quan, đơn vị, địa phương đã rà soát, lựa chọn và đăng ký bồi dưỡng điển hình tiên tiến trên các lĩnh vực lao động, sản xuất, học tập, công tác, chiến đấu. Số liệu tính đến ngày 30 tháng 11 năm 2018, trong đó 87,5% đã được đơn vị quản lý xác nhận.',
    },
    {
      type: 'list',
      items: [
        'Số đơn vị có kế hoạch được phê duyệt: 41 trên tổng số 43 đơn vị;',
        'Số điển hình được tập thể suy tôn, có biên bản kèm theo: 128 điển hình;',
        'Số phát hiện do người dân và cơ quan báo chí giới thiệu: 19 trường hợp.',
      ],
    },
    {
      type: 'table',
      title: 'Bảng 1. Điển hình đăng ký bồi dưỡng theo lĩnh vực năm 2018',
      columns: [
        { label: 'STT', align: 'center', width: 12 },
        { label: 'Lĩnh vực' },
        { label: 'Cơ quan chủ trì' },
        { label: 'Chỉ tiêu' },
        { label: 'Đã chọn' },
        { label: 'Giá trị làm lợi (triệu đồng)' },
      ],
      rows: [
        ['1', 'Xây dựng nông thôn mới', 'Sở Nông nghiệp và Phát triển nông thôn', 13, 14, 12450.5],
        ['2', 'Phát triển kinh tế hộ gia đình', 'Hội Nông dân tỉnh', 5, 5, 8320],
        ['3', 'Xây dựng gia đình văn hóa', 'Sở Văn hóa, Thể thao và Du lịch', 13, 11, null],
        ['4', 'Dạy tốt, học tốt', 'Sở Giáo dục và Đào tạo', 10, 9, null],
        ['5', 'Lao động giỏi, lao động sáng tạo', 'Liên đoàn Lao động tỉnh', 10, 10, 31875.25],
      ],
      totals: [null, 'Tổng cộng', null, 51, 49, 52645.75],
      note: 'Ghi chú: ô để trống là chưa có số liệu được xác nhận.',
    },
    { type: 'heading', level: 2, text: '2. Công tác bồi dưỡng, kiểm tra, giúp đỡ' },
    {
      type: 'paragraph',
      text: 'Các đơn vị đã xây dựng kế hoạch bồi dưỡng cho từng điển hình, phân công người theo dõi, định kỳ kiểm tra hiệu quả, khả năng phát triển và sức lan tỏa. Khó khăn phát hiện qua kiểm tra được chuyển thành nhiệm vụ giúp đỡ, có đơn vị chịu trách nhiệm và thời hạn hoàn thành.',
    },
    { type: 'heading', level: 3, text: 'a) Về vốn và kỹ thuật' },
    {
      type: 'paragraph',
      text: 'Ngân hàng Chính sách xã hội chi nhánh tỉnh đã giải quyết cho 23 hộ gia đình vay vốn với tổng số tiền 1.150 triệu đồng; Trung tâm Khuyến nông tổ chức 12 lớp tập huấn cho 417 lượt người.',
    },
    { type: 'heading', level: 3, text: 'b) Về cơ chế, chính sách' },
    {
      type: 'paragraph',
      text: 'Các cơ quan chủ trì đã kiến nghị tháo gỡ 16 khó khăn, vướng mắc; đến nay đã giải quyết xong 13, còn 03 nội dung đang chờ ý kiến của các bộ, ngành trung ương.',
    },
    {
      type: 'table',
      title: 'Bảng 2. Điển hình tiêu biểu xuất sắc đề nghị biểu dương, tôn vinh',
      columns: [
        { label: 'STT', align: 'center', width: 12 },
        { label: 'Điển hình' },
        { label: 'Đơn vị đăng ký' },
        { label: 'Thành tích tiêu biểu' },
        { label: 'Điểm nhân rộng' },
      ],
      rows: Array.from({ length: 14 }, (_, i) => [
        String(i + 1),
        i === 3
          ? 'Hợp tác xã Dịch vụ nông nghiệp tổng hợp, chăn nuôi, chế biến và tiêu thụ nông sản an toàn Tiên Kiên - Xuân Lũng - Thạch Sơn'
          : `Hộ ông Nguyễn Văn ${String.fromCharCode(65 + i)}`,
        i % 2 ? 'Huyện Lâm Thao' : 'Huyện Thanh Ba',
        'Mô hình trồng bưởi Đoan Hùng kết hợp chăn nuôi, tạo việc làm thường xuyên cho lao động địa phương',
        (i * 7) % 12,
      ]),
    },
    { type: 'heading', level: 1, text: 'II. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN' },
    {
      type: 'paragraph',
      text: 'Một số đơn vị gửi báo cáo chậm; việc theo dõi điển hình sau khi được khen thưởng chưa thường xuyên; kinh phí dành cho tuyên truyền, nhân rộng còn hạn hẹp. Nguyên nhân chủ yếu là cán bộ làm công tác thi đua, khen thưởng ở cơ sở kiêm nhiệm nhiều việc và thường xuyên thay đổi.',
    },
    { type: 'heading', level: 1, text: 'III. KIẾN NGHỊ' },
    {
      type: 'paragraph',
      lead: 'Về chỉ đạo, điều hành.',
      text: 'Đề nghị Ủy ban nhân dân tỉnh tiếp tục giao chỉ tiêu phát hiện, bồi dưỡng điển hình cho các cơ quan chủ trì lĩnh vực và yêu cầu các đơn vị chưa báo cáo hoàn thành trước ngày 15 tháng 12 năm 2018.',
    },
    {
      type: 'paragraph',
      text: 'Trên đây là báo cáo kết quả phát hiện, bồi dưỡng, tổng kết và nhân rộng điển hình tiên tiến năm 2018, Ban Thi đua - Khen thưởng tỉnh trân trọng báo cáo Ủy ban nhân dân tỉnh.',
    },
  ],
  signature: { authority: ['KT. Trưởng ban'], title: 'Phó Trưởng ban', name: 'Nguyễn Thị Hồng Hạnh' },
  recipients: [
    'Như trên',
    'Ban Thi đua - Khen thưởng Trung ương',
    'Các thành viên Hội đồng Thi đua - Khen thưởng tỉnh',
    'Sở Nội vụ',
    'Lưu: VT, NV1',
  ],
};

/** The sample made long: its body repeated, for measuring and for many pages. */
export function longPaper(times: number): OfficialPaper {
  return { ...SAMPLE_PAPER, body: Array.from({ length: times }, () => SAMPLE_PAPER.body).flat() };
}
