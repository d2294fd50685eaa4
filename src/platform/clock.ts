/** A day of the office: 'yyyy-mm-dd', without time or zone. */
export type Day = string;

export interface Clock {
  /** The day on which the office works; the demo can be set to another one. */
  today(): Day;
  /** The moment written into records: the day of the office at the present time of day. */
  now(): Date;
}

const VIETNAM_OFFSET_MS = 7 * 3600_000;

/** The day in Vietnam (UTC+7 all year round) at a moment. */
export function dayInVietnam(moment: Date): Day {
  return new Date(moment.getTime() + VIETNAM_OFFSET_MS).toISOString().slice(0, 10);
}

export const systemClock: Clock = {
  today: () => dayInVietnam(new Date()),
  now: () => new Date(),
};

/** A clock whose day can be set; the time of day goes on. The demo and tests look at 2018 from inside with it. */
export class SettableClock implements Clock {
  #day: Day;

  constructor(day: Day) {
    this.#day = day;
  }

  today(): Day {
    return this.#day;
  }

  now(): Date {
    const local = new Date(Date.now() + VIETNAM_OFFSET_MS).toISOString();
    return new Date(Date.parse(`${this.#day}${local.slice(10)}`) - VIETNAM_OFFSET_MS);
  }

  set(day: Day): void {
    this.#day = day;
  }
}
