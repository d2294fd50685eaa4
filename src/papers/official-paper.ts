/**
 * An official paper (văn bản hành chính) as data: what it says, nothing about how it looks. Every string is plain
 * text; a line break inside one is kept, and nothing in it is ever read as markup or as a formula.
 */
export interface OfficialPaper {
  /** The issuing body's superior, e.g. `ỦY BAN NHÂN DÂN TỈNH PHÚ THỌ`; null when it has none to show. */
  superior: string | null;
  /** The issuing body, e.g. `BAN THI ĐUA - KHEN THƯỞNG`. */
  issuer: string;
  /** The number in the register; null leaves the place blank for the clerk. */
  number: string | null;
  /** What follows the number after the slash, e.g. `BC-BTĐKT`; null: the paper has no number at all. */
  symbol: string | null;
  /** Where it is signed, e.g. `Phú Thọ`. */
  place: string;
  /** ISO day (`2018-12-05`); null leaves day and month blank and prints `year`. */
  date: string | null;
  /** The year printed while there is no date. */
  year: number;
  /** Kind of paper, e.g. `BÁO CÁO`. */
  kind: string;
  /** What it is about (trích yếu). */
  subject: string;
  /** Kính gửi: to whom the paper is addressed; absent for papers that address nobody. */
  addressees?: string[];
  body: Block[];
  signature: Signature;
  /** What is enclosed (danh sách, phụ lục kèm theo): on pages of its own after the signature. */
  annex?: Block[];
  /** Nơi nhận, one recipient each; dashes and closing marks are added when the paper is set. */
  recipients: string[];
}

export interface Signature {
  /** In whose name or place: `TM. ỦY BAN NHÂN DÂN`, `KT. TRƯỞNG BAN`, `TL. …`, `TUQ. …`; may be empty. */
  authority: string[];
  /** The signer's own office, e.g. `PHÓ TRƯỞNG BAN`. */
  title: string;
  /** Null while nobody is known to sign: the place stays blank. */
  name: string | null;
}

export type Block =
  | { type: 'heading'; level: 1 | 2 | 3; text: string }
  /** `lead` opens the paragraph in bold, as in `Điều 1.` */
  | { type: 'paragraph'; text: string; lead?: string }
  /** Căn cứ ban hành: one ground per block, in italics. */
  | { type: 'basis'; text: string }
  /** A bold line in the middle, e.g. `QUYẾT ĐỊNH:` */
  | { type: 'centred'; text: string }
  /** A line in italics in the middle beneath a title, e.g. `(Kèm theo Quyết định số …)` */
  | { type: 'under'; text: string }
  | { type: 'list'; items: string[] }
  | TableBlock
  | { type: 'note'; text: string };

/** Rows shorter than `columns` are filled with blanks; a longer row, or no column at all, is a bug and throws. */
export interface TableBlock {
  type: 'table';
  title: string;
  columns: TableColumn[];
  rows: CellValue[][];
  /** The last row, in bold. */
  totals?: CellValue[];
  note?: string;
  /** Sets the table on landscape pages of its own. */
  landscape?: boolean;
}

export interface TableColumn {
  label: string;
  /** Default: right for a column that holds numbers only, left otherwise. */
  align?: 'left' | 'center' | 'right';
  /** Width in mm; columns without one share what is left by what they hold. */
  width?: number;
}

/** A number is printed the Vietnamese way (1.234,5); null is a blank cell. */
export type CellValue = string | number | null;
