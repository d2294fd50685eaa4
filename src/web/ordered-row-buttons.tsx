import { Button, ButtonLink } from '../ui/button.tsx';
import { HiddenFields } from './hidden-fields.tsx';

/**
 * What may be done with one row of a list that is kept in order: corrected, moved up or down, taken away.
 *
 * @param at address of the row; its steps are `len`, `xuong` and `bo` below it
 * @param what the row in words, for those who do not see it: 'lĩnh vực Xây dựng nông thôn mới'
 */
export function OrderedRowButtons({ at, version, what }: { at: string; version: number; what: string }) {
  const of = <span class="visually-hidden"> {what}</span>;
  return (
    <form method="post" class="button-row">
      <HiddenFields version={version} />
      <ButtonLink href={at} small icon="edit">
        Sửa
        {of}
      </ButtonLink>
      {STEPS.map(([step, word]) => (
        <Button small formaction={`${at}/${step}`}>
          {word}
          {of}
        </Button>
      ))}
    </form>
  );
}

const STEPS = [
  ['len', 'Lên'],
  ['xuong', 'Xuống'],
  ['bo', 'Bỏ'],
] as const;
