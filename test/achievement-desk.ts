import {
  addAchievement,
  changeAchievement,
  confirmAchievement,
  contradictAchievement,
  removeAchievement,
} from '../src/exemplars/achievements.ts';
import { achievementsOf } from '../src/exemplars/merits-queries.ts';
import type { Actor } from '../src/identity/actor.ts';
import { answerOf, as, type ExemplarWorld, exemplarWorld, makeExemplar } from './oracles/exemplar-world.ts';

export const FIGURE = {
  statement: 'Thu nhập tăng gấp ba',
  measure: 'thu nhập bình quân',
  value: 1180.5,
  unit: 'triệu đồng',
  year: 2017,
};
export const SEEN = { confirmedBy: 'UBND xã', confirmedWith: 'sổ thu 2017' };

/** A world in which people work on achievements: each command with its usual words, by its usual person. */
export async function openAchievementDesk() {
  const world: ExemplarWorld = await exemplarWorld();
  const at = (id: number, item = 0) => ({ id, item, version: null });
  const add = (id: number, actor: Actor = world.unit) =>
    addAchievement(as(world, actor), { ...at(id), ...FIGURE });
  return {
    world,
    add,
    change: (id: number, item: number, changed: Partial<typeof FIGURE>, actor: Actor = world.unit) =>
      changeAchievement(as(world, actor), { ...at(id, item), ...FIGURE, ...changed }),
    confirm: (id: number, item: number, actor: Actor = world.lead) =>
      confirmAchievement(as(world, actor), { ...at(id, item), ...SEEN }),
    contradict: (id: number, item: number, actor: Actor, source = 'Báo cáo của xã ghi 900') =>
      contradictAchievement(as(world, actor), { ...at(id, item), source }),
    remove: (id: number, item: number, actor: Actor = world.unit) =>
      removeAchievement(as(world, actor), { ...at(id, item), reason: 'Ghi nhầm hồ sơ' }),

    /** An exemplar with one achievement, typed by the officer of the commune; version 2 by then. */
    async withAchievement(made: Parameters<typeof makeExemplar>[1] = { state: 'nurtured' }) {
      const id = await makeExemplar(world, { ...made, state: 'found' });
      const { id: item } = answerOf(await add(id));
      await world.db.updateTable('exemplar').set({ state: made.state }).where('id', '=', id).execute();
      return { id, item };
    },

    /** The one achievement of the exemplar. */
    async kept(id: number) {
      const [achievement] = await achievementsOf(world.db, id);
      if (!achievement) throw new Error(`Exemplar ${id} has no achievement.`);
      return achievement;
    },
  };
}

export type AchievementDesk = Awaited<ReturnType<typeof openAchievementDesk>>;
