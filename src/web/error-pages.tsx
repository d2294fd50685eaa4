import { officePage, type Page, simplePage } from './page.tsx';
import type { Visit } from './visit.ts';

/** In the frame of the office for those who are signed in; should that frame itself fail, without it. */
async function errorPage(visit: Visit, page: Page): Promise<Response> {
  if (!visit.get('actor')) return simplePage(visit, page);
  try {
    return await officePage(visit, page);
  } catch {
    return simplePage(visit, page);
  }
}

/** The same answer for what does not exist and for what lies outside one's reach. */
export const notFoundPage = (visit: Visit) =>
  errorPage(visit, {
    title: 'Không tìm thấy',
    status: 404,
    children: (
      <>
        <h1>Không tìm thấy</h1>
        {visit.get('actor') ? (
          <>
            <p>Địa chỉ này không có, hoặc nội dung nằm ngoài phạm vi tài khoản của bạn được xem.</p>
            <p>
              Hãy kiểm tra lại địa chỉ, <a href="/tim">tìm theo tên</a>, hoặc về{' '}
              <a href="/viec-cua-toi">Việc của tôi</a>.
            </p>
          </>
        ) : (
          <p>
            Địa chỉ này không có. Hãy kiểm tra lại địa chỉ, hoặc về <a href="/">trang đầu</a>.
          </p>
        )}
      </>
    ),
  });

export const forbiddenPage = (visit: Visit) =>
  errorPage(visit, {
    title: 'Tài khoản chưa được giao việc này',
    status: 403,
    children: (
      <>
        <h1>Tài khoản chưa được giao việc này</h1>
        <p>
          Trang này dành cho vai trò khác. Nếu bạn cần làm việc ở đây, hãy đề nghị quản trị viên giao vai trò.
        </p>
        <p>
          <a href="/viec-cua-toi">Về Việc của tôi</a>
        </p>
      </>
    ),
  });

/** A form that another site (or no page at all) sent in somebody's name. */
export const foreignPage = (visit: Visit) =>
  errorPage(visit, {
    title: 'Chưa thực hiện yêu cầu này',
    status: 403,
    children: (
      <>
        <h1>Chưa thực hiện yêu cầu này</h1>
        <p>
          Yêu cầu không được gửi từ trang của Gương Sáng nên đã bị từ chối để bảo vệ tài khoản. Chưa có gì
          thay đổi. Hãy mở lại trang của chương trình và thực hiện tại đó.
        </p>
        <p>
          Nếu việc này lặp lại ngay trên trang của chương trình, hãy báo quản trị viên kiểm tra thiết lập
          PUBLIC_URL.
        </p>
      </>
    ),
  });

const MB = 1024 * 1024;

/** @param maxBytes what the whole form may have */
export const tooLargePage = (visit: Visit, maxBytes: number) =>
  errorPage(visit, {
    title: 'Dữ liệu gửi lên quá lớn',
    status: 413,
    children: (
      <>
        <h1>Dữ liệu gửi lên quá lớn</h1>
        <p>
          Mỗi lần gửi không quá {Math.floor(maxBytes / MB)} MB. Chưa có gì được lưu. Hãy quay lại, chọn tệp
          nhỏ hơn hoặc giảm kích thước ảnh rồi gửi lại.
        </p>
      </>
    ),
  });

/** `reference` stands in the log beside the error, so that a person can name it on the telephone. */
export const brokenPage = (visit: Visit, reference: string) =>
  errorPage(visit, {
    title: 'Hệ thống gặp lỗi',
    status: 500,
    children: (
      <>
        <h1>Hệ thống gặp lỗi</h1>
        <p>Việc vừa rồi chưa được ghi. Hãy thử lại sau ít phút; nếu vẫn lỗi, báo quản trị viên mã sau:</p>
        <p>
          <code>{reference}</code>
        </p>
      </>
    ),
  });

/** The database does not answer: nothing on this page may need it. */
export const unavailablePage = (visit: Visit) =>
  simplePage(visit, {
    title: 'Tạm thời không phục vụ được',
    status: 503,
    children: (
      <>
        <h1>Tạm thời không phục vụ được</h1>
        <p>
          Cơ sở dữ liệu đang không trả lời nên việc vừa rồi có thể chưa được ghi. Hãy đợi một phút rồi tải lại
          trang; nếu kéo dài, hãy báo quản trị viên.
        </p>
      </>
    ),
  });
