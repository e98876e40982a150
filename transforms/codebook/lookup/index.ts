import { readPrintedCode } from '../printed-code.js';
import type { CodeCandidate, CodeQuery } from '../types.js';
import { lookupCode } from './by-code.js';
import { lookupName } from './by-name.js';
import type { SchemeIndex } from './scheme-index.js';

/**
 * Candidates for what a row prints, best first: by code (the name beside it confirming or not), else by name and context.
 * A code printed in one text with its name (`[2010301]行政运行`, in either field) is told apart first.
 */
export function lookup(query: CodeQuery, index: SchemeIndex): readonly CodeCandidate[] {
  const split = splitCodeFromName(query);
  return split.code == null ? lookupName(split, index) : lookupCode(split, index);
}

/** Shortest code that a name's own text may begin with; one or two digits there number the row. */
const SHORTEST_INLINE_CODE = 3;

function splitCodeFromName(query: CodeQuery): CodeQuery {
  if (query.code == null) {
    const { code, name } = readPrintedCode(query.name ?? '');
    return code !== null && code.length >= SHORTEST_INLINE_CODE ? { ...query, code, name } : query;
  }
  const { code, name } = readPrintedCode(query.code);
  return { ...query, code, name: query.name ?? name };
}
