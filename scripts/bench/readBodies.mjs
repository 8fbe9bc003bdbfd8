import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isHeldOut } from './heldOut.mjs';

/** The lines of the body of every page of the text sets of `corpus` whose host is not held out, {host, lines}. */
export function readBodies(corpus) {
  const files = readdirSync(corpus).filter(name => /^text-.*\.jsonl$/.test(name)).sort();
  const rows = files.flatMap(name => readFileSync(join(corpus, name), 'utf8').split('\n').filter(Boolean).map(line => JSON.parse(line)));
  return rows.filter(({ host }) => !isHeldOut(host)).map(({ host, lines, body }) => ({ host, lines: lines.filter((_, at) => body[at]) }));
}
