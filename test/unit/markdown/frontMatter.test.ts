import assert from 'node:assert/strict';
import type { Edit } from '../../../src/core/document';
import { bibliographyOf, withBibliography } from '../../../src/core/markdown/frontMatter';

const apply = (text: string, edits: readonly Edit[]): string =>
  edits.reduceRight((changed, { span, text: added }) => changed.slice(0, span.start) + added + changed.slice(span.end), text);
const added = (note: string, path = 'refs.json'): string => apply(note, withBibliography(note, path));

describe('the bibliography a note names', () => {
  it('is one file or a list', () => {
    assert.deepEqual(bibliographyOf('---\nbibliography: a.json\n---\n'), ['a.json']);
    assert.deepEqual(bibliographyOf('---\nbibliography: [a.json, "b c.json"]\n---\n'), ['a.json', 'b c.json']);
    assert.deepEqual(bibliographyOf('---\nbibliography:\n  - a.json\n  - b.json\n...\n'), ['a.json', 'b.json']);
  });
  it('is none where the note has no front matter, names none, or is broken', () => {
    for (const note of ['', 'text', '---\ntitle: x\n---\n', '---\nbibliography:\n---\n', '---\na: [\n---\n', '---\nbibliography: a.json\n', '---\nbibliography: 3\n---\n']) assert.deepEqual(bibliographyOf(note), []);
  });
});

describe('naming a bibliography in a note', () => {
  it('makes front matter where there is none', () => assert.equal(added('# 标题\n'), '---\nbibliography: refs.json\n---\n\n# 标题\n'));
  it('makes it in an empty note', () => assert.equal(added(''), '---\nbibliography: refs.json\n---\n'));
  it('adds a line and keeps comments and order', () => {
    assert.equal(added('---\n# mine\ntitle: "x"   # kept\n---\ntext'), '---\n# mine\ntitle: "x"   # kept\nbibliography: refs.json\n---\ntext');
  });
  it('adds a line to empty front matter', () => assert.equal(added('---\n---\n'), '---\nbibliography: refs.json\n---\n'));
  it('fills a field that was left empty', () => assert.equal(added('---\nbibliography:\ntitle: x\n---\n'), '---\nbibliography: refs.json\ntitle: x\n---\n'));
  it('makes a list beside a file named before', () => assert.equal(added('---\nbibliography: a.json # mine\n---\n'), '---\nbibliography: [a.json, refs.json] # mine\n---\n'));
  it('goes on with a list in brackets', () => assert.equal(added('---\nbibliography: [a.json]\n---\n'), '---\nbibliography: [a.json, refs.json]\n---\n'));
  it('goes on with a list of lines in its indentation', () => {
    assert.equal(added('---\nbibliography:\n    - a.json # first\ntitle: x\n---\n'), '---\nbibliography:\n    - a.json # first\n    - refs.json\ntitle: x\n---\n');
  });
  it('keeps Windows line ends', () => assert.equal(added('---\r\ntitle: x\r\n---\r\n'), '---\r\ntitle: x\r\nbibliography: refs.json\r\n---\r\n'));
  it('quotes a path that YAML would read otherwise', () => {
    for (const path of ['a: b.json', '../文献/参考.json', '#a.json', 'a,b.json', '1', 'x "y".json']) assert.deepEqual(bibliographyOf(added('---\nbibliography: [z.json]\n---\n', path)), ['z.json', path]);
  });
  it('changes nothing where it is named already', () => assert.deepEqual(withBibliography('---\nbibliography: refs.json\n---\n', 'refs.json'), []));
  it('changes nothing in front matter that is broken', () => assert.deepEqual(withBibliography('---\na: [\n---\n', 'refs.json'), []));
});
