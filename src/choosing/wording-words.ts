/** What a decision paper says, with words in double braces that are filled in for each list. */
export interface Wording {
  /** 'Quyết định'. */
  kind: string;
  subject: string;
  basis: string[];
  /** Without their numbers. */
  articles: string[];
}

/** What may stand in double braces. */
export const PLACEHOLDERS = ['kế hoạch', 'lĩnh vực', 'cơ quan', 'số được chọn', 'ngày'] as const;
type Placeholder = (typeof PLACEHOLDERS)[number];

const BRACES = /\{\{\s*([^{}]{1,60}?)\s*\}\}/gu;

/** Fills the words in braces; what is not known of them stays as it stands. */
export const filledIn = (text: string, known: Record<Placeholder, string>): string =>
  text.replace(BRACES, (whole, name: string) =>
    Object.hasOwn(known, name) ? known[name as Placeholder] : whole,
  );

/** The words in braces that mean nothing, as they were written. */
export const unknownWords = (text: string): string[] =>
  [...text.matchAll(BRACES)]
    .filter(([, name]) => !(PLACEHOLDERS as readonly string[]).includes(name ?? ''))
    .map(([whole]) => whole);
