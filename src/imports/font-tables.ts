/**
 * Old typefaces in which Vietnamese was typed before Unicode. Their letters look right only in their own fonts; in any
 * other program they are those of Windows-1252.
 *
 * TCVN3 (ABC; fonts .VnTime, .VnArial …): TCVN 5712:1993, table VN3; capitals with a tone are small letters in a font of
 * capitals (.VnTimeH). A test holds it against `iconv -f TCVN5712-1`. VNI (VNI-Times, VNI-Helve …): the table of VNI for
 * Windows, a letter and behind it the sign above or below; compared with that of duydev/vietnamese-conversion.
 */
export type OldFont = 'tcvn3' | 'vni';

const VOWELS = 'aăâeêioôơuưy';
/** Behind each vowel: with grave, hook, tilde, acute, dot. */
const TONED: Readonly<Record<string, string>> = {
  a: 'àảãáạ',
  ă: 'ằẳẵắặ',
  â: 'ầẩẫấậ',
  e: 'èẻẽéẹ',
  ê: 'ềểễếệ',
  i: 'ìỉĩíị',
  o: 'òỏõóọ',
  ô: 'ồổỗốộ',
  ơ: 'ờởỡớợ',
  u: 'ùủũúụ',
  ư: 'ừửữứự',
  y: 'ỳỷỹýỵ',
};

/** In the order of `VOWELS` and of the tones. */
const TCVN3_TONED = ['µ¶·¸¹', '»¼½¾Æ', 'ÇÈÉÊË', 'ÌÎÏÐÑ', 'ÒÓÔÕÖ', '×ØÜÝÞ'].concat([
  'ßáâãä',
  'åæçèé',
  'êëìíî',
  'ïñòóô',
  'õö÷øù',
  'úûüýþ',
]);
const TCVN3_PLAIN: readonly [unicode: string, old: string][] = [
  ['ă', '¨'],
  ['â', '©'],
  ['ê', 'ª'],
  ['ô', '«'],
  ['ơ', '¬'],
  ['ư', '\u00ad'],
  ['đ', '®'],
  ['Ă', '¡'],
  ['Â', '¢'],
  ['Ê', '£'],
  ['Ô', '¤'],
  ['Ơ', '¥'],
  ['Ư', '¦'],
  ['Đ', '§'],
];

function tcvn3(): [string, string][] {
  const toned = [...VOWELS].flatMap((vowel, v) =>
    [...(TONED[vowel] ?? '')].map((letter, t): [string, string] => [letter, TCVN3_TONED[v]?.[t] ?? '']),
  );
  return [...TCVN3_PLAIN.map(([unicode, old]): [string, string] => [unicode, old]), ...toned];
}

/** Signs in the order of the tones. */
const VNI_TONES = 'øûõùï';
const VNI_BREVE = 'èúüéë';
const VNI_ROOF = 'àåãáä';
/** What carries the signs: ơ and ư are letters of their own, ă, â, ê, ô take their form with the tone in one sign. */
const VNI_BASES: readonly [vowel: string, base: string, signs: string][] = [
  ['a', 'a', VNI_TONES],
  ['ă', 'a', VNI_BREVE],
  ['â', 'a', VNI_ROOF],
  ['e', 'e', VNI_TONES],
  ['ê', 'e', VNI_ROOF],
  ['o', 'o', VNI_TONES],
  ['ô', 'o', VNI_ROOF],
  ['ơ', 'ô', VNI_TONES],
  ['u', 'u', VNI_TONES],
  ['ư', 'ö', VNI_TONES],
];
const VNI_SINGLE: readonly [unicode: string, old: string][] = [
  ['đ', 'ñ'],
  ['ơ', 'ô'],
  ['ư', 'ö'],
  ['ì', 'ì'],
  ['ỉ', 'æ'],
  ['ĩ', 'ó'],
  ['í', 'í'],
  ['ị', 'ò'],
  ['ỵ', 'î'],
  ['ă', 'aê'],
  ['â', 'aâ'],
  ['ê', 'eâ'],
  ['ô', 'oâ'],
  ['ỳ', 'yø'],
  ['ỷ', 'yû'],
  ['ỹ', 'yõ'],
  ['ý', 'yù'],
];

function vni(): [string, string][] {
  const toned = VNI_BASES.flatMap(([vowel, base, signs]) =>
    [...(TONED[vowel] ?? '')].map((letter, t): [string, string] => [letter, base + (signs[t] ?? '')]),
  );
  const small = [...VNI_SINGLE.map(([unicode, old]): [string, string] => [unicode, old]), ...toned];
  const capital = small.map(([unicode, old]): [string, string] => [unicode.toUpperCase(), old.toUpperCase()]);
  // a capital letter with a sign in small: 'Aù', as people type it
  const mixed = small
    .filter(([, old]) => old.length === 2)
    .map(([unicode, old]): [string, string] => [
      unicode.toUpperCase(),
      (old[0] ?? '').toUpperCase() + (old[1] ?? ''),
    ]);
  return [...small, ...mixed, ...capital];
}

/** Unicode letter and its old letters; of several spellings of one letter the last is the one that is written. */
export const FONT_TABLES: Readonly<Record<OldFont, readonly (readonly [unicode: string, old: string])[]>> = {
  tcvn3: tcvn3(),
  vni: vni(),
};
