import type { Acting, Actor } from '../identity/actor.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader, Tx } from '../platform/db.ts';
import type { Reason } from '../platform/outcome.ts';
import type { SameProbe } from '../subjects/same-types.ts';
import type { Option } from '../ui/field-choices.tsx';
import type { NumberStyle } from './cell-number.ts';

/** A field that columns of a list may hold. */
export interface TargetField {
  key: string;
  label: string;
  /** For whoever fills in the template. */
  hint: string;
  /** Heads under which offices write it, without marks: 'ho va ten'. The most usual ones first. */
  heads: readonly string[];
  required?: boolean;
  /** When several columns hold it: the first that says something, all of them in one line or in lines, or each apart. */
  join: 'first' | 'comma' | 'lines' | 'each';
  /** In the example of the template. */
  example: string;
}

/** Something that is asked once and holds for every row that says nothing else. */
export interface Setting {
  name: string;
  label: string;
  hint?: string;
  options: readonly Option[];
  /** Words of the empty choice; null: one has to be chosen. */
  placeholder: string | null;
  /** What is chosen at first. */
  value: string;
}

export type Settings = Readonly<Record<string, string>>;

/** One cell with the head of its column. */
export interface FieldCell {
  text: string;
  head: string;
  column: number;
}

/** A row of a list, ready to be judged: for each field what its columns hold, empty cells left out. */
export interface ListRow {
  no: number;
  fields: ReadonlyMap<string, readonly FieldCell[]>;
  /** What was seen while reading: letters of an old font, what a formula had come to. */
  notes: readonly string[];
  /** Why the row cannot be taken, whatever it becomes: an error of Excel in a cell, markup. */
  problems: readonly string[];
}

/**
 * What would be written, as JSON; its parts are known to the target alone, but for `onlyKnown` (why the row can be written
 * only for somebody known) and `asks` (a question that somebody should answer before it is written).
 */
export type Value = Readonly<Record<string, unknown>>;

export type Judged =
  | { ok: true; value: Value; probe: SameProbe; notes: string[]; key: string }
  | { ok: false; reasons: string[]; notes: string[] };

export interface RowToWrite {
  no: number;
  value: Value;
  /** Null: a new subject. */
  subjectId: number | null;
  /** The earlier row whose new subject this one takes; null: a subject of its own. */
  joins: number | null;
}

export interface WrittenRow {
  no: number;
  subjectId: number;
  thingId: number;
}

export interface UndoneRow extends WrittenRow {
  /** Was the subject written by the batch, too? */
  isNew: boolean;
}

export interface BatchFacts {
  id: number;
  officeId: number;
  isSample: boolean;
  sourceName: string | null;
}

/**
 * What the rows of a list become. A second target is one more file of this shape and a line in `targets.ts`: its fields,
 * how each is read (`judge`), how a row is written and taken back.
 */
export interface ImportTarget {
  key: string;
  /** 'Điển hình mới phát hiện' */
  name: string;
  about: string;
  /** On the button that gives its template. */
  templateName: string;
  fields: readonly TargetField[];
  /** Fields that the catalogues give beside, e.g. one for each measure. */
  moreFields?(db: Reader, today: Day): Promise<TargetField[]>;
  settings(db: Reader, actor: Actor, today: Day): Promise<Setting[]>;
  /** Reads all that rows are judged by, with a fixed number of queries; the judging itself asks nothing more. */
  judging(
    db: Reader,
    actor: Actor,
    today: Day,
    settings: Settings,
    styleOf: (column: number) => NumberStyle | null,
  ): Promise<Judging>;
  /** For each pair a sentence when the subject has already what the row would write, else null; a fixed number of queries. */
  writtenAlready(
    db: Reader,
    pairs: readonly { subjectId: number; value: Value }[],
  ): Promise<(string | null)[]>;
  /** What two rows of one subject both write, in words ('khen thưởng này'); null: each writes something of its own. */
  writesSame(one: Value, other: Value): string | null;
  /** What no longer holds since the rows were judged; asked inside the transaction that writes. */
  whyNotWrite(tx: Tx, acting: Acting, rows: readonly RowToWrite[]): Promise<Reason[]>;
  write(tx: Tx, acting: Acting, batch: BatchFacts, rows: readonly RowToWrite[]): Promise<WrittenRow[]>;
  /** Why what the batch made may no longer be taken away: something was done with it meanwhile. */
  whyNotUndo(tx: Tx, batchId: number): Promise<Reason[]>;
  undo(
    tx: Tx,
    acting: Acting,
    batch: BatchFacts,
    written: readonly UndoneRow[],
    reason: string,
  ): Promise<void>;
  /** A row in the words of the preview: what and where. */
  describe(value: Value): { name: string; about: string };
  hrefOf(written: { subjectId: number; thingId: number }): string;
}

export interface Judging {
  judge(row: ListRow): Judged;
}
