import { formatDate } from './format.ts';

export interface Stat {
  /** Already written: "1.234", "92,5%", "chưa rõ". */
  value: string;
  label: string;
  /** What stands behind the number: "trong đó 31 điểm đã xác nhận". */
  note?: string | undefined;
  href?: string | undefined;
}

/** Numbers that are true and dated. `asOf` is an ISO day. */
export function StatStrip({
  stats,
  asOf,
  label = 'Con số',
}: {
  stats: readonly Stat[];
  asOf: string;
  label?: string;
}) {
  return (
    <section class="stats" aria-label={label}>
      <dl>
        {stats.map((stat) => (
          <div class="stat">
            <dt>{stat.href ? <a href={stat.href}>{stat.label}</a> : stat.label}</dt>
            <dd>
              <span class="stat-value">{stat.value}</span>
              {stat.note ? <span class="stat-note">{stat.note}</span> : null}
            </dd>
          </div>
        ))}
      </dl>
      <p class="stats-date">Số liệu tính đến ngày {formatDate(asOf)}</p>
    </section>
  );
}
