import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { labelNames, wordingOf } from '../../../src/webview/wording';

const hostCode = readFileSync(join(__dirname, '../../../src/host/readerLabels.ts'), 'utf8');
const hostLabels = hostCode.slice(hostCode.indexOf('function readerLabels'), hostCode.indexOf('function readerReasons'));

describe('the words of the reader page', () => {
  it('are those that the host gives, no more and no fewer', () => {
    const given = [...hostLabels.matchAll(/^ {4}(\w+): (?:vscode\.l10n\.t|scriptWords)\(/gm)].map(([, name]) => name);
    assert.deepEqual(given.sort(), [...labelNames].sort());
  });

  it('take their values at the places of the translation', () => {
    assert.equal(wordingOf({ site: '存自 {0}' })('site', '某站'), '存自 某站');
  });

  it('show the name of a label that did not arrive', () => {
    assert.equal(wordingOf({})('quote'), 'quote');
  });
});
