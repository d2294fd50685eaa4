import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExemplarSite, errorAt, open, openExemplarSite, send } from '../../test/exemplar-site.ts';
import { choosingRoutes } from './routes.ts';
import { filledIn, PLACEHOLDERS, unknownWords } from './wording-words.ts';

const known = Object.fromEntries(PLACEHOLDERS.map((name) => [name, `<${name}>`])) as Parameters<
  typeof filledIn
>[1];

describe('words in braces', () => {
  it('are filled where they mean something, and named where they do not', () => {
    expect(filledIn('Theo {{kế hoạch}} và {{ lĩnh vực }}', known)).toBe('Theo <kế hoạch> và <lĩnh vực>');
    expect(filledIn('{{toString}} {{}} {kế hoạch}', known)).toBe('{{toString}} {{}} {kế hoạch}');
    expect(unknownWords('{{kế hoạch}} {{tên ai}}')).toEqual(['{{tên ai}}']);
  });

  it('leave every text without braces as it is', () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => !text.includes('{{')),
        (text) => {
          expect(filledIn(text, known)).toBe(text);
        },
      ),
    );
  });
});

let there: ExemplarSite;
beforeAll(async () => {
  there = await openExemplarSite(choosingRoutes);
});
afterAll(() => there.close());

describe('the wording of a plan', () => {
  const path = () => `/ke-hoach/${there.world.plan.planId}/loi-van-quyet-dinh`;
  const words = {
    kind: 'Quyết định',
    subject: 'Về việc chọn {{lĩnh vực}}',
    basis: '',
    articles: 'Chọn {{số được chọn}} hộ.',
  };

  it('begins with that of all plans and is kept for the plan alone', async () => {
    const browser = await there.as(there.world.standing);
    expect((await open(browser, path())).html).toContain('Lựa chọn {{số được chọn}} điển hình');
    expect((await send(browser, path(), words)).status).toBe(303);
    expect((await open(browser, path())).html).toContain('Chọn {{số được chọn}} hộ.');
    const kept = await there.world.db.selectFrom('decision_wording').select('plan_id').execute();
    expect(kept.map(({ plan_id }) => plan_id).toSorted()).toEqual([null, there.world.plan.planId].toSorted());
  });

  it('refuses braces that mean nothing, at their field, and whoever does not write plans', async () => {
    const wrong = await send(await there.as(there.world.standing), path(), {
      ...words,
      articles: 'Chọn {{ai đó}}',
    });
    expect(errorAt(wrong, 'articles')).toContain('{{ai đó}}');
    expect((await open(await there.as(there.world.lead), path())).status).toBe(422);
    expect(
      (await open(await there.as(there.world.standing), '/ke-hoach/99999/loi-van-quyet-dinh')).status,
    ).toBe(404);
  });
});
