import { join } from 'node:path';

/** The project's folder. */
export const root = join(__dirname, '..', '..');

/** Where the pictures of a run go. */
export const screenshots = join(root, 'out', 'screenshots');
