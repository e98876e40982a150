/** The data of the page, as `renderPage` put it there. */

/** @typedef {import('../../page/types.js').PageData} PageData */

/** What the type says is what the program that wrote the page has put there: one file holds both. */
export const data = /** @type {PageData} */ (JSON.parse(document.getElementById('data')?.textContent ?? ''));
