import { Button } from './button.tsx';
import { formatDate } from './format.ts';

export interface Demo {
  /** The day on which the sample is being looked at, ISO. */
  today: string;
  /** Where another day is posted to, as field `today` in dd/mm/yyyy; without it the day is only shown. */
  action?: string | undefined;
}

/** Says on every page of the sample that it is one. */
export function DemoBanner({ today, action }: Demo) {
  return (
    <aside class="demo" aria-label="Dữ liệu mẫu">
      <p>
        <strong>DỮ LIỆU MẪU</strong> – người và việc mang nhãn mẫu là hư cấu
      </p>
      {action ? (
        <form method="post" action={action} class="demo-day">
          <label for="demo-today">Hôm nay là</label>
          <input
            id="demo-today"
            name="today"
            class="input"
            value={formatDate(today)}
            inputmode="numeric"
            maxlength={10}
            autocomplete="off"
          />
          <Button small>Đổi ngày</Button>
        </form>
      ) : (
        <p>Xem như hôm nay là {formatDate(today)}</p>
      )}
    </aside>
  );
}
