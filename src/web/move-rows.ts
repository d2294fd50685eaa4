import { MOVE_ROW } from '../ui/move-row.tsx';
import type { Typed } from './form.ts';

/** A row of a form that changes places with the one next to it. */
export interface RowMove {
  list: string;
  from: number;
  to: number;
}

const MOVE = /^([a-z]{1,20})\.(\d{1,2})\.(\d{1,2})$/;

/** Which row is to move, when one of the buttons of `MoveRow` was pressed; null of any other button, and of nonsense. */
export function rowMove(typed: Typed, lists: readonly string[]): RowMove | null {
  const pressed = typed[MOVE_ROW];
  const [, list = '', from, to] = (typeof pressed === 'string' && MOVE.exec(pressed)) || [];
  if (!lists.includes(list) || Math.abs(Number(from) - Number(to)) !== 1) return null;
  return { list, from: Number(from), to: Number(to) };
}

/**
 * What was typed with two rows in each other's place, and without the button.
 *
 * @param prefix how the names of the fields of a row begin: `stages.2.`
 */
export function withRowMoved(
  typed: Typed,
  { list, from, to }: RowMove,
  prefix: (list: string, n: number) => string,
): Typed {
  const { [MOVE_ROW]: _, ...fields } = typed;
  const [one, other] = [prefix(list, from), prefix(list, to)];
  const moved = (name: string): string => {
    if (name.startsWith(one)) return other + name.slice(one.length);
    return name.startsWith(other) ? one + name.slice(other.length) : name;
  };
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [moved(name), value]));
}
