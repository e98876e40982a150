/** Numbers as Word writes them in automatic numbering (ISO/IEC 29500-1, 17.18.59 ST_NumberFormat). */

const DIGITS = Array.from('〇一二三四五六七八九');
const LEGAL_SIMPLIFIED = Array.from('零壹贰叁肆伍陆柒捌玖');
const LEGAL_TRADITIONAL = Array.from('零壹貳參肆伍陸柒捌玖');
const STEMS = Array.from('甲乙丙丁戊己庚辛壬癸');
const BRANCHES = Array.from('子丑寅卯辰巳午未申酉戌亥');

const ROMAN: readonly (readonly [value: number, letters: string])[] = [
  [1000, 'M'],
  ...([
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
  ] as const),
  ...([
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
  ] as const),
  ...([
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as const),
];
/** Beyond, Word itself gives up on letters and Roman numerals. */
const MOST_LETTERS = 780;
const MOST_ROMAN = 32_767;

type Format = (value: number) => string;

const FORMATS: ReadonlyMap<string, Format> = new Map<string, Format>([
  ['none', () => ''],
  ['upperRoman', toRoman],
  ['lowerRoman', (value) => toRoman(value).toLowerCase()],
  ['upperLetter', toLetters],
  ['lowerLetter', (value) => toLetters(value).toLowerCase()],
  ['ordinal', toOrdinal],
  ['decimalZero', (value) => String(value).padStart(2, '0')],
  ['decimalFullWidth', toFullWidth],
  ['decimalFullWidth2', toFullWidth],
  ['decimalEnclosedCircle', enclosed(0x2460, 20)],
  ['decimalEnclosedCircleChinese', enclosed(0x2460, 20)],
  ['decimalEnclosedParen', enclosed(0x2474, 20)],
  ['decimalEnclosedFullstop', enclosed(0x2488, 20)],
  ['ideographEnclosedCircle', enclosed(0x3280, 10)],
  ['numberInDash', (value) => `- ${value} -`],
  ['chineseCounting', toCounting],
  ['taiwaneseCounting', toCounting],
  ['chineseCountingThousand', toThousands(DIGITS, '十百千万', '零')],
  ['taiwaneseCountingThousand', toThousands(DIGITS, '十百千萬', '零')],
  ['japaneseCounting', toThousands(DIGITS, '十百千万', '')],
  ['chineseLegalSimplified', toThousands(LEGAL_SIMPLIFIED, '拾佰仟万', '零')],
  ['ideographLegalTraditional', toThousands(LEGAL_TRADITIONAL, '拾佰仟萬', '零')],
  ['ideographDigital', toDigits],
  ['japaneseDigitalTenThousand', toDigits],
  ['taiwaneseDigital', toDigits],
  ['ideographTraditional', oneOf(STEMS)],
  ['ideographZodiac', oneOf(BRANCHES)],
  [
    'ideographZodiacTraditional',
    (value) => `${oneOf(STEMS)(((value - 1) % 10) + 1)}${oneOf(BRANCHES)(((value - 1) % 12) + 1)}`,
  ],
]);

/** A number in one of Word's formats; decimal where the format is not known, or has no sign for a number so large. */
export function formatNumber(value: number, format: string): string {
  return (FORMATS.get(format) ?? String)(value) || (format === 'none' ? '' : String(value));
}

function toRoman(value: number): string {
  if (value > MOST_ROMAN) return '';
  let [rest, text] = [value, ''];
  for (const [step, letters] of ROMAN) {
    text += letters.repeat(Math.floor(rest / step));
    rest %= step;
  }
  return text;
}

/** A … Z, AA, BB … ZZ, AAA: the letter is repeated. */
function toLetters(value: number): string {
  if (value < 1 || value > MOST_LETTERS) return '';
  return String.fromCodePoint(0x41 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

function toOrdinal(value: number): string {
  const isTeen = Math.floor(value / 10) % 10 === 1;
  return `${value}${isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')}`;
}

function toFullWidth(value: number): string {
  return String(value).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
}

function enclosed(first: number, count: number): Format {
  return (value) => (value >= 1 && value <= count ? String.fromCodePoint(first + value - 1) : '');
}

function oneOf(signs: readonly string[]): Format {
  return (value) => signs[value - 1] ?? '';
}

function toDigits(value: number): string {
  return String(value).replace(/\d/g, (digit) => DIGITS[Number(digit)] ?? digit);
}

/** 一 … 九十九, from a hundred on digit by digit (一〇〇). */
function toCounting(value: number): string {
  return value < 100 ? toThousands(DIGITS, '十百千万', '零')(value) : toDigits(value);
}

/** 一千零二十: digits with their places, one sign for the noughts between them; 十 alone for ten to nineteen in the plain digits. */
function toThousands(digits: readonly string[], places: string, nought: string): Format {
  const [ten = '', hundred = '', thousand = '', tenThousand = ''] = Array.from(places);
  const ranks = [tenThousand, thousand, hundred, ten, ''];
  return (value) => {
    if (value < 1 || value > 99_999) return value === 0 ? (digits[0] ?? '') : '';
    let text = '';
    let isGap = false;
    Array.from(String(value).padStart(5, '0')).forEach((digit, place) => {
      if (digit === '0') isGap = text !== '';
      else {
        text += `${isGap ? nought : ''}${digits[Number(digit)] ?? ''}${ranks[place] ?? ''}`;
        isGap = false;
      }
    });
    return digits === DIGITS ? text.replace(/^一十/, '十') : text;
  };
}
