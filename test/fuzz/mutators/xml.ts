/** Damage to XML that leaves most of it well-formed, so that what stands behind the parser is reached. */
import type { Random } from '../../calibration/random.js';
import { ASCII_NUMBERS, inflateNumbers } from './bytes.js';
import { choose } from './choose.js';
import { TEXT_MUTATIONS, type TextMutation } from './text.js';

/** An element in its text: from `start` up to, not including, `end`. */
interface Element {
  readonly start: number;
  readonly end: number;
}

/** Elements that move what stands in a table or a list, or hide it. */
const AWKWARD = [
  '<w:gridSpan w:val="99999"/>',
  '<w:gridSpan w:val="0"/>',
  '<w:gridBefore w:val="5000"/>',
  '<w:vMerge/>',
  '<w:vMerge w:val="restart"/>',
  '<w:hMerge w:val="continue"/>',
  '<w:tcW w:w="-2147483648" w:type="dxa"/>',
  '<w:tab/>',
  '<w:br/>',
  '<w:vanish/>',
  '<w:numPr><w:ilvl w:val="9"/><w:numId w:val="1"/></w:numPr>',
  '<w:fldChar w:fldCharType="begin"/>',
  '<w:fldChar w:fldCharType="end"/>',
  '<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>',
  '<w:tr/>',
  '<w:del><w:r><w:delText>1.00</w:delText></w:r></w:del>',
  '<!-- -->',
  '<![CDATA[<w:tr>]]>',
  '&#0;',
  '&#x1F4B0;',
  '&nothing;',
  '</w:p>',
] as const;

/** By name. */
export const XML_MUTATIONS = {
  'attribute-numbers': (xml, random) => inflateNumbersIn(xml, random, /"-?\d+"/g),
  'attributes-exchanged': (xml, random) => {
    const values = [...xml.matchAll(/="[^"]*"/g)];
    const [one, two] = [random.pick(values), random.pick(values)];
    return one && two ? replace(xml, { start: one.index, end: one.index + one[0].length }, two[0]) : xml;
  },
  'attribute-removed': (xml, random) => {
    const attribute = random.pick([...xml.matchAll(/ [\w:]+="[^"]*"/g)]);
    return attribute ? replace(xml, { start: attribute.index, end: attribute.index + attribute[0].length }, '') : xml;
  },
  'element-removed': (xml, random) => onElement(xml, random, () => ''),
  'element-repeated': (xml, random) =>
    onElement(xml, random, (element) =>
      element.repeat(Math.min(random.between(2, 300), Math.ceil(2e5 / element.length))),
    ),
  'element-nested': (xml, random) =>
    onElement(xml, random, (element) => {
      const name = /^<([\w:]+)/.exec(element)?.[1] ?? 'w:p';
      const deep = random.happens(0.2) ? 5_000 : random.between(1, 40);
      return `<${name}>`.repeat(deep) + element + `</${name}>`.repeat(deep);
    }),
  'element-in-another': (xml, random) => {
    const moved = drawElement(xml, random);
    const target = drawElement(xml, random);
    return moved && target ? replace(xml, target, xml.slice(moved.start, moved.end)) : xml;
  },
  'elements-exchanged': (xml, random) => {
    const [one, two] = [drawElement(xml, random), drawElement(xml, random)];
    if (!one || !two || one.end > two.start) return xml;
    const changed = replace(xml, two, xml.slice(one.start, one.end));
    return replace(changed, one, xml.slice(two.start, two.end));
  },
  'element-renamed': (xml, random) => {
    const [one, two] = [drawElement(xml, random), drawElement(xml, random)];
    const name = two && /^<([\w:]+)/.exec(xml.slice(two.start, two.end))?.[1];
    if (!one || !name) return xml;
    const element = xml.slice(one.start, one.end);
    return replace(xml, one, element.replace(/^<[\w:]+/, `<${name}`).replace(/<\/[\w:]+>$/, `</${name}>`));
  },
  'awkward-elements': (xml, random) => {
    let changed = xml;
    for (let left = random.between(1, 6); left > 0; left -= 1) {
      const tag = random.pick([...changed.matchAll(/>/g)]);
      const at = (tag?.index ?? 0) + 1;
      changed = changed.slice(0, at) + choose(random, AWKWARD) + changed.slice(at);
    }
    return changed;
  },
  'text-of-elements': (xml, random, other) => {
    const mutate = choose(random, TEXT_MUTATION_LIST);
    const share = choose(random, [0.02, 0.2, 1]);
    return xml.replace(/(?<=<w:t(?: [^>]*)?>)[^<]+(?=<)/g, (text) =>
      random.happens(share) ? escape(mutate(text, random, other.slice(0, 500))).slice(0, 5_000) : text,
    );
  },
  'tag-removed': (xml, random) => {
    const tag = random.pick([...xml.matchAll(/<[^>]+>/g)]);
    return tag ? replace(xml, { start: tag.index, end: tag.index + tag[0].length }, '') : xml;
  },
  entities: (xml) =>
    xml.replace(
      /\?>/,
      '?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/hostname">]>',
    ),
} as const satisfies Readonly<Record<string, TextMutation>>;

const TEXT_MUTATION_LIST: readonly [TextMutation, ...TextMutation[]] = [
  TEXT_MUTATIONS['figures-replaced'],
  ...Object.values(TEXT_MUTATIONS),
];

function inflateNumbersIn(xml: string, random: Random, pattern: RegExp): string {
  const places = [...xml.matchAll(pattern)];
  let changed = xml;
  for (let left = random.between(1, 5); left > 0; left -= 1) {
    const place = random.pick(places);
    if (place && changed.startsWith(place[0], place.index))
      changed = replace(
        changed,
        { start: place.index, end: place.index + place[0].length },
        inflateNumbers(place[0], random, ASCII_NUMBERS),
      );
  }
  return changed;
}

function onElement(xml: string, random: Random, change: (element: string) => string): string {
  const element = drawElement(xml, random);
  return element ? replace(xml, element, change(xml.slice(element.start, element.end))) : xml;
}

/** A whole element below the root, as a rule a small one; null where there is none. */
function drawElement(xml: string, random: Random): Element | null {
  const opening = random.pick([...xml.matchAll(/<[\w:]+(?: [^>]*)?>/g)].slice(1));
  if (!opening) return null;
  const start = opening.index;
  if (opening[0].endsWith('/>')) return { start, end: start + opening[0].length };
  const name = /^<([\w:]+)/.exec(opening[0])?.[1] ?? '';
  let depth = 0;
  for (const tag of xml.slice(start).matchAll(new RegExp(`<(/?)${name}(?: [^>]*?)?(/?)>`, 'g'))) {
    if (tag[1] === '/') depth -= 1;
    else if (tag[2] !== '/') depth += 1;
    if (depth === 0) return { start, end: start + tag.index + tag[0].length };
  }
  return null;
}

function replace(text: string, { start, end }: Element, replacement: string): string {
  return text.slice(0, start) + replacement + text.slice(end);
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
