// Brings the given positions (centres and areas of communes and districts, outline of the province) into the form of
// db/seed/phu-tho-2025/places.json: each under the key of its office in the unit lists.
// node db/seed/tools/make-places.mjs <phu_tho_places.json>
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const seeds = join(import.meta.dirname, '..');
const read = (path) => JSON.parse(readFileSync(path, 'utf8'));
const given = read(process.argv[2]);
const offices = ['phu-tho-2016', 'phu-tho-2020', 'phu-tho-2025'].flatMap(
  (folder) => read(join(seeds, folder, 'units.json')).offices,
);

const PROVINCES = { 'Tỉnh Phú Thọ': '25', 'Tỉnh Vĩnh Phúc': '26', 'Tỉnh Hoà Bình': '17' };
/** Names without tone marks: the two lists place them differently. */
const plain = (name) =>
  name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();

const communes = given.communes.map(({ code, lat, lon, km2 }) => {
  const office = offices.find(
    (one) => one.kind === 'commune' && one.code === code && one.from === '2025-07-01',
  );
  if (!office) throw new Error(`No commune ${code}.`);
  return { key: office.key, lat, lon, km2 };
});
const districts = given.districts_before_2025_07_01.map(({ province, name, lat, lon, km2 }) => {
  const parent = PROVINCES[province];
  const office = offices.find((one) => one.parent === parent && plain(one.name) === plain(name));
  if (!office) throw new Error(`No district ${name}.`);
  return { key: office.key, lat, lon, km2 };
});
const km2 = Math.round(given.communes.reduce((sum, one) => sum + one.km2, 0) * 10) / 10;
const middle = (name) => {
  const sum = given.communes.reduce((total, one) => total + one[name] * one.km2, 0);
  return Math.round((sum / km2) * 1000) / 1000;
};
const province = { key: '25', lat: middle('lat'), lon: middle('lon'), km2 };

const rows = (list) => `[\n${list.map((one) => `    ${JSON.stringify(one)}`).join(',\n')}\n  ]`;
writeFileSync(
  join(seeds, 'phu-tho-2025/places.json'),
  `{
  "about": "Centres (WGS 84) and areas of the 148 communes of Phú Thọ of 01/07/2025, of the districts before (area-weighted means of the communes that came from them), and a coarse outline of the present province (about 0.7 km). Derived figures for drawing, no boundaries; made by db/seed/tools/make-places.mjs.",
  "source": "Số liệu suy ra để vẽ bản đồ (tâm và diện tích xã, phường từ 01/07/2025); không phải địa giới chính thức.",
  "province": ${JSON.stringify(province)},
  "communes": ${rows(communes)},
  "districts": ${rows(districts)},
  "outline": ${JSON.stringify(given.outline)}
}
`,
);
