import { Button } from './button.tsx';
import { Card, CardGrid } from './card.tsx';
import { CodeBox } from './code-box.tsx';
import { StatStrip } from './stat.tsx';
import { DataTable } from './table.tsx';

/** The portal's pieces: one large story, true numbers, models, and a story's text. */
export function PublicGallery() {
  return (
    <>
      <Card
        size="lead"
        level={2}
        kicker="Xây dựng nông thôn mới · Xã Đồng Luận"
        title="Người phụ nữ hiến nghìn mét vuông đất, mở con đường cả khu chờ ba mươi năm (chuyện mẫu)"
        href="#chuyen"
        meta="Trần Thị Huyền Trang · 15/11/2018 · 6 phút đọc"
      >
        Con đường ấy giờ đưa chè xuống chợ trong mười phút. Trước kia, mỗi mùa mưa, cả khu phải gánh bộ.
      </Card>
      <StatStrip
        asOf="2018-12-31"
        stats={[
          { value: '1.654', label: 'điển hình đang bồi dưỡng' },
          { value: '312', label: 'điểm làm theo', note: 'trong đó 287 điểm đã kiểm tra', href: '#diem' },
          { value: '92,5%', label: 'điểm vẫn hoạt động sau một năm' },
          { value: 'chưa rõ', label: 'thu nhập tăng thêm của người làm theo' },
        ]}
      />
      <CodeBox code="GS-7K3M-92QX">
        <Button icon="print">Tải phiếu để in (PDF)</Button>
      </CodeBox>
      <section class="stack" aria-labelledby="mo-hinh">
        <h2 id="mo-hinh">Mô hình đáng làm theo</h2>
        <CardGrid>
          <Card
            title="Tổ tự quản đường hoa, đèn điện chiếu sáng và thu gom rác thải nông thôn"
            href="#1"
            kicker="Môi trường"
            meta="14 nơi đã làm theo"
          >
            Mỗi nhà góp một buổi trong tháng; sau hai năm đường khu 7 không còn rác.
          </Card>
          <Card title="Nuôi cá lồng trên sông Đà" href="#2" kicker="Kinh tế hộ" meta="9 nơi đã làm theo" />
          <Card
            title="Lớp học chữ buổi tối của cô giáo vùng cao"
            href="#3"
            kicker="Giáo dục"
            meta="3 nơi đã làm theo"
          >
            Bắt đầu từ bốn người, nay có mười một lớp ở ba xã.
          </Card>
        </CardGrid>
      </section>
      <article class="story" aria-labelledby="chuyen">
        <header class="story-head">
          <p class="kicker">Xây dựng nông thôn mới</p>
          <h1 id="chuyen">Người phụ nữ hiến nghìn mét vuông đất, mở con đường cả khu chờ ba mươi năm</h1>
          <p class="lede">
            Chuyện mẫu. Bà Nguyễn Thị Phương Nguyệt Quỳnh nói bà chỉ làm điều mẹ bà từng muốn làm.
          </p>
        </header>
        <div class="prose">
          <p>
            Trước năm 2016, từ khu 7 ra chợ phải đi vòng sáu cây số. Những hôm mưa, xe không lên nổi dốc,
            người ta gánh chè trên vai.{' '}
            <em>“Ai cũng muốn có đường, nhưng đường phải đi qua vườn nhà ai đó”</em>, ông trưởng khu kể.
          </p>
          <h2>Cách làm</h2>
          <ol>
            <li>Họp khu ba lần, vẽ con đường lên giấy để ai cũng thấy nó đi qua đâu.</li>
            <li>Gia đình bà hiến 1.234,5 m² đất vườn; mười một hộ khác hiến theo trong hai tháng.</li>
            <li>Xã góp xi măng, mỗi nhà góp hai mươi ngày công.</li>
          </ol>
          <blockquote>
            Đường là của chung, đất là của riêng. Cho đi một phần thì phần còn lại quý hơn.
          </blockquote>
          <p>Sau hai năm, giá chè bán tại khu tăng 18%, và ba khu bên cạnh đã làm theo.</p>
        </div>
        <aside class="story-side" aria-label="Con số và nơi hỏi thêm">
          <DataTable
            caption="Con số"
            columns={[
              { key: 'what', label: 'Việc' },
              { key: 'figure', label: 'Kết quả', align: 'end' },
            ]}
            rows={[
              { what: 'Đất hiến', figure: '1.234,5 m²' },
              { what: 'Hộ hiến theo', figure: '11 hộ' },
              { what: 'Giá chè bán tại khu', figure: 'tăng 18%' },
            ]}
          />
          <p class="muted">Ủy ban nhân dân xã xác nhận ngày 10/01/2019.</p>
        </aside>
      </article>
    </>
  );
}
