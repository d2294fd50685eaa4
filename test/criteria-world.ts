import { openDraft } from '../src/criteria/draft-set.ts';
import { saveCriterion } from '../src/criteria/edit-criterion.ts';
import { findCriteriaSet } from '../src/criteria/queries.ts';
import { publishSet } from '../src/criteria/step-set.ts';
import type { Actor } from '../src/identity/actor.ts';
import { at, facts, idIn, input } from './criteria-desk.ts';
import { makeActor, makeProvince } from './factories.ts';
import { openTestSite } from './site.ts';

/** A standing body that writes criteria, somebody who may not, and short ways to make sets. */
export async function criteriaWorld() {
  const site = await openTestSite([]);
  const { db } = site;
  const place = await makeProvince(db);
  const standing = await makeActor(db, [['standing', place.standing, 'all']]);
  const unit: Actor = await makeActor(db, [['standing', place.commune, 'own']]);
  const draft = async (more: Parameters<typeof facts>[0] = {}) =>
    idIn(await openDraft(at(db, standing), facts(more)));
  const add = async (id: number, more: Parameters<typeof input>[0] = {}) =>
    idIn(await saveCriterion(at(db, standing), { id, version: null, criterionId: null, input: input(more) }));
  const inUse = async (more: Parameters<typeof facts>[0] = {}) => {
    const id = await draft(more);
    await add(id);
    idIn(await publishSet(at(db, standing), { id, version: null }));
    return id;
  };
  const setOf = async (id: number) => {
    const set = await findCriteriaSet(db, id);
    if (!set) throw new Error('gone');
    return set;
  };
  return { site, standing, unit, draft, add, inUse, setOf };
}

export type CriteriaWorld = Awaited<ReturnType<typeof criteriaWorld>>;
