/** One key for all spellings of a name that differ in marks, case or Unicode form only. */
export const key = (text) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/\s+/g, ' ')
    .trim();

/** { type: 'xã', name: 'Hy Cương' } → 'Xã Hy Cương' */
export const titled = ({ type, name }) => `${type.charAt(0).toUpperCase()}${type.slice(1)} ${name}`;

/** The communes of a list of districts, each with the code of its district. */
export const communesOf = (districts) =>
  districts.flatMap((district) => district.units.map((unit) => ({ ...unit, district: district.code })));

/** Within a district a unit is known by its kind and name; codes come and go. */
export const sameUnit = (one, other) =>
  one.district === other.district && one.type === other.type && key(one.name) === key(other.name);

export function dayBefore(day) {
  const moment = new Date(`${day}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() - 1);
  return moment.toISOString().slice(0, 10);
}
