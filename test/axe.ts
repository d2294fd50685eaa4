import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Axe comes with every page that the context opens from now on: it is sent once, not with each page. */
export const bringAxe = (context: BrowserContext): Promise<unknown> => context.addInitScript({ path: AXE });

export interface Violation {
  rule: string;
  /** The elements concerned, as HTML. */
  elements: string[];
}

/**
 * What axe finds wrong on a page of such a context, or in a part of it: by its usual rules, where `options` do not say
 * others. What is in order is not listed: that costs more than finding it.
 */
export function violationsOn(
  page: Page,
  options: axe.RunOptions = {},
  within: { include: string; exclude?: string } = { include: 'html' },
): Promise<Violation[]> {
  return page.evaluate(
    async ([where, given]) => {
      const runner = (globalThis as unknown as { axe: typeof axe }).axe;
      const { violations } = await runner.run(where, { ...given, resultTypes: ['violations'] });
      return violations.map(({ id, nodes }) => ({ rule: id, elements: nodes.map(({ html }) => html) }));
    },
    [within, options] as const,
  );
}
