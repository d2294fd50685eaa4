import { describe, expect, it } from 'vitest';
import type { HistoryEntry } from '../audit/timeline.ts';
import { formerFacts } from './former-facts.ts';

const change = (day: string, ...changes: HistoryEntry['changes']): HistoryEntry => ({
  id: 1,
  at: new Date(`${day}T05:00:00Z`),
  who: 'Ai đó',
  verb: 'đã sửa thông tin chủ thể',
  reason: null,
  changes,
  version: 1,
});

describe('what a fact was before', () => {
  it('is each value once, the newest first, without what stands there now, what was empty, and other facts', () => {
    const history = [
      change('2018-11-10', ['nơi ở', 'khu 2', 'khu 3']),
      change('2018-10-10', ['nơi ở', 'khu 3', 'khu 2'], ['tên', 'An', 'Ân']),
      change('2018-09-10', ['nơi ở', 'khu 1', 'khu 3']),
      change('2018-08-10', ['nơi ở', 'khu 2', 'khu 1']),
      change('2018-07-10', ['nơi ở', 'trống', 'khu 2']),
    ];
    expect(formerFacts(history, 'nơi ở', 'khu 3').map(({ value }) => value)).toEqual(['khu 2', 'khu 1']);
    expect(formerFacts(history, 'tên', 'Ân')).toEqual([
      { value: 'An', until: new Date('2018-10-10T05:00:00Z') },
    ]);
    expect(formerFacts([], 'tên', null)).toEqual([]);
  });
});
