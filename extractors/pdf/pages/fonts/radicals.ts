/** Radicals and compatibility forms that stand in a font's map for the characters of everyday text. */

/**
 * CJK radicals that are whole characters and have no decomposition of their own, after EquivalentUnifiedIdeograph.txt of the Unicode
 * character database; ⼾ is 户 here (the database has 戶), the form of the fonts of the mainland.
 */
const CHARACTER_BY_RADICAL = new Map(
  [
    ...[
      '⼾户',
      '⺒巳',
      '⺓幺',
      '⺠民',
      '⻁虎',
      '⻅见',
      '⻆角',
      '⻉贝',
      '⻋车',
      '⻑長',
      '⻓长',
      '⻔门',
      '⻘青',
      '⻙韦',
      '⻚页',
    ],
    ...[
      '⻛风',
      '⻜飞',
      '⻝食',
      '⻢马',
      '⻣骨',
      '⻤鬼',
      '⻥鱼',
      '⻦鸟',
      '⻧卤',
      '⻨麦',
      '⻩黄',
      '⻪黾',
      '⻬齐',
      '⻮齿',
      '⻰龙',
    ],
  ].map((pair): [string, string] => [pair.slice(0, 1), pair.slice(1)]),
);

/** CJK Radicals Supplement, Kangxi Radicals, CJK Compatibility Ideographs. */
const STAND_IN = /[\u2e80-\u2fdf\uf900-\ufaff]/g;

/**
 * The text in the characters that people write. Fonts draw a radical and its character with one glyph (⼊ and 入); producers that make the
 * ToUnicode map from the font's own table then name the radical, and no search for 收入 finds the cell.
 */
export function replaceRadicals(text: string): string {
  return text.replace(STAND_IN, (sign) => CHARACTER_BY_RADICAL.get(sign) ?? sign.normalize('NFKC'));
}
