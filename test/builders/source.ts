/** Sources that lie nowhere. */

/** What a source has that is neither on disk nor in an archive, and of which no manifest speaks. */
export const NOWHERE = { file: null, container: null, metadata: null, fetchedAt: null } as const;
