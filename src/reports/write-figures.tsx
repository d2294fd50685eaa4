import { Fold } from '../ui/fold.tsx';
import { figureInWords, tokenOf } from './figure-words.ts';
import type { FigureGroup } from './figures-view.ts';

/**
 * The figures that a sentence may refer to, beside the editor. With scripts a button puts the reference where the caret
 * was; without, it is typed or copied as it stands here.
 */
export function FigurePicker({ groups }: { groups: readonly FigureGroup[] }) {
  if (groups.length === 0) return null;
  return (
    <aside class="words-beside-list" aria-labelledby="figure-picker-title">
      <h2 id="figure-picker-title">Số liệu dùng trong câu</h2>
      <p class="muted">
        Viết mã trong ngoặc kép nhọn, ví dụ <code>{tokenOf(groups[0]?.figures[0]?.key ?? 'dh_tong')}</code>:
        khi xem và khi in, mã thành số kèm đơn vị tính, luôn khớp với bảng số liệu.
      </p>
      {groups.map((group, index) => (
        <Fold summary={group.name} open={index === 0}>
          <ul>
            {group.figures.map((figure) => (
              <li class="words-beside-item">
                <span>
                  {figure.name}: <strong>{figureInWords(figure.value, figure.unit)}</strong>
                </span>
                <code>{tokenOf(figure.key)}</code>
                <button
                  type="button"
                  class="button is-secondary is-small"
                  data-insert-words={tokenOf(figure.key)}
                  hidden
                >
                  Chèn<span class="visually-hidden"> {figure.name}</span>
                </button>
              </li>
            ))}
          </ul>
        </Fold>
      ))}
    </aside>
  );
}
