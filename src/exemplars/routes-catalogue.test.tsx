import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ExemplarSite, open, openExemplarSite } from '../../test/exemplar-site.ts';
import { catalogueRoutes } from './routes-catalogue.tsx';
import { type ExemplarState, exemplarWorkflow } from './workflow.ts';

let there: ExemplarSite;
beforeAll(async () => {
  there = await openExemplarSite(catalogueRoutes);
});
afterAll(() => there.close());

it('leads from the index to each catalogue', async () => {
  const { html } = await open(await there.as(there.world.unit), '/danh-muc');
  for (const path of ['/danh-muc/tieu-chi', '/danh-muc/hinh-thuc', '/danh-muc/quy-trinh'])
    expect(html).toContain(`href="${path}"`);
});

it('tells the whole life cycle as a picture and as a table: every state, action, person and condition', async () => {
  const { html, text } = await open(await there.as(there.world.unit), '/danh-muc/quy-trinh');
  expect(html).toContain('role="img"');
  const states = Object.keys(exemplarWorkflow.states) as ExemplarState[];
  const rows = states.flatMap((state) =>
    exemplarWorkflow.steps.filter((step) => (step.from as readonly string[]).includes(state)),
  );
  expect(html.match(/data-label="Ai làm"/g)).toHaveLength(rows.length);
  expect(text).toContain('Chọn bồi dưỡng đang bồi dưỡng Cán bộ cơ quan chủ trì, Cơ quan thường trực');
  expect(text).toContain('điển hình đồng ý');
});
