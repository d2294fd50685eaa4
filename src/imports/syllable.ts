/** Letters that only Vietnamese in Unicode has; in an old font none of them can stand. */
const ONLY_UNICODE = /[ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9]|\p{Mn}/u;

export const isSurelyUnicode = (text: string): boolean => ONLY_UNICODE.test(text);

const ONSET = '(?:b|ch?|d|đ|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu|r|s|th?|tr|v|x)?';
const RHYME = [
  'a(?:c|ch|i|m|n|ng|nh|o|p|t|u|y)?',
  'ă(?:c|m|n|ng|p|t)',
  'â(?:c|m|n|ng|p|t|u|y)',
  'e(?:c|m|n|ng|o|p|t)?',
  'ê(?:ch|m|n|nh|p|t|u)?',
  'i(?:a|ch|m|n|nh|p|t|u)?',
  'iê(?:c|m|n|ng|p|t|u)',
  'o(?:c|i|m|n|ng|p|t)?',
  'oa(?:c|ch|i|m|n|ng|nh|o|p|t|y)?',
  'oă(?:c|m|n|ng|t)',
  'oe(?:n|o|t)?',
  'ô(?:c|i|m|n|ng|p|t)?',
  'ơ(?:i|m|n|p|t)?',
  'u(?:a|c|i|m|n|ng|p|t)?',
  'uâ(?:n|ng|t|y)',
  'uê(?:ch|nh)?',
  'uô(?:c|i|m|n|ng|t)',
  'uơ',
  'uy(?:a|ch|n|nh|p|t|u)?',
  'uyê(?:n|t)',
  'ư(?:a|c|i|m|n|ng|t|u)?',
  'ươ(?:c|i|m|n|ng|p|t|u)',
  'y',
  'yê(?:m|n|ng|t|u)',
].join('|');
const SYLLABLE = new RegExp(`^${ONSET}(?:${RHYME})$`);

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** 'Taù': the tone stands on what only glides off; both 'hòa' and 'hoà' are written. */
const TONED_GLIDE = /[aeiouy][\u0302\u0306\u031b]?[aiouye][\u0302\u031b]?[\u0300\u0301\u0303\u0309\u0323]$/;

/** Can this word, with its marks, be a syllable of Vietnamese? 'Nguyễn', 'quý', 'gìn'; not 'NguyÔn'. */
export function isSyllable(word: string): boolean {
  const parts = word.toLowerCase().normalize('NFD');
  if ((parts.match(TONES) ?? []).length > 1) return false;
  const bare = parts.replace(TONES, '').normalize('NFC');
  if (TONED_GLIDE.test(parts) && !/(?:oa|oe|uy|uê|uơ|^gi.|^qu.)$/.test(bare)) return false;
  if (SYLLABLE.test(bare)) return true;
  // 'gìn', 'gì', 'quốc', 'quy': the onset shares its vowel with the rhyme
  return /^gi(?:n|ch)?$/.test(bare) || /^qu(?:ôc|y|ynh|yêt|yên|yt)$/.test(bare);
}
