import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const json = (path: string): Record<string, string> => JSON.parse(read(path)) as Record<string, string>;
const languages = ['zh-cn', 'zh-tw'];

/** Every literal text that the host hands to `l10n.t`. */
function hostTexts(): string[] {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'));
  const calls = files.flatMap(file => [...read(join('src', file)).matchAll(/l10n\.t\(\s*(?:'((?:[^'\\]|\\.)*)'|(.{0,30}))/g)].map(match => ({ file, text: match[1], other: match[2] })));
  const dynamic = calls.filter(call => call.text === undefined);
  assert.deepEqual(dynamic, [], 'texts must be literal, or they are never translated');
  return [...new Set(calls.map(call => (call.text as string).replace(/\\(.)/g, '$1')))].sort();
}

const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

describe('translations', () => {
  for (const language of languages) {
    it(`has every text of the host in ${language}, and no other`, () => {
      assert.deepEqual(Object.keys(json(`l10n/bundle.l10n.${language}.json`)).sort(), hostTexts());
    });
    it(`keeps the placeholders in ${language}`, () => {
      for (const [english, translated] of Object.entries(json(`l10n/bundle.l10n.${language}.json`))) assert.deepEqual(placeholders(translated), placeholders(english), english);
    });
    it(`has every text of package.json in ${language}`, () => {
      assert.deepEqual(Object.keys(json(`package.nls.${language}.json`)).sort(), Object.keys(json('package.nls.json')).sort());
    });
  }
  it('has a text for every key in package.json, and no key to spare', () => {
    const used = [...new Set([...read('package.json').matchAll(/"%([\w.]+)%"/g)].map(match => match[1] as string))].sort();
    assert.deepEqual(Object.keys(json('package.nls.json')).sort(), used);
  });
});
