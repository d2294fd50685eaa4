import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scansOf } from '../../test/explained.ts';
import { type ManyExemplars, manyExemplars } from '../../test/many-exemplars.ts';
import type { Actor } from '../identity/actor.ts';
import { type ListPlace, readFilter, type SubjectFilter } from './list-filter.ts';
import { countMatching, listPage, PAGE_SIZE, sortedQuery } from './list-query.ts';

const START: ListPlace = { kind: 'start' };
const at = (filter: Partial<SubjectFilter> = {}): SubjectFilter => ({ ...readFilter({}), ...filter });

let many: ManyExemplars;
beforeAll(async () => {
  many = await manyExemplars();
});
afterAll(() => many.close());

const scans = (actor: Actor, filter: Partial<SubjectFilter>, from: ListPlace) =>
  scansOf(sortedQuery(many.db, actor, at(filter), from, PAGE_SIZE + 1));

describe('the cost of a page among 20.000 subjects', () => {
  it('does not grow with the list: whoever sees all reads it from the index of its order, on any page', async () => {
    const first = await listPage(many.db, many.standing, at(), START);
    for (const from of [START, first.next ?? START]) {
      const read = await scans(many.standing, {}, from);
      expect(read).toContain('Index Scan subject subject_sorted');
      expect(read.filter((scan) => scan === 'Seq Scan subject')).toEqual([]);
    }
  });

  it('begins for an officer and a lead office with the registrations that are theirs, by index', async () => {
    for (const actor of [many.officer, many.lead]) {
      const read = await scans(actor, {}, START);
      expect(read.join()).toMatch(/exemplar_office|exemplar_field_counts/);
      expect(read.filter((scan) => scan === 'Seq Scan exemplar')).toEqual([]);
    }
  });

  it('asks a name of the index of its letters', async () => {
    const read = await scans(many.standing, { text: 'nguyen hoang anh' }, START);
    expect(read.join()).toMatch(/subject_name_trgm|subject_name_key/);
  });

  it('stays well within what a person waits, count included', async () => {
    const told: string[] = [];
    for (const actor of [many.standing, many.officer, many.lead]) {
      for (const filter of [
        at(),
        at({ text: 'hoa' }),
        at({ awarded: true }),
        at({ officeId: many.place.district.id }),
      ]) {
        const started = performance.now();
        await Promise.all([listPage(many.db, actor, filter, START), countMatching(many.db, actor, filter)]);
        const ms = performance.now() - started;
        if (ms > 800) told.push(`${JSON.stringify(filter)}: ${Math.round(ms)} ms`);
      }
    }
    expect(told).toEqual([]);
  });
});
