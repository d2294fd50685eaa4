/** A mark for what cannot be shown: half of a surrogate pair. */
const REPLACEMENT = '\uFFFD';

/** Control characters that say nothing on paper, and code points that XML refuses. Tab and line feed are kept. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is what this is for
const UNPRINTABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/g;

/** Marks that turn the direction of writing: they could show a name or a figure backwards. */
const DIRECTION_MARKS = /[\u202A-\u202E\u2066-\u2069]/g;

/**
 * Makes any string fit for paper: composed Vietnamese (NFC), no control characters, no broken surrogates, line
 * breaks as `\n`, runs of blanks as one. Nothing else is changed: the text is data.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\p{Cs}/gu, REPLACEMENT)
    .replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
    .replace(UNPRINTABLE, '')
    .replace(DIRECTION_MARKS, '')
    .normalize('NFC')
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}

/** The same on one line, for names, file properties and sheet names. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\n+/g, ' ');
}
