import assert from 'node:assert/strict';
import * as vscode from 'vscode';

interface PackageJson { readonly contributes: { readonly commands: readonly { readonly command: string }[] } }

const extension = () => {
  const found = vscode.extensions.getExtension('seedbed.seedbed');
  assert.ok(found, 'Seedbed is not installed in this window');
  return found;
};

describe('activation', () => {
  it('ends without an error', async () => {
    await extension().activate();
    assert.equal(extension().isActive, true);
  });

  it('registers every command that package.json promises', async () => {
    await extension().activate();
    const registered = new Set(await vscode.commands.getCommands(true));
    const promised = (extension().packageJSON as PackageJson).contributes.commands.map(({ command }) => command);
    assert.deepEqual(promised.filter(command => !registered.has(command)), []);
  });
});
