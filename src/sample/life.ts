import type { Level } from '../exemplars/show-words.ts';
import type { Conclusion } from '../nurturing/kinds.ts';
import type { Day } from '../platform/clock.ts';
import type { Role } from './cast.ts';
import { compareDays, dayBetween, later, SAMPLE_TODAY, yearOf } from './days.ts';
import { type Doing, type Move, REASONS } from './moves.ts';
import type { Chance } from './prng.ts';

/** Leaders of a district recognise and honour at their own level; elsewhere those of the province do. */
const DISTRICT_LEADERS: Record<string, string> = { '235': 'camkhe.thang', '232': 'thanhba.lien' };

/** Days on which the sample honours; that of June is 70 years after the Lời kêu gọi thi đua ái quốc. */
const CEREMONIES: readonly Day[] = ['2017-12-20', '2018-06-11', '2018-10-10'];

/** The life of one invented exemplar, move by move, up to the state it is to have on the day of the sample. */
export function plotLife(role: Role, chance: Chance): Move[] {
  const life = new Life(role, chance);
  const { target } = role;
  if (target === 'found') life.found();
  else if (target === 'declined' && chance.happens(0.25)) life.refused();
  else {
    life.proposed();
    if (target !== 'proposed') life.decided();
  }
  return life.moves.toSorted((one, other) => compareDays(one.day, other.day));
}

class Life {
  readonly moves: Move[] = [];
  #day: Day;

  constructor(
    private readonly role: Role,
    private readonly chance: Chance,
  ) {
    this.#day = role.foundOn;
  }

  found(): void {
    const incomplete = this.chance.happens(0.5);
    this.#unit({ does: 'record', incomplete });
    if (!incomplete) this.#after(1, 6).#unit({ does: 'merits' });
  }

  refused(): void {
    this.#unit({ does: 'record', incomplete: true });
    this.#after(5, 20).#unit({ does: 'refuse', reason: REASONS.refuse });
  }

  /** Recorded, put together, and proposed; some lack what the deciding office will ask for. */
  proposed(): void {
    const { target } = this.role;
    const open = target === 'proposed' || target === 'waiting';
    const lacking = target === 'returned' || (open && this.chance.happens(0.4));
    this.#unit({ does: 'record', incomplete: false });
    this.#after(1, 6).#unit({ does: 'merits' });
    this.#unless(lacking ? 0.7 : 0.15, { does: 'evidence' });
    this.#after(4, 12).#unless(lacking ? 0.7 : 0, { does: 'endorse' });
    this.#unless(lacking ? 0.4 : 0, { does: 'consent' });
    this.#after(1, 5).#unless(lacking ? 1 : 0, { does: 'support', count: this.chance.between(1, 3) });
    this.#after(3, 12).#unit({ does: 'propose' });
  }

  decided(): void {
    const { target, fieldKey } = this.role;
    const givesUp = target === 'withdrawn' && fieldKey === 'kinh-te-ho';
    if (target === 'returned' || givesUp) {
      this.#after(7, 20).#decider({ does: 'return' });
      if (givesUp) this.#after(10, 40).#unit({ does: 'withdraw', reason: REASONS.giveUp });
    } else if (target === 'waiting') this.#waits();
    else if (target === 'declined')
      this.#after(15, 40).#decider({ does: 'decline', reason: REASONS.decline });
    else this.#chosen();
  }

