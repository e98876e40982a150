/**
 * The items of a stream, each while the next one is already asked for: whoever makes them need not wait for whoever takes them, by one item.
 *
 * Given up in between it does not wait for the item that was asked for; how that ends is told to nobody.
 *
 * @throws what the stream throws, once the items before are taken
 */
export async function* readAhead<T>(items: AsyncIterable<T>): AsyncGenerator<T> {
  const source = items[Symbol.asyncIterator]();
  const ask = (): Promise<IteratorResult<T>> => {
    const asked = source.next();
    // It may fail before anybody waits for it.
    asked.catch(() => undefined);
    return asked;
  };
  let next = ask();
  try {
    for (let item = await next; !item.done; item = await next) {
      next = ask();
      yield item.value;
    }
  } finally {
    source.return?.().catch(() => undefined);
  }
}
