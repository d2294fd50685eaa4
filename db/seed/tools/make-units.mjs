// Makes the unit lists of db/seed from the lists of the General Statistics Office and the texts of the resolutions:
//   node db/seed/tools/make-units.mjs <folder>
// with units_2016.json, units_2020.json, units_2025_before_merger.json and units_2025.json in the folder. What the
// lists and texts do not say is left out, and counted at the end. See db/seed/README.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { History } from './history.mjs';
import { MERGERS_2020, MERGERS_2025_01 } from './known-mergers.mjs';
import { addOldProvince, mergeOf2025 } from './merge-2025.mjs';
import { communesOf } from './unit-names.mjs';

const seedFolder = join(dirname(fileURLToPath(import.meta.url)), '..');
const read = (name) => JSON.parse(readFileSync(join(process.argv[2], name), 'utf8'));

const list2016 = read('units_2016.json');
const provinces = read('units_2025_before_merger.json').provinces;
const province = (code) => provinces.find((one) => one.code === code);
const then2025 = communesOf(province('25').districts);

const history = new History();
for (const unit of communesOf(list2016.districts)) history.add(unit, `2016:${unit.code}`, null);
history.turn('2020-01-01', communesOf(read('units_2020.json').districts), {
  later: then2025,
  prefix: '2020',
  known: MERGERS_2020,
  basis: 'Nghị quyết 828/NQ-UBTVQH14',
});
history.turn('2025-01-01', then2025, {
  later: then2025,
  prefix: '2025a',
  known: MERGERS_2025_01,
  basis: 'Nghị quyết 1282/NQ-UBTVQH15',
});
const phuTho = [...history.open.values()].map((unit) => ({ ...unit, province: '25' }));
for (const unit of phuTho) unit.record.to = '2025-06-30';
const others = ['26', '17'].flatMap((code) => addOldProvince(history, province(code)));
const list2025 = read('units_2025.json').units;
const agreeing = mergeOf2025(history, [...phuTho, ...others], list2025, provinces);

const records = (test) => [...history.records.values()].filter((record) => test(record.key));
const districts = list2016.districts.map(({ code, name }) => ({
  ...{ key: code, kind: 'district', code, name, parent: '25', from: null, to: '2025-06-30' },
}));
save('phu-tho-2016', 'Districts and communes of Phú Thọ of 2016.', [
  ...districts,
  ...records((id) => id.startsWith('2016:')),
]);
save(
  'phu-tho-2020',
  'Communes that began on 01/01/2020, and what followed what.',
  records((id) => id.startsWith('2020:')),
  ['2020-01-01'],
);
save(
  'phu-tho-2025',
  'Vĩnh Phúc and Hòa Bình before the merger of 01/07/2025, the communes of Phú Thọ after it, and what followed what.',
  records((id) => !/^(2016|2020):/.test(id)),
  ['2025-01-01', '2025-07-01'],
);
report();

/** One office or step on a line, so that a change of the seeds can be read. */
function save(folder, about, offices, days = []) {
  const lines = (list) => list.map((one) => `    ${JSON.stringify(one)}`).join(',\n');
  const stepsOn = (day) => history.steps.filter((step) => step.on === day).map(({ on: _, ...step }) => step);
  const successions = days.map((day) => `  {"on": "${day}", "steps": [\n${lines(stepsOn(day))}\n  ]}`);
  const note = `${about} Made by db/seed/tools/make-units.mjs; sources in db/seed/README.md.`;
  const text = `{\n"about": ${JSON.stringify(note)},\n"offices": [\n${lines(offices)}\n],\n"successions": [\n${successions.join(',\n')}\n]\n}\n`;
  writeFileSync(join(seedFolder, folder, 'units.json'), text);
}

function report() {
  const next = new Map();
  for (const step of history.steps) next.set(step.from, [...(next.get(step.from) ?? []), step.to]);
  const ends = (id) => next.get(id)?.flatMap(ends) ?? [id];
  const old = records((id) => id.startsWith('2016:'));
  const lost = old.filter(({ key }) => !ends(key).some((id) => id.startsWith('2025-07:')));
  console.error(`${agreeing} of ${list2025.length} communes of 2025 bear the code of one of their parts`);
  console.error(`${old.length - lost.length} of ${old.length} communes of 2016 reach one of 2025`);
  console.error(`not known: ${lost.map((record) => record.name).join(', ')}`);
}
