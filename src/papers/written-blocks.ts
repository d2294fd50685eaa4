import type { Block } from './official-paper.ts';

/** What a person typed, set as people mean it: lines that begin with a dash are a list, other lines are paragraphs. */
export function writtenBlocks(words: string): Block[] {
  const lines = words
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  if (lines.length === 0) return [{ type: 'note', text: '(Chưa có nội dung)' }];
  const blocks: Block[] = [];
  for (const line of lines) {
    const item = /^[-–+•]\s*(.+)$/.exec(line)?.[1];
    const last = blocks.at(-1);
    if (item && last?.type === 'list') last.items.push(item);
    else if (item) blocks.push({ type: 'list', items: [item] });
    else blocks.push({ type: 'paragraph', text: line });
  }
  return blocks;
}
