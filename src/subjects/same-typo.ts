/**
 * Is one of two words, both without marks, the other mistyped: one letter more, less or other, or two that changed places,
 * and one of them no Vietnamese syllable? 'Tàon' is a slip of 'Toàn'; 'Hồng' and 'Hằng' are two names.
 */
export function isMistyped(one: string, other: string): boolean {
  if (one.length < 3 || other.length < 3 || /\d/.test(one + other)) return false;
  return !(isSyllable(one) && isSyllable(other)) && isOneEdit(one, other);
}

// c and ng stand before a, o and u, gh and ngh before e and i: 'Ngyệt' is no word
const SYLLABLE = new RegExp(
  '^(?:b|c(?![eiy])|ch|d|g(?![ey])|gh(?=[ei])|gi|h|kh?|l|m|ng(?![eiy])|ngh(?=[ei])|nh?|ph?|qu|r|s|th?|tr|v|x)?' +
    '(?:(?:a|e|i|o|u|y|oa|oe|oo|ie|ye|ua|ue|uo|uy|uye)(?:ch?|m|ng?|nh|p|t)?|ai|ao|au|ay|eo|eu|ia|iu|oai|oay|oeo|oi|' +
    'uay|ui|uoi|uou|uu|uya|uyu|ieu|yeu)$',
);

export const isSyllable = (bare: string): boolean => SYLLABLE.test(bare);

export function isOneEdit(one: string, other: string): boolean {
  const [long, short] = one.length >= other.length ? [one, other] : [other, one];
  if (long === short || long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && long[at] === short[at]) at++;
  if (long.length > short.length) return long.slice(at + 1) === short.slice(at);
  const swapped = long[at] === short[at + 1] && long[at + 1] === short[at];
  return (
    long.slice(at + 1) === short.slice(at + 1) || (swapped && long.slice(at + 2) === short.slice(at + 2))
  );
}
