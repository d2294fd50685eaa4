import type { Reason } from '../platform/outcome.ts';
import type { Judgements } from '../workflow/table.ts';
import type { Guard } from './workflow.ts';

/** What the way of the file from desk to desk has to say about a decision on it. */
export interface DeskFacts {
  /** The office on whose desk it lies, where it was moved away from the lead office and the actor is of neither side. */
  elsewhere: string | null;
  /** Why it may not be returned once more. */
  returnRefusal: Reason | null;
  /** Whose opinion is still awaited. */
  awaited: Reason | null;
}

/** Lies on no desk, or on one's own, with nothing awaited. */
export const AT_HAND: DeskFacts = { elsewhere: null, returnRefusal: null, awaited: null };

type DeskGuard = Extract<Guard, 'on_desk' | 'returned_once' | 'opinions_in'>;

export const judgeDesk = ({
  elsewhere,
  returnRefusal,
  awaited,
}: DeskFacts): Pick<Judgements<Guard>, DeskGuard> => ({
  on_desk:
    elsewhere === null
      ? null
      : {
          rule: 'on_other_desk',
          sentence: `Hồ sơ đã được cấp trên chuyển sang bàn của ${elsewhere}; cơ quan đó quyết định.`,
        },
  returned_once: returnRefusal,
  opinions_in: awaited,
});
