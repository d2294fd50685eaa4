import type { Paper } from './stay.ts';
import { DESK_ACTIONS, type DeskAction } from './work-rules.ts';

/** The word of each sort of paper in addresses. */
export const PAPER_SLUGS: Record<Paper, string> = {
  unit_plan: 'ke-hoach-don-vi',
  exemplar: 'dien-hinh',
  report: 'bao-cao',
};

/** The sort of paper behind a word of the address; null where there is none. */
export function paperIn(slug: string): Paper | null {
  const found = Object.entries(PAPER_SLUGS).find(([, word]) => word === slug);
  return found ? (found[0] as Paper) : null;
}

/** The page of the way of one paper. */
export const wayPath = (paper: Paper, id: number): string => `/van-ban/${PAPER_SLUGS[paper]}/${id}`;

/** The form of something that is done about the way of a paper; of one opinion where that is meant. */
export const deskPath = (paper: Paper, id: number, action: DeskAction, opinionId?: number): string =>
  `${wayPath(paper, id)}/${DESK_ACTIONS[action].slug}${opinionId === undefined ? '' : `/${opinionId}`}`;
