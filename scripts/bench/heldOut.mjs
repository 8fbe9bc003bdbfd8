import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../run.mjs';

const listed = new Set(JSON.parse(readFileSync(join(root, 'test/heldOutHosts.json'), 'utf8')).hosts);

/** Whether pages of a host are kept for the last measurement: those listed, and by the rule of the list any other whose FNV-1a hash is a multiple of five. */
export function isHeldOut(host) {
  return listed.has(host) || hashOf(host) % 5 === 0;
}

/** FNV-1a, 32 bit, of the name of a host. */
export function hashOf(host) {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(host, 'utf8')) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}
