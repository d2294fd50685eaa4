/** A stretch of a text: in both, only in the later one, or only in the earlier one. */
export interface TextPiece {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** One text with what came and what went marked in it: by colour, by line, and in words for a screen reader. */
export function TextChanges({ pieces }: { pieces: readonly TextPiece[] }) {
  return (
    <div class="text-changes">
      {pieces.map(({ kind, text }) => {
        if (kind === 'same') return <span>{text}</span>;
        return kind === 'added' ? (
          <ins>
            <span class="visually-hidden">[thêm: </span>
            {text}
            <span class="visually-hidden">]</span>
          </ins>
        ) : (
          <del>
            <span class="visually-hidden">[bỏ: </span>
            {text}
            <span class="visually-hidden">]</span>
          </del>
        );
      })}
    </div>
  );
}
