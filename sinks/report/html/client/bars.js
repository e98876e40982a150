/** Shares as bars. */
import { element } from './elements.js';
import { count, percent } from './figures.js';
import { say } from './language.js';

/** @typedef {import('../../page/types.js').Confidences} Confidences */
/** @typedef {import('../../page/types.js').Outcomes} Outcomes */
/** @typedef {'proven' | 'consistent' | 'suspect' | 'pass' | 'pass_within_rounding' | 'fail' | 'not_applicable'} Part */
/** @typedef {readonly (readonly [part: Part, size: number])[]} Parts */

/** @param {Confidences} of @returns {Parts} */
export function confidenceParts({ proven, consistent, suspect }) {
  return [
    ['proven', proven],
    ['consistent', consistent],
    ['suspect', suspect],
  ];
}

/** @param {Outcomes} of @returns {Parts} */
export function outcomeParts(of) {
  return [
    ['pass', of.pass],
    ['pass_within_rounding', of.pass_within_rounding],
    ['fail', of.fail],
    ['not_applicable', of.not_applicable],
  ];
}

/** @param {Parts} parts */
export function sum(parts) {
  return parts.reduce((total, [, size]) => total + size, 0);
}

/** A bar whose pieces are as long as their shares; its words say the same. @param {Parts} parts */
export function bar(parts) {
  const told = parts.filter(([, size]) => size > 0);
  const text = told.map(([part, size]) => `${say(part)} ${count(size)}`).join(' · ');
  const pieces = told.map(([part, size]) => {
    const piece = element('span', { class: `piece ${part}` });
    piece.style.flexGrow = String(size);
    return piece;
  });
  return element('span', { class: 'bar', role: 'img', 'aria-label': text, title: text }, pieces);
}

/** What the colours of a bar mean, with the figures. @param {Parts} parts */
export function legend(parts) {
  const whole = sum(parts);
  const items = parts
    .filter(([part, size]) => size > 0 || part !== 'not_applicable')
    .map(([part, size]) => {
      const means = part === 'proven' || part === 'consistent' || part === 'suspect' ? say(`${part}Means`) : '';
      return element('li', { class: part, title: means }, [
        element('span', { class: `swatch ${part}` }),
        element('span', { class: 'name' }, [say(part)]),
        element('b', {}, [count(size)]),
        element('span', { class: 'share' }, [percent(size, whole)]),
      ]);
    });
  return element('ul', { class: 'legend' }, items);
}
