import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeNotices } from '../../scripts/notices.mjs';

describe('the notices of what comes with the programs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'notices-')), file = join(folder, 'notices.txt');
  after(() => rmSync(folder, { recursive: true }));

  it('hold the licence of every package whose code or data is in them, once', async () => {
    await writeNotices([{ inputs: { 'node_modules/yaml/dist/index.js': {}, 'node_modules/yaml/dist/doc.js': {}, 'src/extension.ts': {} } }], file);
    const text = readFileSync(file, 'utf8');
    assert.deepEqual(text.match(/^[a-z-]+ \d+\.\d+\.\d+ \(.*\)$/gm)?.map(line => line.split(' ')[0]), ['opencc-js', 'pinyin-pro', 'yaml']);
    assert.match(text, /Permission to use, copy, modify/);
    assert.match(text, /Apache License/);
  });
});
