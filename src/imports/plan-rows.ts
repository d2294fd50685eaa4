import type { Actor } from '../identity/actor.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import { subjectsWithin } from '../subjects/queries.ts';
import { sameSubjectsInParts } from '../subjects/same.ts';
import type { SameFound, SameReason } from '../subjects/same-types.ts';
import { columnStyle } from './cell-number.ts';
import type { Choices, RowOutcome } from './choices.ts';
import { labelsOf } from './head.ts';
import { JudgedRows } from './judged-rows.ts';
import { inUnicode, type ListRows, listRows } from './list-rows.ts';
import type { RawTable } from './raw-table.ts';
import type { ImportTarget, Judged, Value } from './target.ts';
import { type Twin, twinsOf } from './twins.ts';

/** A known subject that a row may mean. */
export interface RowFound {
  subjectId: number;
  strength: 'strong' | 'possible';
  reasons: SameReason[];
  /** May the actor see the subject? Only then may it be chosen. */
  within: boolean;
  /** A sentence when the subject has already what the row would write. */
  already: string | null;
}

/** What a row of the list will do. */
export interface PlannedRow {
  no: number;
  cells: string[];
  outcome: RowOutcome;
  strength: 'strong' | 'possible' | null;
  value: Value | null;
  reasons: string[];
  notes: string[];
  found: RowFound[];
  /** An earlier row of the list that may mean the same subject. */
  twin: Twin | null;
  /** The earlier row whose subject it takes, as long as nobody says otherwise. */
  joins: number | null;
}

export interface Plan {
  rows: PlannedRow[];
  /** Rows that are no data, by what they are. */
  left: ListRows['left'];
}

const MOST_FOUND = 3;

/** Works out what every row of a list will do. Writes nothing; a fixed number of queries for each thousand rows. */
export async function planRows(
  db: Reader,
  actor: Actor,
  today: Day,
  target: ImportTarget,
  raw: RawTable,
  choices: Choices,
): Promise<Plan> {
  const table = inUnicode(raw, choices.font);
  const head = {
    from: choices.headFrom,
    to: choices.headTo,
    labels: labelsOf(table, choices.headFrom, choices.headTo),
  };
  const nameField = target.fields[0]?.key ?? '';
  const list = listRows(table, head, choices.columns, choices.sectionField, nameField);
  const styles = new Map<number, ReturnType<typeof columnStyle>>();
  const styleOf = (column: number) => {
    if (!styles.has(column)) styles.set(column, columnStyle(list.cells.map((cells) => cells[column] ?? '')));
    return styles.get(column) ?? null;
  };
  const { judge } = await target.judging(db, actor, today, choices.settings, styleOf);
  const judging = new JudgedRows(list.rows, judge);
  // while the database looks for those of some rows, the next are judged
  const same = await sameSubjectsInParts(db, judging.probes(), { limit: MOST_FOUND });
  const judged = judging.all;
  const found = await foundSubjects(db, actor, target, judged, same);
  const twins = await twinsOf(db, target, judged, (n) => list.rows[n]?.no ?? 0);
  const rows = list.rows.map((row, n) =>
    planned(row.no, list.cells[n] ?? [], judged[n], found[n] ?? [], twins[n] ?? null),
  );
  return { rows, left: list.left };
}

function planned(
  no: number,
  cells: string[],
  judged: Judged | undefined,
  found: RowFound[],
  twin: Twin | null,
): PlannedRow {
  const notes = (judged?.notes ?? []).slice(0, 10);
  const nobody = judged?.ok && found.length === 0 && twin === null ? judged.value.onlyKnown : null;
  if (!judged?.ok || nobody) {
    const reasons = judged?.ok ? [String(nobody)] : (judged?.reasons ?? []).slice(0, 10);
    const nothing = { strength: null, value: null, found: [], twin: null, joins: null };
    return { no, cells, outcome: 'refused', reasons, notes, ...nothing };
  }
  const [likeliest] = found;
  return {
    no,
    cells,
    outcome: outcomeOf(likeliest, twin),
    strength: likeliest?.strength ?? (twin?.strength === 'possible' ? 'possible' : null),
    value: judged.value,
    reasons: [],
    notes,
    found,
    twin,
    joins: twin?.strength === 'strong' ? twin.no : null,
  };
}

/** Somebody known is never meant unless a person says so; an earlier row of the list is, where it is all but sure. */
function outcomeOf(likeliest: RowFound | undefined, twin: Twin | null): RowOutcome {
  if (twin?.strength === 'strong' && twin.already) return 'registered';
  return likeliest || twin?.strength === 'possible' ? 'ask' : 'new';
}

async function foundSubjects(
  db: Reader,
  actor: Actor,
  target: ImportTarget,
  judged: readonly Judged[],
  same: readonly SameFound[][],
): Promise<RowFound[][]> {
  const good = judged.flatMap((one, n) => (one.ok ? [{ one, n }] : []));
  const likely = same.map((list) => list.filter(isLikely));
  const ids = [...new Set(likely.flat().map(({ subjectId }) => subjectId))];
  const within = await subjectsWithin(db, actor, ids);
  const pairs = likely.flatMap((list, at) =>
    list.map(({ subjectId }) => ({ subjectId, value: good[at]?.one.value ?? {} })),
  );
  const already = await target.writtenAlready(db, pairs);
  const found: RowFound[][] = judged.map(() => []);
  let pair = 0;
  likely.forEach((list, at) => {
    found[good[at]?.n ?? 0] = list.map(({ subjectId, strength, reasons }) => {
      const seen = within.has(subjectId);
      const said = already[pair++] ?? null;
      // of one outside of reach neither how sure it is nor what is registered of it is told
      return {
        subjectId,
        strength: seen ? strength : 'possible',
        reasons,
        within: seen,
        already: seen ? said : null,
      };
    });
  });
  return found;
}

/** Names that are merely alike would make a list of 20,000 people one of 20,000 questions. */
const isLikely = (found: SameFound): found is SameFound & { strength: 'strong' | 'possible' } =>
  found.strength !== 'faint';
