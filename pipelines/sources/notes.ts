/** What a person should know of a place that was walked, though it is no fault: that nothing was found there, that names were passed over. */

/** A line for the log, at level info. */
export interface SourceNote {
  readonly code: 'no-documents' | 'files-passed-over';
  /** The fact in a sentence, without the place. */
  readonly message: string;
  /** The folder or archive, `stdin:` for standard input. */
  readonly uri: string;
}

export type OnNote = (note: SourceNote) => void;

/** Told of each name that a walk passes over, with the reason: `hidden`, or an extension such as `.md`. */
export type OnPassOver = (reason: string) => void;

/** The items of `walk` as they come; once it has ended, `onNote` is told of its passed over names and, where it gave nothing, of that. */
export async function* withNotes<T>(
  uri: string,
  walk: (onPassOver: OnPassOver) => AsyncIterable<T>,
  onNote: OnNote,
): AsyncGenerator<T> {
  const passedOver = new Map<string, number>();
  let isEmpty = true;
  for await (const item of walk((reason) => passedOver.set(reason, (passedOver.get(reason) ?? 0) + 1))) {
    isEmpty = false;
    yield item;
  }
  if (passedOver.size > 0) onNote({ code: 'files-passed-over', message: describe(passedOver), uri });
  if (isEmpty) onNote({ code: 'no-documents', message: 'the input holds no documents', uri });
}

function describe(passedOver: ReadonlyMap<string, number>): string {
  const total = [...passedOver.values()].reduce((sum, count) => sum + count, 0);
  const parts = [...passedOver].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([reason, count]) => `${count} ${reason}`);
  return `${total} ${total === 1 ? 'name was' : 'names were'} passed over as no documents: ${parts.join(', ')}`;
}
