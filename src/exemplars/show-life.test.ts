import { describe, expect, it } from 'vitest';
import { type LifeEvents, lifeLine } from './show-life.ts';
import { type ExemplarState, exemplarWorkflow } from './workflow.ts';

const EMPTY: LifeEvents = { steps: [], checks: [], honours: [] };
const living = (state: ExemplarState, more: Partial<Parameters<typeof lifeLine>[0]> = {}) => ({
  state,
  heldFrom: null,
  level: null,
  foundOn: '2016-08-12',
  ...more,
});
const step = (action: string, onDay: string) => ({ action, onDay });
/** 'Phát hiện done' and so on. */
const told = (line: ReturnType<typeof lifeLine>) => line.map(({ label, state }) => `${label}: ${state}`);

describe('the life line', () => {
  it('shows what lies behind with its days, where one is, and what is ahead', () => {
    const line = lifeLine(living('nurtured'), {
      steps: [
        step('record', '2016-08-20'),
        step('propose', '2016-10-03'),
        step('return', '2016-10-20'),
        step('propose', '2016-11-01'),
        step('choose', '2016-11-21'),
      ],
      checks: [
        { year: 2017, checkedOn: '2017-11-01' },
        { year: 2018, checkedOn: '2018-11-01' },
      ],
      honours: [],
    });
    expect(line).toEqual([
      { label: 'Phát hiện', date: '2016-08-12', note: undefined, state: 'done' },
      { label: 'Đề nghị', date: '2016-11-01', note: 'trả lại 1 lần', state: 'done' },
      { label: 'Chọn bồi dưỡng', date: '2016-11-21', state: 'done' },
      { label: 'Bồi dưỡng, kiểm tra', date: 'Kiểm tra 2017, 2018', note: undefined, state: 'now' },
      { label: 'Công nhận', state: 'ahead' },
      { label: 'Tôn vinh', state: 'ahead' },
    ]);
  });

  it('ends with the last honour and says how often', () => {
    const line = lifeLine(living('honoured', { level: 'province' }), {
      ...EMPTY,
      steps: [step('recognise', '2018-05-19')],
      honours: [{ honouredOn: '2018-10-20' }, { honouredOn: '2019-10-20' }],
    });
    expect(line.at(-1)).toEqual({ label: 'Tôn vinh', date: '2019-10-20', note: '2 lần', state: 'now' });
    expect(line.at(-2)).toMatchObject({ date: '2018-05-19', note: 'cấp tỉnh', state: 'done' });
  });

  it('says where a held one was stopped, and what may still come', () => {
    const line = lifeLine(living('held', { heldFrom: 'proposed' }), {
      ...EMPTY,
      steps: [step('propose', '2018-01-01'), step('hold', '2018-03-01')],
    });
    expect(told(line)).toEqual([
      'Phát hiện: done',
      'Đề nghị: done',
      'Tạm dừng xác minh: stopped',
      'Chọn bồi dưỡng: ahead',
      'Bồi dưỡng, kiểm tra: ahead',
      'Công nhận: ahead',
      'Tôn vinh: ahead',
    ]);
    expect(line[2]?.date).toBe('2018-03-01');
  });

  it('of a closed one ends where it was closed, with nothing ahead', () => {
    const steps = [step('propose', '2017-01-01'), step('choose', '2017-02-01'), step('lapse', '2018-03-01')];
    expect(told(lifeLine(living('lapsed'), { ...EMPTY, steps }))).toEqual([
      'Phát hiện: done',
      'Đề nghị: done',
      'Chọn bồi dưỡng: done',
      'Bồi dưỡng, kiểm tra: done',
      'Không còn là điển hình: stopped',
    ]);
    expect(told(lifeLine(living('declined'), { ...EMPTY, steps: [step('refuse', '2017-01-01')] }))).toEqual([
      'Phát hiện: done',
      'Không chọn: stopped',
    ]);
  });

  it('of a reopened one begins again', () => {
    const steps = [step('record', '2016-01-01'), step('propose', '2017-01-01'), step('reopen', '2018-02-02')];
    const line = lifeLine(living('found', { foundOn: null }), { ...EMPTY, steps });
    expect(line[0]).toEqual({
      label: 'Phát hiện',
      date: '2016-01-01',
      note: 'mở lại ngày 02/02/2018',
      state: 'now',
    });
    expect(line[1]).toEqual({ label: 'Đề nghị', state: 'ahead' });
  });

  it('can be drawn for every state, with one place at most where one is', () => {
    for (const state of Object.keys(exemplarWorkflow.states) as ExemplarState[]) {
      const line = lifeLine(living(state, { heldFrom: state === 'held' ? 'nurtured' : null }), EMPTY);
      const here = line.filter((one) => one.state === 'now' || one.state === 'stopped');
      expect([state, here.length]).toEqual([state, 1]);
    }
  });
});
