import { keyOf } from './words.ts';

export interface NamedForm {
  id: number;
  name: string;
}

/** What a list calls an award: a form of the catalogue, or words of its own; and who gave it where the words say so. */
export interface FormFound {
  form: NamedForm | null;
  words: string | null;
  giver: string | null;
}

const SHORT: readonly [RegExp, string][] = [
  [/^(?:duoc )?(?:tang(?: thuong)?|trao tang) /, ''],
  [/\bbk\b/g, 'bang khen'],
  [/\bgk\b/g, 'giay khen'],
  [/\bhcld\b/g, 'huan chuong lao dong'],
  [/\b(?:ct|chu tich) (?=ubnd|uy ban)/g, ''],
  [/\buy ban nhan dan\b/g, 'ubnd'],
  [/\bttg?(?: cp)?$/g, 'thu tuong chinh phu'],
  [/\bthu tuong$/g, 'thu tuong chinh phu'],
  [/\bhang (?:3|iii)\b/g, 'hang ba'],
  [/\bhang (?:2|ii)\b/g, 'hang nhi'],
  [/\bhang (?:1|i)\b/g, 'hang nhat'],
  [/\bubnd tinh .+$/g, 'ubnd tinh'],
  [/\bcua\b/g, ''],
];

/** One key for all the ways in which lists write a form: 'BK của CT UBND tỉnh Phú Thọ' → 'bang khen ubnd tinh'. */
const formKey = (text: string): string =>
  SHORT.reduce((key, [short, long]) => key.replace(short, long), keyOf(text))
    .replace(/\s+/g, ' ')
    .trim();

/** Finds a form of the catalogue by its name; nothing is guessed: what is not named is kept in the words of the list. */
export function findForm(forms: readonly NamedForm[], text: string): FormFound {
  const key = formKey(text);
  const form = forms.find(({ name }) => formKey(name) === key);
  if (form) return { form, words: null, giver: null };
  // 'Giấy khen của Chủ tịch UBND huyện': the form, and who gave it
  const whose = /^(.+?)\s+của\s+(.+)$/iu.exec(text.normalize('NFC').trim());
  const bare = whose && forms.find(({ name }) => formKey(name) === formKey(whose[1] ?? ''));
  return bare
    ? { form: bare, words: null, giver: whose[2] ?? null }
    : { form: null, words: text, giver: null };
}
