import { ProgrammeWords } from './front-page.tsx';
import type { Programme } from './programme.ts';

/** What the programme is, how somebody comes to stand here, and what they may ask of us. */
export function AboutPage({ programme }: { programme: Programme }) {
  return (
    <div class="story">
      <header class="story-head">
        <h1>Về chương trình</h1>
        <p class="lede">
          Tìm ra người làm tốt, giúp họ làm tốt hơn, và đưa cách làm ấy đến nơi khác cũng đang cần.
        </p>
      </header>
      <div class="prose">
        <ProgrammeWords programme={programme} />
        <h2>Từ phát hiện đến tôn vinh</h2>
        <ol>
          <li>Cơ quan, đoàn thể, báo chí và người dân phát hiện, giới thiệu.</li>
          <li>
            Tập thể nơi người đó sống, làm việc họp suy tôn; đơn vị đối chiếu với tiêu chí rồi đề nghị. Không
            ai được đăng ký khi chưa đồng ý.
          </li>
          <li>Cơ quan chủ trì lĩnh vực lựa chọn, cùng đơn vị lập kế hoạch bồi dưỡng, giúp đỡ.</li>
          <li>
            Hằng năm kiểm tra bốn điều: tác dụng, tính hiệu quả, khả năng phát triển, ảnh hưởng trong xã hội.
          </li>
          <li>
            Điển hình vững vàng được công nhận, rồi biểu dương, tôn vinh; sau đó vẫn được kiểm tra, giúp đỡ.
          </li>
        </ol>
        <h2>Con số trên trang này</h2>
        <p>
          Mỗi con số ghi rõ ai xác nhận. Điều điển hình tự kê khai được ghi là tự kê khai; con số đã bị phản
          bác không được đăng lại.
        </p>
        <h2>Quyền của người được nêu gương</h2>
        <p>
          Trang chỉ kể chuyện người đã đồng ý cho công bố, và chỉ nêu nơi ở đến cấp xã. Người được nêu gương
          có quyền xem, đề nghị sửa, và rút lại sự đồng ý bất cứ lúc nào; khi đó bài được gỡ ngay. Hãy liên hệ{' '}
          {programme.officeName} hoặc đơn vị đã giới thiệu.
        </p>
      </div>
    </div>
  );
}
