/** The data of the page, as `renderPage` put it there. */

/** @typedef {import('../../page/types.js').PageData} PageData */

// The program that wrote the type wrote this text, in the same file.
// eslint-disable-next-line @typescript-eslint/no-unsafe-assignment
export const data = /** @type {PageData} */ (JSON.parse(document.getElementById('data')?.textContent ?? ''));
