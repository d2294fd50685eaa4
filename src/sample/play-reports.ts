import type { Acting } from '../identity/actor.ts';
import type { Tx } from '../platform/db.ts';
import type { Outcome } from '../platform/outcome.ts';
import { finishReport, openReport, writeReport } from '../reports/commands.ts';
import type { PaperFields } from '../reports/queries.ts';
import { type People, personOf } from './load-people.ts';
import { readSeed } from './seed-files.ts';
import { OfficeHours } from './stage.ts';

const STANDING_OFFICER = 'tdkt.huyen';

const PAPER: PaperFields = {
  number: null,
  symbol: 'BC-BTĐKT',
  place: 'Phú Thọ',
  date: null,
  authority: null,
  signerTitle: 'TRƯỞNG BAN',
  signerName: null,
  recipients: ['UBND tỉnh (để báo cáo)', 'Lưu: VT'],
};

/** The standing body's reports of the sample: those of the past years finished, that of this year being written. */
export async function playReports(tx: Tx, planId: number, people: People): Promise<void> {
  const { reports } = await readSeed('sample/reports.json');
  const hours = new OfficeHours();
  for (const report of reports) {
    const acting = (): Acting => ({
      db: tx,
      clock: hours.at(report.writtenOn),
      actor: personOf(people, STANDING_OFFICER),
      ip: null,
      requestKey: null,
    });
    const { id } = agreed(await openReport(acting(), { planId, year: report.year }));
    const { closingOn, words } = report;
    agreed(await writeReport(acting(), { id, version: null, closingOn, words, paper: PAPER }));
    if (report.finished) agreed(await finishReport(acting(), { id, version: null }));
  }
}

/** A sample that the rules refuse is a bug. */
function agreed<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`The sample's report was refused: ${JSON.stringify(outcome.refusal)}`);
}
