import type { OfficialPaper } from './official-paper.ts';

/** What the head and the foot of a paper say beside the tree of offices; typed by a person. */
export interface PaperFields {
  number: string | null;
  symbol: string;
  /** Where it is signed; the plan's own place unless typed. */
  place: string;
  /** ISO day of the paper, null while it is not signed. */
  date: string | null;
  authority: string | null;
  signerTitle: string;
  signerName: string | null;
  recipients: string[];
}

/**
 * What a paper says where nobody has typed anything yet.
 *
 * @param kept what was typed so far
 * @param symbol the short name of the kind of paper: 'BC'
 * @param place where it is signed; null: not known
 */
export const paperFields = (
  kept: Partial<PaperFields>,
  symbol: string,
  place: string | null,
): PaperFields => ({
  number: kept.number ?? null,
  symbol: kept.symbol ?? symbol,
  place: kept.place ?? place ?? '',
  date: kept.date ?? null,
  authority: kept.authority ?? null,
  signerTitle: kept.signerTitle ?? 'THỦ TRƯỞNG ĐƠN VỊ',
  signerName: kept.signerName ?? null,
  recipients: kept.recipients ?? ['Như trên', 'Lưu: VT'],
});

/** These fields where the official paper has them. */
export const headAndFoot = (
  fields: PaperFields,
): Pick<OfficialPaper, 'number' | 'symbol' | 'place' | 'date' | 'signature' | 'recipients'> => ({
  number: fields.number,
  symbol: fields.symbol,
  place: fields.place,
  date: fields.date,
  signature: {
    authority: fields.authority ? [fields.authority] : [],
    title: fields.signerTitle,
    name: fields.signerName,
  },
  recipients: fields.recipients,
});
