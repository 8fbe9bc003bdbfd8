import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pageReport } from '../../pageReport';
import { read } from './read';

const folder = join(__dirname, '..', '..', 'fixtures', 'pages');

/** The text of a fixture; a page lies in `page.txt` or `page.html`, a clipping in `page.md`. */
function fixture(name: string): { readonly file: string; readonly text: string } {
  const file = readdirSync(join(folder, name)).find((entry) => entry.startsWith('page.'));
  assert.ok(file, `no page in ${name}`);
  return { file, text: readFileSync(join(folder, name, file), 'utf8') };
}

describe('judge, on pages of many kinds', () => {
  const names = readdirSync(folder).sort();
  it('has pages to read', () => assert.ok(names.length >= 15));
  for (const name of names) {
    it(`reads ${name} as a careful reader does`, () => {
      const { file, text } = fixture(name);
      assert.equal(pageReport(read(text, file)), readFileSync(join(folder, name, 'expected.txt'), 'utf8'));
    });
  }
});
