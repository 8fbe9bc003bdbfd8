import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { levelOf, problemCodes, problemLevels } from '../../../src/core/cite/problems/problemCodes';

interface Schema { readonly default: unknown; readonly properties: Readonly<Record<string, { readonly enum: readonly string[] }>> }
const root = join(__dirname, '../../..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly contributes: { readonly configuration: { readonly properties: Readonly<Record<string, Schema>> } } };
const setting = manifest.contributes.configuration.properties['seedbed.citation.problems'];

describe('the codes of problems', () => {
  it('are those of the setting, at the same levels', () => {
    assert.deepEqual(setting?.default, problemCodes);
    assert.deepEqual(Object.keys(setting.properties), Object.keys(problemCodes));
    for (const { enum: levels } of Object.values(setting.properties)) assert.deepEqual(levels, problemLevels);
  });
  it('stand in the tables of the README', () => {
    const rows = [...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/^\| `((?:citation|bibliography|quote)-[a-z-]+)` \|/gm)].map(row => row[1]);
    assert.deepEqual(rows.sort(), Object.keys(problemCodes).sort());
  });
  it('take the level that was chosen, if it is one', () => {
    assert.equal(levelOf('citation-unknown', {}), 'warning');
    assert.equal(levelOf('citation-unknown', { 'citation-unknown': 'off' }), 'off');
    assert.equal(levelOf('citation-unknown', { 'citation-unknown': 'loud' }), 'warning');
  });
});
