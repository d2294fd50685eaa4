import { type Goal, median } from './goals.ts';
import type { Figures } from './measure.ts';

/** The figures as a Markdown table, each beside its ratio to the bare server of the same run. */
export function printFigures(figures: readonly Figures[], exemplars: number): void {
  const floor = figures[0];
  if (!floor) throw new Error('Nothing was measured.');
  const head = ['việc', 'lượt/giây', 'p50 ms', 'p99 ms', 'CPU ms/lượt', '× CPU của sàn', 'lỗi'];
  const rows = figures.map((one) => [
    one.name,
    one.perSecond.toFixed(0),
    one.p50.toFixed(1),
    one.p99.toFixed(1),
    one.cpuMs.toFixed(2),
    (one.cpuMs / floor.cpuMs).toFixed(1),
    String(one.failures),
  ]);
  console.log(`\n${exemplars.toLocaleString('vi-VN')} điển hình; 10 kết nối; Node ${process.version}\n`);
  console.log(line(head));
  console.log(line(head.map(() => '---')));
  for (const row of rows) console.log(line(row));
  const failed = figures.filter((one) => one.failures > 0);
  if (failed.length > 0)
    throw new Error(`Số đo không dùng được: ${failed.map((one) => one.name).join(', ')} có lượt lỗi.`);
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** What must be done within a time, beside the floor of its kind. A goal that is missed is marked, not failed. */
export function printGoals(goals: readonly Goal[]): void {
  const head = ['việc', 'trung vị ms', 'chậm nhất ms', 'mục tiêu ms', 'sàn', '× sàn', 'đạt'];
  console.log(`\n${line(head)}`);
  console.log(line(head.map(() => '---')));
  for (const { name, times, withinMs, floor } of goals) {
    const [middle, slowest] = [median(times), times.at(-1) ?? 0];
    const cells = [name, middle.toFixed(1), slowest.toFixed(1), `< ${withinMs}`];
    const ratio = (middle / floor.ms).toFixed(1);
    const met = slowest < withinMs ? 'có' : middle < withinMs ? 'có, trừ lần chậm nhất' : 'KHÔNG';
    console.log(line([...cells, `${floor.name}: ${floor.ms.toFixed(2)}`, ratio, met]));
  }
}
