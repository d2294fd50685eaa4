import { dayBefore, key, sameUnit, titled } from './unit-names.mjs';

/**
 * Every office of all lists and who follows whom. A record goes on as long as its district, kind and name do;
 * `open` holds those that are still there.
 */
export class History {
  records = new Map();
  steps = [];
  open = new Map();

  add(unit, id, from, extra = {}) {
    const { code, district: parent } = unit;
    const record = { key: id, kind: 'commune', code, name: titled(unit), parent, from, to: null, ...extra };
    this.records.set(id, record);
    this.open.set(id, { ...unit, record });
    return record;
  }

  step(on, from, to, basis) {
    if (!to) throw new Error(`no successor for ${from.name}`);
    this.steps.push({ from: from.record.key, to: to.record.key, on, basis });
  }

  /**
   * Brings the open units to a later list: who ends, who begins, who follows whom. `later` has the codes that the
   * new units bear in the end; `known` are the mergers whose parts a source names.
   */
  turn(on, list, { later, prefix, known, basis }) {
    const was = [...this.open.values()];
    const gone = was.filter((unit) => !list.some((next) => sameUnit(next, unit)));
    const fresh = list.filter((next) => !was.some((unit) => sameUnit(next, unit)));
    const risen = raiseTownships(gone, fresh);
    for (const unit of gone) {
      unit.record.to = dayBefore(on);
      this.open.delete(unit.record.key);
    }
    for (const next of fresh.filter((one) => !risen.includes(one))) {
      const code = later.find((unit) => sameUnit(unit, next))?.code ?? next.code;
      this.add({ ...next, code }, `${prefix}:${next.code}`, on);
    }
    for (const unit of gone) this.#follow(on, unit, { lists: [list, later], known, basis });
  }

  #follow(on, unit, { lists, known, basis }) {
    const now = [...this.open.values()].filter((next) => next.district === unit.district);
    const told = known.find(
      ({ district, from }) =>
        district === unit.district && from.some((name) => key(name) === key(titled(unit))),
    );
    if (told) {
      const next = now.find((one) => key(titled(one)) === key(told.to));
      return this.step(on, unit, next, `${basis}; ${told.source}`);
    }
    // a merged unit takes the code of one of its parts: true of every merger whose parts are known
    const heir = lists.flat().find((next) => next.code === unit.code && next.district === unit.district);
    if (!heir) return;
    const next = now.find((one) => sameUnit(one, heir));
    this.step(on, unit, next, `${basis}; suy từ mã ${unit.code} mà đơn vị mới mang`);
  }
}

/** A commune that became a township keeps its record; the day is in none of the lists. */
function raiseTownships(gone, fresh) {
  const risen = fresh.filter((next) =>
    gone.some((unit) => unit.code === next.code && key(unit.name) === key(next.name)),
  );
  for (const next of risen) {
    const place = gone.findIndex((unit) => unit.code === next.code);
    const [unit] = gone.splice(place, 1);
    unit.record.source = `Danh mục ngày 01/3/2025 ghi là ${next.type}; ngày thay đổi không có trong dữ liệu.`;
    unit.type = next.type;
  }
  return risen;
}
