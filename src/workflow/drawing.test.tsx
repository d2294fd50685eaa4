import { expect, it } from 'vitest';
import { exemplarWorkflow } from '../exemplars/workflow.ts';
import { WorkflowDrawing } from './drawing.tsx';
import { planDrawing } from './drawing-plan.ts';

const plan = planDrawing(exemplarWorkflow);

it('draws every state once and every way out of it, as the table has them', () => {
  expect(plan.states.map((drawn) => drawn.state)).toEqual(Object.keys(exemplarWorkflow.states));
  for (const { state, exits } of plan.states) {
    const inTable = exemplarWorkflow.steps
      .filter((step) => (step.from as readonly string[]).includes(state))
      .map((step) => `${exemplarWorkflow.actions[step.action].label} → ${step.to}`);
    expect(exits.map((exit) => `${exit.label} → ${exit.to}`)).toEqual([...new Set(inTable)]);
  }
});

it('puts no two rows on top of each other', () => {
  const rows = plan.states.flatMap((drawn) => [drawn.y, ...drawn.exits.map((exit) => exit.y)]);
  expect(rows.toSorted((a, b) => a - b)).toEqual(rows);
  expect(new Set(rows).size).toBe(rows.length);
  expect(Math.max(...rows)).toBeLessThan(plan.height);
});

it('leads each lane past every way that joins it, to its state', () => {
  for (const lane of plan.lanes) {
    const target = plan.states.find((drawn) => drawn.state === lane.to);
    const joining = plan.states.flatMap((drawn) => drawn.exits).filter((exit) => exit.to === lane.to);
    expect(joining.length).toBeGreaterThan(0);
    for (const { y } of [...joining, { y: (target?.y ?? 0) + 14 }]) {
      expect(y).toBeGreaterThanOrEqual(lane.top);
      expect(y).toBeLessThanOrEqual(lane.bottom);
    }
    expect(lane.x).toBeLessThan(plan.width);
  }
});

it('is one picture that says what it shows', () => {
  const svg = String(<WorkflowDrawing table={exemplarWorkflow} title="Quy trình" backWords="như trước" />);
  expect(svg).toMatch(/^<svg [^>]*role="img" aria-label="Quy trình"/);
  expect(svg).toContain('Cho tiếp tục (như trước)');
  expect(svg).not.toMatch(/NaN|undefined/);
});
