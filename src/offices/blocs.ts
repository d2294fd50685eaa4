import { sql } from 'kysely';
import { record } from '../audit/record.ts';
import type { Acting } from '../identity/actor.ts';
import { act } from '../platform/act.ts';
import type { Tx } from '../platform/db.ts';
import { done, invalid, notFound, type Outcome, refused, stale } from '../platform/outcome.ts';
import { type Bloc, type BlocMember, blocMembers, findBloc, holdingIn } from './bloc-queries.ts';
import { type BlocYear, nextHead, refusalToKeepBlocs, wrongMembers } from './bloc-rules.ts';
import { offices } from './tree.ts';

/** Makes a bloc, without members yet. */
export function createBloc(
  acting: Acting,
  input: { name: string; isSample?: boolean },
): Promise<Outcome<{ id: number }>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    const refusal = refusalToKeepBlocs(acting.actor);
    if (refusal) return refused(refusal);
    if (await taken(tx, input.name, 0)) return invalid({ name: NAME_TAKEN });
    const { id } = await tx
      .insertInto('bloc')
      .values({ name: input.name, is_sample: input.isSample ?? false })
      .returning('id')
      .executeTakeFirstOrThrow();
    await record(tx, acting, {
      kind: 'bloc.created',
      thingId: id,
      thingVersion: 1,
      after: { Tên: input.name },
    });
    return done({ id });
  });
}

const NAME_TAKEN = 'Đã có khối thi đua mang tên này.';

async function taken(tx: Tx, name: string, exceptId: number): Promise<boolean> {
  const twin = await tx
    .selectFrom('bloc')
    .select('id')
    .where(sql`lower(name)`, '=', name.toLowerCase())
    .where('id', '<>', exceptId)
    .executeTakeFirst();
  return twin !== undefined;
}

export interface BlocChange extends BlocYear {
  id: number;
  version: number | null;
  name: string;
  year: number;
}

/** Writes the name of a bloc and its members and head of one year; other years stay as they are. */
export function writeBloc(acting: Acting, input: BlocChange): Promise<Outcome<{ id: number }>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    const bloc = await lockedBloc(tx, input.id);
    if (!bloc) return notFound();
    if (bloc.version !== input.version) return stale(bloc.version);
    const refusal = refusalToKeepBlocs(acting.actor);
    if (refusal) return refused(refusal);
    const errors = wrongMembers(input);
    if (await taken(tx, input.name, bloc.id)) errors.name = NAME_TAKEN;
    const there = await offices(tx)
      .where('office.id', 'in', [0, ...input.memberIds])
      .where(holdingIn(input.year))
      .execute();
    if (there.length !== new Set(input.memberIds).size) {
      errors.members ??= `Có đơn vị đã chọn không có hiệu lực trong năm ${input.year}.`;
    }
    if (Object.keys(errors).length > 0) return invalid(errors);
    await setMembers(tx, acting, bloc, input);
    return done({ id: bloc.id });
  });
}

/** Copies the members of the year before to a year that has none yet; the next member in the list becomes the head. */
export function copyBlocYear(
  acting: Acting,
  input: { id: number; version: number | null; year: number },
): Promise<Outcome<{ id: number }>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    const bloc = await lockedBloc(tx, input.id);
    if (!bloc) return notFound();
    if (bloc.version !== input.version) return stale(bloc.version);
    const refusal = refusalToKeepBlocs(acting.actor);
    if (refusal) return refused(refusal);
    const before = await blocMembers(tx, bloc.id, input.year - 1);
    if (before.length === 0) {
      return refused({
        rule: 'nothing_to_copy',
        sentence: `Năm ${input.year - 1} khối này chưa có thành viên nào để chép.`,
      });
    }
    if ((await blocMembers(tx, bloc.id, input.year)).length > 0) {
      return refused({
        rule: 'year_written',
        sentence: `Năm ${input.year} khối này đã có thành viên; hãy sửa danh sách năm đó.`,
      });
    }
    const year: BlocYear = {
      memberIds: before.map(({ id }) => id),
      headId: before.find(({ isHead }) => isHead)?.id ?? null,
    };
    await setMembers(tx, acting, bloc, {
      ...{ id: bloc.id, version: bloc.version, name: bloc.name, year: input.year },
      memberIds: year.memberIds,
      headId: nextHead(year),
    });
    return done({ id: bloc.id });
  });
}

async function lockedBloc(tx: Tx, id: number): Promise<Bloc | null> {
  await tx.selectFrom('bloc').select('id').where('id', '=', id).forUpdate().execute();
  return findBloc(tx, id);
}

async function setMembers(tx: Tx, acting: Acting, bloc: Bloc, input: BlocChange): Promise<void> {
  const before = await blocMembers(tx, bloc.id, input.year);
  await tx.deleteFrom('bloc_member').where('bloc_id', '=', bloc.id).where('year', '=', input.year).execute();
  await tx
    .insertInto('bloc_member')
    .values(
      [...new Set(input.memberIds)].map((office_id) => ({
        bloc_id: bloc.id,
        year: input.year,
        office_id,
        is_head: office_id === input.headId,
      })),
    )
    .execute();
  await tx
    .updateTable('bloc')
    .set({ name: input.name, version: bloc.version + 1 })
    .where('id', '=', bloc.id)
    .execute();
  await record(tx, acting, {
    kind: 'bloc.members_set',
    thingId: bloc.id,
    thingVersion: bloc.version + 1,
    before: { Tên: bloc.name, ...membersInWords(input.year, before) },
    after: { Tên: input.name, ...membersInWords(input.year, await blocMembers(tx, bloc.id, input.year)) },
  });
}

const membersInWords = (year: number, members: readonly BlocMember[]) => ({
  [`Thành viên năm ${year}`]: members.map(({ name }) => name),
  [`Khối trưởng năm ${year}`]: members.find(({ isHead }) => isHead)?.name ?? null,
});
