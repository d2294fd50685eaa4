import { describe, expect, it } from 'vitest';
import { PaperLimitExceeded } from './paper-limit.ts';
import { renderPdf } from './pdf.ts';
import { SAMPLE_PAPER } from './sample-paper.ts';
import { compileTypst } from './typst-process.ts';

const AT = new Date('2018-12-05T08:00:00Z');
const job = (template: string, limitMs = 20_000) => ({ template, inputs: {}, createdAt: AT, limitMs });
/** Keeps the compiler busy for many times the limit given. */
const ENDLESS = '#for i in range(60000) [Một đoạn văn bản dài #i tiếng Việt có dấu. ]';

describe('the process that sets PDFs', () => {
  it('ends a paper that takes too long, says so, and sets the next one', async () => {
    const start = performance.now();
    const stopped = compileTypst(job(ENDLESS, 700));
    await expect(stopped).rejects.toThrow(PaperLimitExceeded);
    await expect(stopped).rejects.toHaveProperty('sentence', expect.stringContaining('quá dài'));
    expect(performance.now() - start).toBeLessThan(10_000);
    expect((await renderPdf(SAMPLE_PAPER)).length).toBeGreaterThan(10_000);
  });

  it('sets papers asked for together one after the other, and each gets its own', async () => {
    const counts = await Promise.all(
      [1, 2, 3].map((n) => compileTypst(job(`${'x #pagebreak()'.repeat(n - 1)}y`))),
    );
    expect(counts.map(({ pages }) => pages)).toEqual([1, 2, 3]);
  });

  it('tells what is wrong in a template, and goes on', async () => {
    await expect(compileTypst(job('#unknown-name'))).rejects.toThrow('unknown variable');
    expect((await compileTypst(job('tiếng Việt'))).pages).toBe(1);
  });

  it('reads no file of the server', async () => {
    for (const path of ['/package.json', 'package.json', '/etc/passwd', '../../../../package.json']) {
      const outcome = compileTypst(job(`#read("${path}")`)).then(() => 'read', String);
      expect(await outcome, path).toMatch(/not found|access denied|outside/);
    }
  });
});
