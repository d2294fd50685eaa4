const TYPES = ['phường', 'thị trấn', 'xã'];
const REST = /^phần còn lại của (.+?) sau khi sắp xếp theo quy định tại khoản \d+ Điều này$/;

/**
 * The parts that a commune of 2025 was made of, from the words of the resolution:
 * 'thị trấn X và các xã A (huyện H), B' → [{ type: 'thị trấn', name: 'X' }, { type: 'xã', name: 'A', district: 'huyện H' }, …].
 * `share` says so when only a part of the old commune came.
 */
export function partsOf(unit) {
  if (unit.formed_from === 'unchanged')
    return [{ type: unit.type, name: unit.name, district: null, share: null }];
  let type = null;
  return unit.formed_from
    .split(/, (?:và )?| và (?=các |xã |phường |thị trấn |phần |một phần )| và (?=\p{Lu})/u)
    .map((piece) => {
      let text = piece.trim();
      let share = null;
      const rest = REST.exec(text);
      if (rest) [text, share] = [rest[1], 'phần còn lại'];
      if (text.startsWith('một phần ')) [text, share] = [text.slice('một phần '.length), 'một phần'];
      text = text.replace(/^các /, '');
      const named = TYPES.find((one) => text.startsWith(`${one} `));
      if (named) [type, text] = [named, text.slice(named.length + 1)];
      const [, name, district] = /^(.+?)(?: \((.+)\))?$/.exec(text);
      if (!type || !/^\p{Lu}/u.test(name)) throw new Error(`cannot read “${piece}” in “${unit.formed_from}”`);
      return { type, name, district: district ?? null, share };
    });
}
