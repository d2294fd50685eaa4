import type { TestSite } from './site.ts';

/** How many queries the program sends while something is asked of the site. */
export async function queriesOf(site: TestSite, ask: () => Promise<unknown>): Promise<number> {
  const { db } = site.deps;
  let count = 0;
  site.deps.db = db.withPlugin({
    transformQuery: ({ node }) => {
      count++;
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  try {
    await ask();
  } finally {
    site.deps.db = db;
  }
  return count;
}
