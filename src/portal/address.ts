import { nameKey } from '../exemplars/list-name-key.ts';

const LONGEST = 80;

/**
 * The address of a story, readable and typed without marks: 'Nguyễn Thị Hòa', 12 → '/guong-sang/nguyen-thi-hoa-12'.
 * The number finds it; the words may change with the name.
 */
export function storyPath(story: { id: number; fullName: string }): string {
  return `/guong-sang/${slugOf(story.fullName, story.id)}`;
}

export function slugOf(name: string, id: number): string {
  const words = nameKey(name).slice(0, LONGEST).trim().replaceAll(' ', '-');
  return words ? `${words}-${id}` : String(id);
}

/** The number at the end of an address, or null when there is none. */
export function idInSlug(slug: string): number | null {
  const digits = /(?:^|-)([1-9]\d{0,14})$/.exec(slug)?.[1];
  return digits ? Number(digits) : null;
}
