import { Icon } from './icon.tsx';

export interface PageStepsProps {
  /** Address of the first page; null on the first one. */
  start: string | null;
  /** Address of the page before; left out where a list is read forward only. */
  previous?: string | null;
  /** Null on the last page. */
  next: string | null;
}

/** Links of a list that is read on from a row: it knows its neighbours, not its page numbers. */
export function PageSteps({ start, previous = null, next }: PageStepsProps) {
  if (!start && !previous && !next) return null;
  return (
    <nav class="pagination" aria-label="Trang trước và trang sau">
      {start ? (
        <a class="pagination-step" href={start}>
          Về đầu
        </a>
      ) : null}
      {previous ? (
        <a class="pagination-step" href={previous} rel="prev">
          <Icon name="arrow-left" />
          Trang trước
        </a>
      ) : null}
      {next ? (
        <a class="pagination-step" href={next} rel="next">
          Trang sau
          <Icon name="arrow-right" />
        </a>
      ) : null}
    </nav>
  );
}
