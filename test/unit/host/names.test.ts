import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands, contexts, settings, views } from '../../../src/host/names';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when?: string }[]>>;
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
  };
}
const text = readFileSync(join(__dirname, '../../../package.json'), 'utf8');
const { contributes } = JSON.parse(text) as Manifest;

describe('names shared with package.json', () => {
  it('declares every command that is registered, and no other', () => {
    assert.deepEqual(contributes.commands.map(each => each.command).sort(), Object.values(commands).sort());
  });
  it('uses only declared commands in menus', () => {
    const declared: readonly string[] = Object.values(commands);
    const used = Object.values(contributes.menus).flat().map(each => each.command);
    assert.deepEqual(used.filter(command => !declared.includes(command)), []);
  });
  it('declares every setting that is read, and no other', () => {
    assert.deepEqual(Object.keys(contributes.configuration.properties).sort(), Object.values(settings).sort());
  });
  it('declares the views', () => assert.deepEqual(contributes.views['seedbed']?.map(each => each.id), [views.sources, views.cited, views.shared]));
  it('knows every context that a when clause asks for', () => {
    const known: readonly string[] = [...Object.values(contexts), ...Object.values(views), ...Object.values(commands), ...Object.values(settings)];
    const clauses = [...text.matchAll(/"when": "((?:[^"\\]|\\.)*)"/g)].map(match => match[1] as string);
    const asked = clauses.flatMap(clause => clause.match(/seedbed\.[\w.]+/g) ?? []);
    assert.deepEqual([...new Set(asked)].filter(name => !known.includes(name)), []);
  });
});
