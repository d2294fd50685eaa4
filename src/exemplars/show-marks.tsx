import { FileState, SampleWord } from '../subjects/marks.tsx';
import { StateTag } from '../ui/state-tag.tsx';

/** As they stand on the pages of subjects, so on those of exemplars. */
export const SampleMark = SampleWord;
export const ExemplarStateTag = FileState;

/** The word beside whatever was typed on behalf of the one it is about. */
export function AssistedMark({ shown }: { shown: boolean }) {
  return shown ? <StateTag tone="neutral" shape="dot" word="ghi hộ" /> : null;
}
