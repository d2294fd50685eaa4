import { dutyItems } from '../duties/queries.ts';
import { type Acting, PROGRAM } from '../identity/actor.ts';
import type { Day } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import { amendUnitPlan } from '../unit-plans/amend.ts';
import { approveUnitPlan } from '../unit-plans/approve.ts';
import { openUnitPlan } from '../unit-plans/open.ts';
import { returnUnitPlan } from '../unit-plans/return.ts';
import { submitUnitPlan } from '../unit-plans/submit.ts';
import { writeUnitPlan } from '../unit-plans/write.ts';
import { agreed } from './agreed.ts';
import { idOf, type OfficeIds } from './load-offices.ts';
import { type People, personOf } from './load-people.ts';
import { readSeed } from './seed-files.ts';
import type { UnitPlansSeed } from './seed-unit-plans.ts';
import { OfficeHours } from './stage.ts';
import { bringOfficers, sendOfficersAway } from './unit-plan-officers.ts';

interface Loaded {
  planId: number;
  /** Key of a field of the plan → its id. */
  fieldIds: ReadonlyMap<string, number>;
  offices: OfficeIds;
  people: People;
}

type Writer = UnitPlansSeed['writers'][number];

/** A unit plan is written on the first day, sent on the second; what follows comes after. */
const BEGUN: Day = '2016-05-30';
const WRITTEN: Day = '2016-06-14';
const SENT: Day = '2016-06-22';
const SENT_LATE: Day = '2016-07-12';
const RETURNED: Day = '2016-07-18';
const SENT_AGAIN: Day = '2016-07-25';
const APPROVED: Day = '2016-08-01';
const AMENDED: Day = '2018-04-09';
const AMENDED_APPROVED: Day = '2018-04-20';
const LEFT: Day = '2018-06-01';

/** Lets the officers of the sample write their offices' plans in 2016, and the standing body read them. */
export async function playUnitPlans(tx: Tx, loaded: Loaded): Promise<void> {
  const seed = await readSeed('sample/unit-plans.json');
  const hours = new OfficeHours();
  const program = (day: Day): Acting => ({
    db: tx,
    clock: hours.at(day),
    actor: PROGRAM,
    ip: null,
    requestKey: null,
  });
  const people = await bringOfficers(tx, program(BEGUN), seed, loaded);
  const play = new UnitPlanPlay(tx, { ...loaded, people }, seed);
  for (const [n, writer] of seed.writers.entries()) await play.live(writer, n);
  await sendOfficersAway(tx, program(LEFT), seed, people);
  await tx.updateTable('unit_plan').set({ is_sample: true }).execute();
}

class UnitPlanPlay {
  readonly #hours = new OfficeHours();

  constructor(
    readonly tx: Tx,
    readonly loaded: Loaded,
    readonly seed: UnitPlansSeed,
  ) {}

  #as(username: string, day: Day): Acting {
    const actor = personOf(this.loaded.people, username);
    return { db: this.tx, clock: this.#hours.at(day), actor, ip: null, requestKey: null };
  }

  /** One unit plan from its first word to where the sample leaves it. */
  async live(writer: Writer, n: number): Promise<void> {
    const { by, fate } = writer;
    const what = `kế hoạch của ${writer.office}`;
    const { standing, returned, amendment } = this.seed;
    const approver = writer.approver ?? standing;
    const id = await this.#begin(writer, n);
    const target = { id, version: null };
    const send = async (day: Day) => agreed(await submitUnitPlan(this.#as(by, day), target), what);
    const approve = async (day: Day) => agreed(await approveUnitPlan(this.#as(approver, day), target), what);
    await send(fate === 'late' ? SENT_LATE : SENT);
    if (fate === 'returned' || fate === 'open_return') {
      agreed(await returnUnitPlan(this.#as(approver, RETURNED), { ...target, reasons: returned }), what);
    }
    if (fate === 'open_return') return;
    if (fate === 'returned') await send(SENT_AGAIN);
    await approve(APPROVED);
    if (fate !== 'amended') return;
    agreed(await amendUnitPlan(this.#as(by, AMENDED), { ...target, reason: amendment.reason }), what);
    await this.#write(writer, id, n, AMENDED, amendment);
    await send(AMENDED);
    await approve(AMENDED_APPROVED);
  }

  async #begin(writer: Writer, n: number): Promise<number> {
    const { planId, offices } = this.loaded;
    const [item] = await dutyItems(
      this.tx,
      { planId, what: 'unit_plan', officeIds: [idOf(offices, writer.office)] },
      WRITTEN,
      { limit: 1 },
    );
    if (!item) throw new Error(`The sample gives ${writer.office} no duty to write a plan.`);
    const opening = { itemId: item.id, fromPrevious: false };
    const { id } = agreed(await openUnitPlan(this.#as(writer.by, WRITTEN), opening), writer.office);
    await this.#write(writer, id, n, WRITTEN);
    return id;
  }

  async #write(
    writer: Writer,
    id: number,
    n: number,
    day: Day,
    more?: UnitPlansSeed['amendment'],
  ): Promise<void> {
    const { parts, targets, exemplars } = this.seed;
    // other words for each part, so that no two plans are alike all through
    const turn = <T>(list: readonly T[], shift = 0): T => list[(n + shift) % list.length] as T;
    const written = await writeUnitPlan(this.#as(writer.by, day), {
      id,
      version: null,
      words: Object.fromEntries(
        parts.map((words, part) => {
          const text = turn(words, part * n);
          return [String(part + 1), more?.part === part + 1 ? `${text}\n${more.words}` : text];
        }),
      ),
      targets: [...turn(targets), ...(more ? [more.target] : [])],
      exemplars: turn(exemplars).map(({ name, field, note }) => ({
        name,
        fieldId: this.loaded.fieldIds.get(field) ?? null,
        fieldName: null,
        note,
      })),
      paper: {
        number: null,
        symbol: 'KH-UBND',
        place: 'Phú Thọ',
        date: null,
        authority: null,
        signerTitle: 'CHỦ TỊCH',
        signerName: null,
        recipients: ['UBND tỉnh (qua Ban Thi đua - Khen thưởng)', 'Lưu: VT'],
      },
    });
    agreed(written, writer.office);
  }
}
