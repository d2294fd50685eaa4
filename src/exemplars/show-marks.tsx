import { FileState, SampleWord } from '../subjects/marks.tsx';

/** As they stand on the pages of subjects, so on those of exemplars. */
export const SampleMark = SampleWord;
export const ExemplarStateTag = FileState;
