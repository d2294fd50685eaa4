import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../platform/project-root.ts';
import { BrandMark } from './brand.tsx';

it('stands in the tab of a browser as it stands on the page', () => {
  const icon = readFileSync(join(projectRoot(), 'src/ui/icon.svg'), 'utf8');
  const shapes = (svg: string) => [...svg.matchAll(/ (viewBox|d|cx|cy|r)="([^"]*)"/g)].map((one) => one[0]);
  expect(shapes(icon)).toEqual(shapes(String(<BrandMark />)));
  const tokens = readFileSync(join(projectRoot(), 'src/ui/tokens.css'), 'utf8');
  expect(icon).toContain(`fill="${/--lacquer: (#\w+)/.exec(tokens)?.[1]}"`);
});
