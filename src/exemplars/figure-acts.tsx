const ACTS = [
  ['sua', 'Sửa'],
  ['xac-nhan', 'Xác nhận'],
  ['nguon-khac', 'Nguồn khác'],
  ['bo', 'Bỏ'],
] as const;

/** What may be done with one figure or gift; `about` says which, for those who do not see the row. */
export function FigureActs({ href, about }: { href: string; about: string }) {
  return (
    <div class="row-links">
      {ACTS.map(([path, word]) => (
        <a href={`${href}/${path}`}>
          {word}
          <span class="visually-hidden"> {about}</span>
        </a>
      ))}
    </div>
  );
}
