import { expect, test } from 'vitest';
import { RULES } from '../../../../transforms/checks/index.js';

test('every rule says what it means in both languages, and where it comes from', () => {
  for (const [id, rule] of Object.entries(RULES)) {
    expect(rule.zh, id).toMatch(/[\u4e00-\u9fff]/);
    expect(rule.en, id).toMatch(/^[^\u4e00-\u9fff].*\.$/);
    expect(rule.source, id).not.toBe('');
  }
});

test('what is computed from other figures proves nothing', () => {
  const derived = Object.entries(RULES).filter(([, { force }]) => force === 'derived');
  expect(derived.map(([id]) => id).sort()).toEqual([
    'change-limit',
    'code-name',
    'declared-none',
    'fund-limit',
    'growth',
    'share',
  ]);
});
