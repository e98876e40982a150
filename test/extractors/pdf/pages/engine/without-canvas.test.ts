import { expect, it } from 'vitest';
import { loadWithoutCanvas } from '../../../../../extractors/pdf/pages/engine/without-canvas.js';

const hasMatrix = (): boolean => Reflect.has(globalThis, 'DOMMatrix');

it('gives pdf.js what it draws with while it is loaded, where no canvas does', async () => {
  const before = Reflect.get(globalThis, 'DOMMatrix') as unknown;
  Reflect.deleteProperty(globalThis, 'DOMMatrix');
  const notInstalled = (): unknown => {
    throw new Error('Cannot find module');
  };
  expect(await loadWithoutCanvas(() => Promise.resolve(hasMatrix()), notInstalled)).toBe(true);
  expect(hasMatrix()).toBe(false);
  expect(
    await loadWithoutCanvas(
      () => Promise.resolve(hasMatrix()),
      () => ({}),
    ),
  ).toBe(false);
  if (before !== undefined) Reflect.set(globalThis, 'DOMMatrix', before);
});
