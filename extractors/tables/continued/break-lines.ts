/** What the lines between two runs of rows say of whether the second goes on with the first. */
import { isLoneUnit, isUnitLine, namedUnits } from '../../../notation/money-units.js';
import { isSubtitle } from '../captions.js';
import { isCaption, isCodedName, isFormNumber, isNote, squeeze } from '../words.js';

/**
 * `nothing`: no words between; `captions`: what stands over the table stands there again; `marked`: 续表; `noted`: notes to the part above;
 * `apart`: words of another table or of the text, or a caption that says something else than the table's own (another department, unit, year,
 * number of form).
 */
export type BreakKind = 'nothing' | 'captions' | 'marked' | 'noted' | 'apart';

/** A mark that a table goes on: (续), 续表, 续表1, 续上表. */
const CONTINUED = /[（(]?(?:接|续)上?(?:表|页)?[\d一二三四五六七八九十]*(?:[-—.]\d+)*[)）]?$/;

/** @param lines between the two, furniture left out; `captions` the table's own */
export function judgeBreak(
  lines: readonly string[],
  { title, captions }: { readonly title: string | null; readonly captions: readonly string[] },
): BreakKind {
  const words = lines.filter((line) => squeeze(line) !== '');
  if (words.length === 0) return 'nothing';
  const name = baseName(title ?? '');
  const belongs = (line: string): boolean =>
    isMark(line, name) ||
    (name !== '' && baseName(line) === name) ||
    ((isCaption(line) || isCodedName(line) || isSubtitle(line)) && !isOther(line, captions));
  let isNoted = false;
  for (const line of words) {
    if (belongs(line)) continue;
    if (!isNote(line) || namesOtherUnit(line, captions)) return 'apart';
    isNoted = true;
  }
  if (words.some((line) => isMark(line, name))) return 'marked';
  return isNoted ? 'noted' : 'captions';
}

/** 以下各表金额以万元为单位 below a table in 元. */
function namesOtherUnit(note: string, captions: readonly string[]): boolean {
  const own = namedUnits(captions);
  return own.length > 0 && namedUnits([note]).some((unit) => !own.includes(unit));
}

/** 续表 alone, or behind the table's name. */
function isMark(line: string, name: string): boolean {
  const base = baseName(line);
  return base !== squeeze(line) && (base === '' || base === name);
}

function baseName(line: string): string {
  return squeeze(line).replace(CONTINUED, '');
}

/** Whether the table has a caption of a kind that the line has too, but not this one. */
function isOther(line: string, captions: readonly string[]): boolean {
  const all = captions.flatMap(captionsIn);
  return captionsIn(line).some((caption) => {
    const own = all.filter((other) => kindOf(other) === kindOf(caption));
    return own.length > 0 && !own.some((other) => squeeze(other) === squeeze(caption));
  });
}

/** The captions of a line, which may stand together in one place and apart in another: `部门：某市某局 单位：万元`. */
function captionsIn(line: string): readonly string[] {
  const captions: string[] = [];
  for (const word of line.trim().split(/\s+/)) {
    if (captions.length === 0 || isCaption(word)) captions.push(word);
    else captions.push(`${captions.pop() ?? ''}${word}`);
  }
  return captions;
}

/** What a caption speaks of: the words before its colon, or the form that it has. */
function kindOf(line: string): string {
  const word = squeeze(line);
  if (isFormNumber(word)) return 'form';
  if (isCodedName(word)) return 'department';
  if (/^[（(]?(?:19|20)\d\d年度?[)）]?$/.test(word)) return 'year';
  if (isUnitLine(word) || isLoneUnit(word)) return 'unit';
  const [label = word] = word.split(/[:(]/);
  return label;
}
