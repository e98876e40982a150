/** Data on its way into a page. */

/** What ends a script element or a line of one, and `&`, as some readers of HTML would resolve entities. */
const MARKUP = /[<>&\u2028\u2029]/g;
/** Control characters, and those that turn the direction of what follows: nothing that a page should do because a file is named so. */
const UNPRINTABLE = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/** JSON that may stand in a script element: no text of a document can end the element, and unprintable characters are spaces. */
export function toScriptJson(data: unknown): string {
  const json = JSON.stringify(data, (_, value: unknown) =>
    typeof value === 'string' ? value.replace(UNPRINTABLE, ' ') : value,
  );
  return json.replace(MARKUP, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
