/** pdf.js where `@napi-rs/canvas`, which it draws with, is not installed: an optional dependency, without a build for every machine. */

const CANVAS = '@napi-rs/canvas';

/** What pdf.js takes from the canvas; only the first is used before anything is drawn, and the others warn when they are missing. */
const DRAWING = ['DOMMatrix', 'ImageData', 'Path2D'];

/** Loads pdf.js; where nothing gives it the classes that it draws with, they are there while it is loaded, as empty ones. */
export async function loadWithoutCanvas<T>(
  load: () => Promise<T>,
  requireThere: (name: string) => unknown,
): Promise<T> {
  const missing = hasCanvas(requireThere) ? [] : DRAWING.filter((name) => !Reflect.has(globalThis, name));
  for (const name of missing) Reflect.set(globalThis, name, Object);
  try {
    return await load();
  } finally {
    for (const name of missing) Reflect.deleteProperty(globalThis, name);
  }
}

function hasCanvas(requireThere: (name: string) => unknown): boolean {
  try {
    requireThere(CANVAS);
    return true;
  } catch {
    return false;
  }
}
