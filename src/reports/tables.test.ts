import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StandingCell, TableFigures } from './figure-types.ts';
import { reportTables, sum } from './tables.ts';

const STATES = [
  'found',
  'proposed',
  'returned',
  'waiting',
  'nurtured',
  'recognised',
  'honoured',
  'held',
  'declined',
  'withdrawn',
  'lapsed',
];
const wording = {
  states: new Map(STATES.map((state) => [state, state])),
  levels: new Map([['province', 'cấp tỉnh']]),
};

const cell: fc.Arbitrary<StandingCell> = fc.record({
  state: fc.constantFrom(...STATES),
  field: fc.constantFrom('Nông thôn mới', 'Kinh tế hộ'),
  kind: fc.constantFrom('individual', 'collective', 'household'),
  branch: fc.constantFrom('Huyện A', 'Huyện B', 'Sở C'),
  count: fc.integer({ min: 1, max: 500 }),
});

const figuresOf = (standing: StandingCell[]): TableFigures => ({
  year: 2018,
  closingOn: '2018-11-30',
  standing,
  flow: [],
  fields: [],
  checks: {
    due: 3,
    done: 1,
    effect: 3.5,
    efficiency: 4,
    potential: null,
    influence: 2,
    keep: 1,
    needHelp: 0,
    stop: 0,
  },
  missingChecks: [],
  awards: [{ form: 'Bằng khen', level: 'province', individual: 1, collective: 2, household: 3 }],
  help: { helpDue: 2, helpDone: 1, supportDue: 4, supportDone: 4, costOfDone: 0 },
});

describe('the tables of a report', () => {
  it('agree with each other: every table by state, field, kind and branch sums to the same total', () => {
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 60 }), (standing) => {
        const tables = reportTables(figuresOf(standing), wording);
        const total = sum(standing.map(({ count }) => count));
        expect(tables.find(({ key }) => key === 'state')?.totals?.[1]).toBe(total);
        for (const key of ['field', 'kind', 'branch']) {
          const table = tables.find((one) => one.key === key);
          expect(table?.totals?.at(-1)).toBe(total);
          expect(sum((table?.rows ?? []).map((row) => Number(row.at(-1))))).toBe(total);
        }
      }),
    );
  });

  it('give every row as many cells as the table has columns', () => {
    for (const table of reportTables(figuresOf([]), wording)) {
      for (const row of [...table.rows, ...(table.totals ? [table.totals] : [])]) {
        expect(row, table.key).toHaveLength(table.columns.length);
      }
    }
  });

  it('leave a mean that is not known empty instead of writing zero', () => {
    const table = reportTables(figuresOf([]), wording).find(({ key }) => key === 'check');
    expect(table?.rows.find(([name]) => String(name).includes('khả năng phát triển'))?.[1]).toBeNull();
  });
});
