import { Notice } from '../ui/notice.tsx';
import { Section } from '../ui/panel.tsx';
import { DataTable } from '../ui/table.tsx';
import { type ChangedBelow, movedBy } from './changed-below.ts';
import type { ChangedFigure, TextUsing } from './changed-figures.ts';
import { figureInWords } from './figure-words.ts';

interface ChangedProps {
  reportId: number;
  changed: readonly ChangedFigure[];
  using: { texts: readonly TextUsing[]; unseen: number };
}

/** What was corrected after the figures were frozen: old and new value, and every text that used the figure. */
export function ChangedSection({ reportId, changed, using }: ChangedProps) {
  if (changed.length === 0) return null;
  return (
    <Section
      id="thay-doi"
      title="Số liệu thay đổi sau khi gửi"
      count={changed.length}
      intro="Hồ sơ đứng sau số liệu được sửa sau khi nộp. Số đã chốt giữ nguyên; số tính lại đến cùng ngày chốt ghi ở bên."
    >
      <DataTable
        caption="Số liệu thay đổi sau khi gửi"
        captionHidden
        columns={[
          { key: 'name', label: 'Số liệu', width: 'wide' },
          { key: 'before', label: 'Đã chốt', align: 'end' },
          { key: 'after', label: 'Tính lại', align: 'end' },
          { key: 'texts', label: 'Câu văn đã dùng', width: 'wide' },
        ]}
        rows={changed.map((figure) => ({
          name: <a href={`/bao-cao/${reportId}/so-lieu/${figure.key}`}>{figure.name}</a>,
          before: figureInWords(figure.before, figure.unit),
          after: <strong>{figureInWords(figure.after, figure.unit)}</strong>,
          texts: (
            <Texts
              reportId={reportId}
              figure={figure}
              texts={using.texts.filter((text) => text.indicator === figure.key)}
            />
          ),
        }))}
      />
      {using.unseen > 0 ? (
        <Notice
          tone="info"
          title={`Còn ${using.unseen} chỗ dùng các số này trong báo cáo ngoài phạm vi bạn được xem`}
        />
      ) : null}
    </Section>
  );
}

interface TextsProps {
  reportId: number;
  figure: ChangedFigure;
  texts: readonly TextUsing[];
}

function Texts({ reportId, figure, texts }: TextsProps) {
  if (texts.length === 0) return <span class="muted">Chưa câu văn nào dùng</span>;
  return (
    <ul class="plain-list">
      {texts.map((text) => (
        <li>
          <a href={`/bao-cao/${text.reportId}#phan-${text.part}`}>
            {text.reportId === reportId ? `Mục “${text.partName}”` : `${text.title}, mục “${text.partName}”`}
          </a>
          {`: ${valuesOf(figure, text)}`}
        </li>
      ))}
    </ul>
  );
}

/** The old and the new value in a text: of the figure itself, or of the sum that it went into. */
function valuesOf(figure: ChangedFigure, text: TextUsing): string {
  const [before, after] = text.rolledUp
    ? [text.value, movedBy(figure.key, text.value, [figure])]
    : [figure.before, figure.after];
  return `${figureInWords(before, figure.unit)} → ${figureInWords(after, figure.unit)}`;
}

interface BelowProps {
  reportId: number;
  changed: readonly ChangedBelow[];
  using: readonly TextUsing[];
}

/** Figures of a merged report that have changed in the reports which they were added up from. */
export function ChangedBelowSection({ reportId, changed, using }: BelowProps) {
  if (changed.length === 0) return null;
  return (
    <Section
      id="thay-doi-cap-duoi"
      title="Số liệu cấp dưới thay đổi sau khi tổng hợp"
      count={changed.length}
      intro="Theo lần đối chiếu gần nhất. Số đã chốt của báo cáo này giữ nguyên; số ở bên là khi tính theo hồ sơ đã sửa."
    >
      <DataTable
        caption="Số liệu cấp dưới thay đổi sau khi tổng hợp"
        captionHidden
        columns={[
          { key: 'name', label: 'Số liệu', width: 'wide' },
          { key: 'before', label: 'Đã chốt', align: 'end' },
          { key: 'after', label: 'Theo hồ sơ đã sửa', align: 'end' },
          { key: 'parts', label: 'Thay đổi ở', width: 'wide' },
          { key: 'texts', label: 'Câu văn đã dùng' },
        ]}
        rows={changed.map((figure) => ({
          name: <a href={`/bao-cao/${reportId}/so-lieu/${figure.key}`}>{figure.name}</a>,
          before: figureInWords(figure.before, figure.unit),
          after: <strong>{figureInWords(figure.after, figure.unit)}</strong>,
          parts: (
            <ul class="plain-list">
              {figure.parts.map((part) => (
                <li>
                  <a href={`/bao-cao/${part.reportId}#thay-doi`}>{part.officeName}</a>
                  {`: ${figureInWords(part.before, figure.unit)} → ${figureInWords(part.after, figure.unit)}`}
                </li>
              ))}
            </ul>
          ),
          texts: (
            <Texts
              reportId={reportId}
              figure={figure}
              texts={using.filter((text) => text.indicator === figure.key && text.reportId === reportId)}
            />
          ),
        }))}
      />
    </Section>
  );
}
