/** Largest file that is read as a source, in bytes; a page beyond it is no article, and would hold the library up for seconds. */
export const MAX_SOURCE_BYTES = 20 * 1024 * 1024;

/** Characters of the body that a summary quotes: at least, and at most. */
export const LEAD_LENGTH = { least: 200, most: 300 } as const;
