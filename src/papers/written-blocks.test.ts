import { describe, expect, it } from 'vitest';
import { writtenBlocks } from './written-blocks.ts';

describe('what a person typed, on paper', () => {
  it('is paragraphs, and lists where lines begin with a dash, a plus or a dot', () => {
    expect(writtenBlocks('  Đã làm:\n- một\n– hai\n\n+ ba\nHết.\n• bốn')).toEqual([
      { type: 'paragraph', text: 'Đã làm:' },
      { type: 'list', items: ['một', 'hai', 'ba'] },
      { type: 'paragraph', text: 'Hết.' },
      { type: 'list', items: ['bốn'] },
    ]);
  });

  it('keeps a dash with nothing behind it as it stands, and says of nothing that there is nothing', () => {
    expect(writtenBlocks('-')).toEqual([{ type: 'paragraph', text: '-' }]);
    expect(writtenBlocks(' \n\t\n')).toEqual([{ type: 'note', text: '(Chưa có nội dung)' }]);
  });
});