  #waits(): void {
    const reason = this.role.fieldKey === 'kinh-te-ho' ? REASONS.quotaFull : REASONS.wait;
    this.#after(8, 20).#decider({ does: 'wait', reason });
  }

  #chosen(): void {
    const { target, fieldKey, foundOn } = this.role;
    if (this.chance.happens(0.15)) {
      this.#after(5, 12).#decider({ does: 'return' });
      this.#after(5, 12).#unit({ does: 'propose' });
    }
    const beyondQuota = fieldKey === 'kinh-te-ho' && foundOn >= '2018-01-01';
    const unknown = fieldKey !== 'kinh-te-ho' && this.chance.happens(0.04);
    this.#after(5, 10).#decider({ does: 'assess', unknown });
    if (this.chance.happens(0.7)) this.#decider({ does: 'confirm' });
    const overrideReason = beyondQuota ? REASONS.beyondQuota : unknown ? REASONS.unknownCriterion : null;
    this.#after(8, 22).#decider({ does: 'choose', overrideReason });
    if (target === 'withdrawn' || target === 'lapsed') this.#ends();
    else this.#caredFor();
  }

  #ends(): void {
    this.#check();
    this.#after(20, 60);
    if (this.role.target === 'lapsed') this.#decider({ does: 'lapse', reason: REASONS.lapse });
    else this.#add({ does: 'withdraw', reason: REASONS.withdraw }, 'tdkt.luong');
  }

  /** Nurtured, checked, recognised, honoured, held: as far as the role goes. */
  #caredFor(): void {
    const { target } = this.role;
    const held = target === 'held';
    const reaches = held ? this.chance.pick(['nurtured', 'recognised', 'honoured'] as const) : target;
    if (this.chance.happens(0.9)) this.#after(20, 60).#unit({ does: 'finishSupport' });
    if (reaches !== 'nurtured' || this.chance.happens(0.55)) this.#check();
    if (reaches !== 'nurtured') this.#recognised();
    if (reaches === 'honoured') this.#honoured();
    if (held) this.#after(10, 60).#add({ does: 'hold', reason: REASONS.hold }, 'tdkt.huyen');
    else this.#yearlyChecks();
  }

  #recognised(): void {
    const ownLeader = DISTRICT_LEADERS[this.role.district?.key ?? ''];
    const level: Level = ownLeader ? 'district' : this.chance.happens(0.35) ? 'sector' : 'province';
    this.#after(10, 35).#add({ does: 'recognise', level }, ownLeader ?? 'lanhdao.ha');
    if (this.chance.happens(0.3)) this.#after(1, 8).#decider({ does: 'confirm' });
    this.#after(1, 10).#unless(this.role.target === 'honoured' ? 0.25 : 0.6, { does: 'publication' });
  }

  /** At the next ceremony; some who were honoured early are honoured again, higher. */
  #honoured(): void {
    const ownLeader = DISTRICT_LEADERS[this.role.district?.key ?? ''];
    const [next, ...further] = CEREMONIES.filter((day) => day >= this.#day);
    if (next === undefined) throw new Error(`No ceremony after ${this.#day}.`);
    const again = further.at(-1);
    const twice = again !== undefined && next === CEREMONIES[0] && this.chance.happens(0.35);
    this.#day = next;
    if (ownLeader && this.chance.happens(0.5)) this.#add({ does: 'honour', level: 'district' }, ownLeader);
    else if (twice) this.#add({ does: 'honour', level: 'sector' }, 'lanhdao.ha');
    else this.#add({ does: 'honour', level: 'province' }, 'lanhdao.nghia');
    if (!twice) return;
    this.#day = again;
    this.#add({ does: 'honour', level: 'province' }, 'lanhdao.nghia');
  }

  /** The first check after being chosen; what it found difficult is helped with, mostly. */
  #check(): void {
    const conclusion = this.#conclusion(0.3);
    this.#after(70, 160).#unit({ does: 'check', conclusion });
    if (conclusion === 'help') this.#after(15, 45).#unless(0.35, { does: 'finishHelp' });
  }

  /** One check at the end of each further year; some are missing, as in life. */
  #yearlyChecks(): void {
    const first = this.moves.find((move) => move.does === 'check');
    if (!first) return;
    for (let year = yearOf(first.day) + 1; year <= yearOf(SAMPLE_TODAY); year++) {
      const present = year === yearOf(SAMPLE_TODAY);
      const [from, to] = present ? ['2018-10-08', '2018-11-14'] : [`${year}-11-10`, `${year}-12-20`];
      if (!this.chance.happens(present ? 0.5 : 0.75)) continue;
      const doing: Doing = { does: 'check', conclusion: this.#conclusion(0.25) };
      this.moves.push({ ...doing, day: dayBetween(this.chance, from, to), by: this.role.unit });
    }
  }

  #conclusion(needsHelp: number): Conclusion {
    return this.chance.happens(needsHelp) ? 'help' : 'keep';
  }

  #after(atLeast: number, atMost: number): this {
    this.#day = later(this.#day, this.chance, atLeast, atMost);
    return this;
  }

  #unless(probability: number, doing: Doing): void {
    if (!this.chance.happens(probability)) this.#unit(doing);
  }

  #unit(doing: Doing): void {
    this.#add(doing, this.role.unit);
  }

  #decider(doing: Doing): void {
    this.#add(doing, this.role.decider);
  }

  #add(doing: Doing, by: string): void {
    this.moves.push({ ...doing, day: this.#day, by });
  }
}
