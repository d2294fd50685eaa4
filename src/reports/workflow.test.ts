import { describe, expect, it } from 'vitest';
import { SIDE_NAMES, type Side } from '../desks/sides.ts';
import { offeredActions } from '../workflow/table.ts';
import { type ReportState, reportWorkflow } from './workflow.ts';

const STATES = Object.keys(reportWorkflow.states) as ReportState[];
const SIDES = Object.keys(SIDE_NAMES) as Side[];

describe('the workflow of a report', () => {
  it('offers each side in each state exactly this', () => {
    const table = STATES.flatMap((state) =>
      SIDES.map((side) => [state, side, offeredActions(reportWorkflow, state, new Set([side])).join(' ')]),
    );
    expect(table).toEqual([
      ['draft', 'author', 'submit'],
      ['draft', 'holder', ''],
      ['draft', 'above', ''],
      ['submitted', 'author', ''],
      ['submitted', 'holder', 'accept return'],
      ['submitted', 'above', ''],
      ['returned', 'author', 'submit'],
      ['returned', 'holder', ''],
      ['returned', 'above', ''],
      ['accepted', 'author', ''],
      ['accepted', 'holder', 'reopen'],
      ['accepted', 'above', 'reopen'],
    ]);
  });

  it('reaches every state, and leaves every state again', () => {
    const reached = new Set<string>(['draft', ...reportWorkflow.steps.map((step) => step.to)]);
    expect([...reached].sort()).toEqual([...STATES].sort());
    const left = new Set(reportWorkflow.steps.flatMap((step) => step.from as readonly string[]));
    expect([...left].sort()).toEqual([...STATES].sort());
  });

  it('lets nobody decide on what they submitted, and asks for everything before a submission', () => {
    for (const { action, must } of reportWorkflow.steps) {
      if (action === 'accept') expect(must).toEqual(['not_own_submission', 'opinions_in']);
      if (action === 'return') expect(must).toEqual(['not_own_submission', 'returned_once']);
      if (action === 'submit')
        expect([...must].sort()).toEqual(['below_decided', 'closing_reached', 'parts_written']);
    }
  });
});
