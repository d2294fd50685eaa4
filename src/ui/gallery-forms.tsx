import { Button, ButtonLink, ButtonRow } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { DraftStatus } from './draft-status.tsx';
import { ErrorSummary } from './error-summary.tsx';
import {
  CheckboxField,
  CheckboxGroup,
  DateField,
  FileField,
  NumberField,
  RadioGroup,
  SelectField,
  TextArea,
  TextField,
} from './field.tsx';
import { Section } from './panel.tsx';
import { RefusalList } from './refusal-list.tsx';
import { SubPart } from './sub-part.tsx';
import { TaskList } from './task-list.tsx';

const ERRORS = {
  hoTen: 'Hãy ghi họ và tên của người được giới thiệu, như trong giấy khai sinh.',
  ngayHop: 'Ngày họp “31/2/2018” không phải là ngày; hãy ghi như 15/11/2018.',
  dongY: 'Hãy chọn cách người được giới thiệu đã đồng ý.',
};

/** Every field, with and without an error. */
export function FormsGallery() {
  return (
    <Section id="bieu-mau" title="Biểu mẫu" intro="Mỗi ô một câu hỏi, lỗi đứng ngay tại ô và ở đầu biểu mẫu.">
      <ErrorSummary errors={ERRORS} />
      <SubPart title="2.1. Gương mẫu chấp hành pháp luật" note="Yêu cầu: chấm điểm. Tối đa 32 điểm.">
        <NumberField name="diem" label="Số điểm" unit="điểm" hint="Bỏ trống nếu chưa rõ." />
      </SubPart>
      <form method="post" data-draft-url="/nhap/thu">
        <TextField name="hoTen" label="Họ và tên" required error={ERRORS.hoTen} autocomplete="off" />
        <DateField
          name="ngayHop"
          label="Ngày họp suy tôn"
          required
          value="31/2/2018"
          error={ERRORS.ngayHop}
        />
        <NumberField name="dienTich" label="Diện tích đất đã hiến" value={1234.5} unit="m²" />
        <NumberField
          name="thuNhap"
          label="Thu nhập bình quân đầu người một năm của hộ gia đình sau khi trừ chi phí sản xuất"
          hint="Ghi theo số đã được Ủy ban nhân dân xã xác nhận; chưa có xác nhận thì vẫn ghi, hệ thống sẽ ghi rõ là tự khai."
          value={187.25}
          unit="triệu đồng"
        />
        <SelectField
          name="donVi"
          label="Đơn vị đề nghị"
          required
          value="b"
          options={[
            { value: 'a', label: 'Sở Nông nghiệp và Phát triển nông thôn' },
            {
              value: 'b',
              label: 'Ban Chấp hành Hội Nông dân huyện Thanh Thủy, phối hợp Ủy ban nhân dân huyện Thanh Thủy',
            },
          ]}
        />
        <RadioGroup
          name="dongY"
          label="Người được giới thiệu đã đồng ý bằng cách nào?"
          required
          error={ERRORS.dongY}
          options={[
            { value: 'giay', label: 'Ký giấy', hint: 'Chụp hoặc quét tờ giấy và gửi kèm ở dưới.' },
            { value: 'loi', label: 'Nói trực tiếp, có người làm chứng' },
            { value: 'chua', label: 'Chưa hỏi', disabled: true },
          ]}
        />
        <RadioGroup
          name="loai"
          label="Chủ thể"
          required
          inline
          value="ca-nhan"
          options={[
            { value: 'ca-nhan', label: 'Cá nhân' },
            { value: 'tap-the', label: 'Tập thể' },
            { value: 'ho', label: 'Hộ gia đình' },
          ]}
        />
        <CheckboxGroup
          name="mat"
          label="Nổi bật ở mặt nào"
          values={['hien-dat']}
          options={[
            { value: 'hien-dat', label: 'Hiến đất, góp tiền, hiện vật, ngày công' },
            { value: 'thu-nhap', label: 'Thu nhập cao nhất trong xã, phường, thị trấn' },
          ]}
        />
        <TextArea
          name="viecLam"
          label="Việc làm, kết quả, sức lan tỏa"
          hint="Viết như kể cho người chưa biết: làm gì, từ bao giờ, được gì, ai đã học theo."
          required
        />
        <FileField
          name="minhChung"
          label="Minh chứng"
          accept="image/*,.pdf"
          multiple
          hint="Ảnh hoặc PDF, mỗi tệp không quá 10 MB."
        />
        <CheckboxField
          name="camDoan"
          label="Tôi đã đối chiếu các số liệu trên với hồ sơ lưu tại đơn vị và chịu trách nhiệm về nội dung đề nghị"
          required
        />
        <DraftStatus savedAt="14:05" />
        <ButtonRow>
          <Button kind="primary">Gửi đề nghị</Button>
          <Button>Lưu nháp</Button>
          <ButtonLink kind="quiet" href="#bieu-mau" icon="print">
            In mẫu giấy để điền tay
          </ButtonLink>
        </ButtonRow>
      </form>
    </Section>
  );
}

/** What may be done, what may not and why, and the steps of a long form. */
export function ActionsGallery() {
  return (
    <Section id="viec" title="Việc có thể làm">
      <ButtonRow>
        <Button icon="check">Lựa chọn vào danh sách bồi dưỡng</Button>
        <Button kind="danger" icon="cross">
          Rút khỏi danh sách
        </Button>
        <Button disabled>Chưa đến hạn</Button>
        <Button small icon="download">
          Xuất Excel
        </Button>
      </ButtonRow>
      <Dialog trigger="Trả lại để bổ sung" title="Trả lại đề nghị này cho đơn vị?" icon="arrow-left" open>
        <form method="post">
          <TextArea name="lyDo" label="Lý do trả lại, đủ một lần" required rows={3} />
          <Button kind="danger">Trả lại</Button>
        </form>
      </Dialog>
      <RefusalList
        title="Chưa thể lựa chọn điển hình này"
        reasons={[
          {
            rule: 'consent_missing',
            sentence: 'Chưa ghi nhận sự đồng ý của người được giới thiệu; hãy gặp và ghi lại.',
          },
          {
            rule: 'endorsement_low',
            sentence:
              'Hội nghị suy tôn ngày 15/11/2018 có 41/52 người đồng ý (78,8%), dưới mức 90% mà kế hoạch yêu cầu.',
            mayOverride: true,
          },
        ]}
      />
      <TaskList
        label="Các phần của đề nghị"
        tasks={[
          { title: 'Người được giới thiệu', href: '#bieu-mau', state: { tone: 'good', word: 'Đã đủ' } },
          {
            title: 'Thành tích và minh chứng từng năm trong cả giai đoạn',
            href: '#bieu-mau',
            state: { tone: 'warn', word: 'Còn thiếu' },
            missing: ['Chưa có minh chứng cho 2 thành tích', 'Năm 2017 chưa ghi danh hiệu Gia đình văn hóa'],
          },
          {
            title: 'Kế hoạch bồi dưỡng',
            hint: 'Mở khi đã có thành tích',
            state: { tone: 'neutral', word: 'Chưa bắt đầu' },
          },
        ]}
      />
    </Section>
  );
}
