/** Elements made by code: what documents say becomes text, never markup. */

/**
 * An element with attributes, listeners (`onclick`) and children; `null` children are left out.
 *
 * @param {string} tag
 * @param {Readonly<Record<string, string | boolean | ((event: Event) => void)>>} [attributes] true sets an attribute without a value, false none
 * @param {readonly (Node | string | null)[]} [children]
 * @returns {HTMLElement}
 */
export function element(tag, attributes = {}, children = []) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name.slice(2), value);
    else if (value !== false) made.setAttribute(name, value === true ? '' : value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/**
 * Words that stand for themselves, whatever the direction of their script.
 *
 * @param {string} name class
 * @param {string} text
 */
export function words(name, text) {
  return element('bdi', { class: name }, [text]);
}
