/** Addresses of archive members: each its own, and none that leads out of the archive. */
import { closeSegments } from './locations.js';
import { UriSet } from './uri-set.js';

/**
 * Gives the members of one archive their URIs, in the archive's order: `file:///…/a.zip!/b/c.txt`.
 *
 * A name that is met again gets `#2`, `#3` … (a `#` of the name itself is `%23`). A name with steps such as `../../c.txt` becomes one segment,
 * `..%2F..%2Fc.txt`, as `..` in a URI would be resolved by whoever parses it; a step of `.` means nothing and is left out.
 */
export function memberUris(archiveUri: string): (name: string) => string {
  const met = new UriSet();
  const repeated = new Map<string, number>();
  return (name) => {
    const uri = `${archiveUri}!/${encodePath(name)}`;
    if (met.add(uri)) return uri;
    const count = (repeated.get(uri) ?? 1) + 1;
    repeated.set(uri, count);
    return `${uri}#${count}`;
  };
}

function encodePath(name: string): string {
  const segments = name.split('/').filter((segment) => segment !== '.');
  return closeSegments(segments.map(encodeURIComponent).join(segments.includes('..') ? '%2F' : '/'));
}
