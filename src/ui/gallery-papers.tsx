import { Button } from './button.tsx';
import { NumberField, TextField } from './field.tsx';
import { MoveRow } from './move-row.tsx';
import { Section } from './panel.tsx';
import { RowFields } from './row-fields.tsx';
import { ShareBar } from './share-bar.tsx';
import { TextChanges } from './text-changes.tsx';

/** What papers of offices are written, compared and counted with. */
export function PapersGallery() {
  return (
    <Section id="van-ban" title="Văn bản của đơn vị">
      <ShareBar
        title="Kế hoạch của 26 đơn vị"
        shares={[
          { tone: 'stopped', word: 'quá hạn, chưa gửi', count: 2, href: '#van-ban' },
          { tone: 'warn', word: 'trả lại bổ sung', count: 1 },
          { tone: 'progress', word: 'đã gửi, đúng hạn', count: 4 },
          { tone: 'good', word: 'đã duyệt', count: 19 },
        ]}
      />
      <TextChanges
        pieces={[
          { kind: 'same', text: 'Mỗi ' },
          { kind: 'removed', text: 'quý một' },
          { kind: 'added', text: 'tháng hai' },
          { kind: 'same', text: ' tin, bài về điển hình trên Đài Truyền thanh huyện.' },
        ]}
      />
      <form method="post">
        <RowFields
          legend="Chỉ tiêu của đơn vị"
          hint="Dòng để trống được bỏ qua."
          rowName={(n) => `Chỉ tiêu ${n}`}
          move={(n) => (
            <MoveRow list="chitieu" n={n} first={n === 1} last={n === 2} what={`Chỉ tiêu ${n}`} path="" />
          )}
          rows={[1, 2].map((n) => [
            <TextField
              name={`chiTieu${n}`}
              label="Nội dung"
              value={n === 1 ? 'Mô hình hộ gia đình sản xuất, kinh doanh giỏi' : ''}
            />,
            <NumberField name={`soLuong${n}`} label="Số lượng" value={n === 1 ? 5 : null} />,
            <TextField name={`donViTinh${n}`} label="Đơn vị tính" value={n === 1 ? 'mô hình' : ''} />,
            <TextField name={`xongTruoc${n}`} label="Xong trước ngày" value={n === 1 ? '31/12/2019' : ''} />,
          ])}
          add={
            <Button type="button" small>
              Thêm dòng
            </Button>
          }
        />
      </form>
    </Section>
  );
}
