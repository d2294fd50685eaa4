import type { Acting } from '../identity/actor.ts';
import { decideRows } from '../imports/decide-rows.ts';
import { matchAsProposed } from '../imports/match-as-proposed.ts';
import { openBatch } from '../imports/open-batch.ts';
import { readPasted } from '../imports/read-file.ts';
import { applyBatch } from '../imports/steps.ts';
import type { Tx } from '../platform/db.ts';
import { agreed } from './agreed.ts';
import { idOf, type OfficeIds } from './load-offices.ts';
import { type People, personOf } from './load-people.ts';
import { readSeed } from './seed-files.ts';
import { OfficeHours } from './stage.ts';

/**
 * An officer pastes a list of invented people and imports it, then one of awards that some of them have already; rows that
 * cannot be taken stay in the files of the lists.
 */
export async function playImports(tx: Tx, loaded: { offices: OfficeIds; people: People }): Promise<void> {
  const { lists } = await readSeed('sample/imports.json');
  const hours = new OfficeHours();
  for (const { by, on, office, target, name, rows } of lists) {
    const actor = personOf(loaded.people, by);
    const acting = (): Acting => ({ db: tx, clock: hours.at(on), actor, ip: null, requestKey: null });
    const read = await readPasted(rows.map((cells) => cells.join('\t')).join('\n'));
    if (!read.ok) throw new Error(`The list of the sample was not read: ${read.sentence}`);
    const input = {
      target,
      officeId: idOf(loaded.offices, office),
      list: read.list,
      name,
      again: false,
      isSample: true,
    };
    const { id } = agreed(await openBatch(acting(), input), 'danh sách gửi lên');
    agreed(await matchAsProposed(acting(), id), 'ghép cột danh sách');
    const sure = { id, version: null, rows: new Map(), allSure: true, allDoubtful: false };
    agreed(await decideRows(acting(), sure), 'quyết định các dòng gần như chắc');
    agreed(await applyBatch(acting(), { id, version: null }), 'nhập danh sách');
  }
}
