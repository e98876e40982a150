/** What has to be said before the codes that were found. */
import {
  bearsName,
  findNamesake,
  readCodeAndName,
  type Codebook,
  type CodeAndName,
  type FoundCode,
} from '../../../transforms/index.js';
import { nameInYear } from './words.js';

/** Codes named in a note. */
const MOST_BEARERS = 3;

/** How the shown codes fit what was asked for; `found` are all hits, of which the code asked for may be the only one shown. */
export function notesOn(
  found: readonly FoundCode[],
  shown: readonly FoundCode[],
  text: string,
  codebook: Codebook,
  year: number | null,
): readonly string[] {
  const every = (holds: (entry: FoundCode) => boolean): boolean => shown.every(holds);
  const both = readCodeAndName(text);
  const name = both?.name ?? text;
  return [
    ...(both === null ? [] : notesOnPair(both, found, year)),
    ...(every(({ match }) => match === 'similar') ? ['no code or name fits; near names:'] : []),
    ...(every(({ match }) => match === 'part') ? [`no code is named ${name}; names that contain it:`] : []),
    ...(every(({ match }) => match === 'old_name') ? [`${name} is a former name or an alias:`] : []),
    ...(every(({ inForce }) => inForce === false)
      ? [...namesakes(shown, codebook, year), `nothing that fits was in force in ${year ?? ''}; in other years:`]
      : []),
  ];
}

/** Whether a code and a name that were typed together belong together. */
function notesOnPair({ code, name }: CodeAndName, found: readonly FoundCode[], year: number | null): readonly string[] {
  const own = found.filter(({ match }) => match === 'code');
  if (own.length === 0) return [`no code ${code}${year === null ? '' : ` in ${year}`}; by the name ${name}:`];
  if (own.some((entry) => bearsName(entry, name))) return [];
  const others = found.filter(({ match }) => match !== 'code');
  if (others.length === 0) return [`${code} is not named ${name}, nor is any other code`];
  const bearers = others.slice(0, MOST_BEARERS).map((entry) => `${entry.code} ${nameInYear(entry, year)}`);
  const more = others.length > MOST_BEARERS ? ` and ${others.length - MOST_BEARERS} more` : '';
  return [`${code} is not named ${name}; that is the name of ${bearers.join(', ')}${more}`];
}

/** The codes that had the names in the year asked for. */
function namesakes(shown: readonly FoundCode[], codebook: Codebook, year: number | null): readonly string[] {
  if (year === null) return [];
  return shown.flatMap((entry) => {
    const namesake = findNamesake(codebook, entry, year);
    return namesake === null ? [] : [`in ${year}, ${entry.name} is ${namesake.code}`];
  });
}
