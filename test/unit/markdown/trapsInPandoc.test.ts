import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPandoc } from '../../../scripts/pandoc.mjs';
import { readByPandoc, type ReadNote } from './readCitations';
import { locatorCases, trapCases } from './trapCases';

/** A style that, like those after GB/T 7714, prints no pages; it tells where it leaves one out. */
const STYLE = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>t</title><id>t</id><updated>2025-01-01T00:00:00+00:00</updated></info>
  <citation><layout prefix="(" suffix=")"><text variable="title"/><choose><if variable="locator"><text value=" PAGE"/></if></choose></layout></citation>
</style>
`;

/** The keys that pandoc cites in brackets; of several citations only where no key stands in the text. */
const inBrackets = (note: ReadNote): readonly string[] => (note.flat().some(({ mode }) => mode === 'in text') ? [] : note.flat().map(({ key }) => key));

async function printed(texts: readonly string[]): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'seedbed-style-'));
  try {
    writeFileSync(join(folder, 'style.csl'), STYLE);
    writeFileSync(join(folder, 'items.json'), JSON.stringify([{ id: 'key', type: 'webpage', title: 'T' }]));
    const options = ['--citeproc', '--csl', join(folder, 'style.csl'), '--bibliography', join(folder, 'items.json'), '--to', 'plain', '--wrap', 'none'];
    const done = spawnSync(await installPandoc(), options, { input: texts.join('\n\n'), encoding: 'utf8' });
    assert.equal(done.status, 0, done.error?.message ?? done.stderr);
    return done.stdout.trim().split('\n\n').slice(0, texts.length);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('traps, read by pandoc', function () {
  this.timeout(300_000);

  it('are no citations of these keys, until they are mended', async () => {
    const before = await readByPandoc(trapCases.map(({ written }) => written)), after = await readByPandoc(trapCases.map(({ fixed }) => fixed));
    trapCases.forEach(({ written, fixed, keys }, at) => {
      assert.notDeepEqual(inBrackets(before[at] ?? []), keys, `${written} is read as it was meant`);
      assert.deepEqual(inBrackets(after[at] ?? []), keys, fixed);
    });
  });

  it('take a place in the source for a page, unless it stands behind a full-width comma', async () => {
    for (const text of await printed(locatorCases.map(([written]) => written))) assert.match(text, /PAGE/);
    for (const text of await printed(locatorCases.map(([, fixed]) => fixed))) { assert.match(text, /，第?[35]/); assert.doesNotMatch(text, /PAGE/); }
  });

  it('hide a line from readers of CommonMark, but not from pandoc', async () => {
    const [asNote] = await readByPandoc(['[@key]: 很好']);
    assert.deepEqual(inBrackets(asNote ?? []), ['key']);
    const pandoc = await installPandoc();
    const shown = (text: string): string => spawnSync(pandoc, ['--from', 'commonmark', '--to', 'plain'], { input: text, encoding: 'utf8' }).stdout.trim();
    assert.equal(shown('[@key]: good'), '');
    for (const fixed of ['[@key]\\: good', '[@key]：很好']) assert.equal(shown(fixed), fixed.replace('\\', ''));
  });
});
