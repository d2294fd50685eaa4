import { partsOf } from './merger-text.mjs';
import { communesOf, key, titled } from './unit-names.mjs';

const PHU_THO = '25';
const LAST_DAY = '2025-06-30';
const FIRST_DAY = '2025-07-01';
const LISTED = 'Danh mục ngày 01/3/2025; thời gian trước đó không có trong dữ liệu.';

/** As the resolution writes a name → as the list of the Statistics Office does. */
const OTHER_SPELLING = new Map([
  ['Xăm Khòe', 'Săm Khóe'],
  ['Mỵ Hòa', 'Mi Hòa'],
]);

/** Adds a province that was merged into Phú Thọ, with its districts and communes of the last list before. */
export function addOldProvince(history, province) {
  const span = { from: '2025-03-01', to: LAST_DAY, source: LISTED };
  const name = province.name.replace(/^Tỉnh/, 'UBND tỉnh');
  const { code } = province;
  history.records.set(code, { key: code, kind: 'province', code, name, parent: null, ...span });
  history.steps.push({ from: code, to: PHU_THO, on: FIRST_DAY, basis: 'Nghị quyết 202/2025/QH15' });
  for (const district of province.districts) {
    const record = {
      key: district.code,
      kind: 'district',
      code: district.code,
      name: district.name,
      parent: code,
    };
    history.records.set(district.code, { ...record, ...span });
  }
  return communesOf(province.districts).map((unit) => {
    const record = history.add(unit, `2025:${unit.code}`, span.from, { to: span.to, source: LISTED });
    return { ...unit, province: code, record };
  });
}

/** Makes the communes of 01/07/2025 out of the old ones, by the words of the resolution. */
export function mergeOf2025(history, old, list, provinces) {
  const codes = {
    province: new Map(provinces.map((province) => [key(province.name), province.code])),
    district: new Map(
      provinces.flatMap((province) =>
        province.districts.map((district) => [`${province.code} ${key(district.name)}`, district.code]),
      ),
    ),
  };
  let agreeing = 0;
  for (const unit of list) {
    const record = { key: `2025-07:${unit.code}`, kind: 'commune', code: unit.code, name: titled(unit) };
    history.records.set(record.key, { ...record, parent: PHU_THO, from: FIRST_DAY, to: null });
    const parts = partsOf(unit).map((part) => ({ ...part, old: findPart(part, unit, old, codes) }));
    const sameCode = key(unit.old_unit_with_same_code);
    if (parts.some((part) => key(`${part.old.type} ${part.old.name}`) === sameCode)) agreeing++;
    for (const { old: from, share } of parts) {
      const basis = `Nghị quyết 1676/NQ-UBTVQH15${share ? ` (${share})` : ''}`;
      history.step(FIRST_DAY, from, { record }, basis);
    }
  }
  checkAllMerged(history, old);
  return agreeing;
}

/** Where a name is borne twice, the district in brackets decides, or else that of the new commune. */
function findPart(part, unit, old, codes) {
  const province = codes.province.get(key(unit.old_province));
  const wanted = key(OTHER_SPELLING.get(part.name) ?? part.name);
  const named = old.filter(
    (one) => one.province === province && one.type === part.type && key(one.name) === wanted,
  );
  const district = codes.district.get(`${province} ${key(part.district ?? unit.old_district)}`);
  const found =
    named.length === 1 && !part.district ? named : named.filter((one) => one.district === district);
  if (found.length !== 1) throw new Error(`${found.length} units for ${JSON.stringify(part)} of ${province}`);
  return found[0];
}

/** Each old commune goes somewhere, and whole into one only. */
function checkAllMerged(history, old) {
  const steps = history.steps.filter((step) => step.on === FIRST_DAY);
  const used = new Set(steps.map((step) => step.from));
  const unused = old.filter((unit) => !used.has(unit.record.key));
  if (unused.length > 0) throw new Error(`not merged anywhere: ${unused.map((unit) => unit.name)}`);
  const whole = steps.filter((step) => !step.basis.includes('phần')).map((step) => step.from);
  const twice = whole.filter((id, n) => whole.indexOf(id) !== n);
  if (twice.length > 0) throw new Error(`merged whole into two: ${twice}`);
}
