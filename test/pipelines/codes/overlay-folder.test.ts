import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findOverlayFolder } from '../../../pipelines/codes/index.js';

it('is the named one, else that of the environment, else in the data folder', () => {
  const env = { YUSUAN_CODES: '/a/codes', XDG_DATA_HOME: '/data' };
  expect(findOverlayFolder('mine/', env)).toEqual({ path: 'mine', isNamed: true, exists: false });
  expect(findOverlayFolder(null, env)).toEqual({ path: '/a/codes', isNamed: false, exists: false });
  expect(findOverlayFolder(null, { ...env, YUSUAN_CODES: '' }).path).toBe('/data/yusuan/codes');
  expect(findOverlayFolder(null, {}).path).toBe(join(homedir(), '.local', 'share', 'yusuan', 'codes'));
  expect(findOverlayFolder(import.meta.dirname, env)).toMatchObject({ isNamed: true, exists: true });
});

it('is none that tests of the program could find', () => {
  expect(findOverlayFolder(null)).toMatchObject({ isNamed: false, exists: false });
});
