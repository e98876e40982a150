import { describe, expect, it } from 'vitest';
import { UsageError } from '../../pipelines/cli/exit.js';
import { parseLimit, passedLimits } from '../../pipelines/cli/limits.js';
import { optionChoice, optionText, optionTexts, optionYear } from '../../pipelines/cli/options.js';

describe('options', () => {
  it('come as typed, numbers too', () => {
    expect(optionText(['run', '--out', '007', 'x'], 'out')).toBe('007');
    expect(optionText(['--out=1e3', '--out', 'b'], 'out')).toBe('b');
    expect(optionTexts(['--fail-on', 'a', '--fail-on=b=c', '--', '--fail-on', 'd'], 'fail-on')).toEqual(['a', 'b=c']);
    expect(optionText(['--output', 'x'], 'out')).toBeNull();
  });

  it('are one of the words they may be', () => {
    expect(optionChoice(['--format', 'md'], 'format', ['json', 'md'], 'json')).toBe('md');
    expect(optionChoice([], 'format', ['json', 'md'], 'json')).toBe('json');
    expect(() => optionChoice(['--format', 'pdf'], 'format', ['json', 'md'], 'json')).toThrow(UsageError);
    expect(optionYear(['--year', '2024'], 'year')).toBe(2024);
    expect(() => optionYear(['--year', '２０２４'], 'year')).toThrow(UsageError);
  });
});

describe('limits', () => {
  it('are passed by more, not by as many', () => {
    const limits = [parseLimit('suspect:3'), parseLimit('quarantined:0')];
    const found = {
      suspect: 3,
      quarantined: 0,
      gone: 1,
      'failed-checks': 9,
      'without-text': 1,
      'without-converter': 1,
    };
    expect(passedLimits(limits, found)).toEqual([]);
    expect(passedLimits(limits, { ...found, suspect: 4 })).toEqual(['suspect: 4, more than the limit of 3']);
  });

  it.each(['suspect', 'suspect:', 'suspect:-1', 'suspects:1', 'suspect:1.5'])('refuse %j', (text) => {
    expect(() => parseLimit(text)).toThrow(UsageError);
  });
});
