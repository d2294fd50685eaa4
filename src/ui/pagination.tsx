import { formatCount } from './format.ts';
import { Icon } from './icon.tsx';

export interface PaginationProps {
  /** The page one is on, from 1. */
  page: number;
  pageCount: number;
  /** Address of a page, with all filters kept. */
  hrefFor: (page: number) => string;
}

/**
 * The page numbers to show: first, last, and the neighbours of the present one; null is a gap.
 * A gap always stands for two pages or more, since one page takes no more room than its dots.
 */
export function pagesToShow(page: number, pageCount: number): (number | null)[] {
  const near = new Set([1, pageCount, page - 1, page, page + 1]);
  if (page <= 4) near.add(2).add(3);
  if (page >= pageCount - 3) near.add(pageCount - 1).add(pageCount - 2);
  const shown = [...near].filter((n) => n >= 1 && n <= pageCount).sort((a, b) => a - b);
  return shown.flatMap((n, index) => {
    const before = shown[index - 1] ?? 0;
    return n - before > 2 ? [null, n] : n - before === 2 ? [n - 1, n] : [n];
  });
}

/** Links to the other pages of a list; nothing when there is only one. */
export function Pagination({ page, pageCount, hrefFor }: PaginationProps) {
  if (pageCount <= 1) return null;
  return (
    <nav class="pagination" aria-label="Các trang">
      {page > 1 ? (
        <a class="pagination-step" href={hrefFor(page - 1)} rel="prev">
          <Icon name="arrow-left" />
          Trước
        </a>
      ) : null}
      <ol>
        {pagesToShow(page, pageCount).map((n) => (
          <li>
            {n === null ? (
              <span class="pagination-gap">…</span>
            ) : (
              <a href={hrefFor(n)} aria-current={n === page ? 'page' : undefined} aria-label={`Trang ${n}`}>
                {formatCount(n)}
              </a>
            )}
          </li>
        ))}
      </ol>
      {page < pageCount ? (
        <a class="pagination-step" href={hrefFor(page + 1)} rel="next">
          Sau
          <Icon name="arrow-right" />
        </a>
      ) : null}
    </nav>
  );
}
