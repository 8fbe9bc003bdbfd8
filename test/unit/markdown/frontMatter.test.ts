import assert from 'node:assert/strict';
import type { Edit } from '../../../src/core/document';
import { readFrontMatter, withBibliography, withStyle } from '../../../src/core/markdown/frontMatter';

const apply = (text: string, edits: readonly Edit[]): string =>
  edits.reduceRight((changed, { span, text: added }) => changed.slice(0, span.start) + added + changed.slice(span.end), text);
const added = async (note: string, path = 'refs.json'): Promise<string> => apply(note, await withBibliography(note, path));

const bibliographyOf = async (note: string): Promise<readonly string[]> => (await readFrontMatter(note)).named.map(({ name }) => name);

describe('the bibliography a note names', () => {
  it('is one file or a list', async () => {
    assert.deepEqual(await bibliographyOf('---\nbibliography: a.json\n---\n'), ['a.json']);
    assert.deepEqual(await bibliographyOf('---\nbibliography: [a.json, "b c.json"]\n---\n'), ['a.json', 'b c.json']);
    assert.deepEqual(await bibliographyOf('---\nbibliography:\n  - a.json\n  - b.json\n...\n'), ['a.json', 'b.json']);
  });
  it('is found beside fields that YAML cannot resolve', async () => {
    assert.deepEqual(await bibliographyOf('---\ntitle: *Important*\nbibliography: a.json\n---\n'), ['a.json']);
  });
  it('is none where the note has no front matter, names none, or is broken', async () => {
    for (const note of ['', 'text', '---\ntitle: x\n---\n', '---\nbibliography:\n---\n', '---\na: [\n---\n', '---\nbibliography: a.json\n', '---\nbibliography: 3\n---\n']) assert.deepEqual(await bibliographyOf(note), []);
  });
});

describe('naming a bibliography in a note', () => {
  it('makes front matter where there is none', async () => assert.equal(await added('# 标题\n'), '---\nbibliography: refs.json\n---\n\n# 标题\n'));
  it('makes it in an empty note', async () => assert.equal(await added(''), '---\nbibliography: refs.json\n---\n'));
  it('adds a line and keeps comments and order', async () => {
    assert.equal(await added('---\n# mine\ntitle: "x"   # kept\n---\ntext'), '---\n# mine\ntitle: "x"   # kept\nbibliography: refs.json\n---\ntext');
  });
  it('adds a line to empty front matter', async () => assert.equal(await added('---\n---\n'), '---\nbibliography: refs.json\n---\n'));
  it('fills a field that was left empty', async () => assert.equal(await added('---\nbibliography:\ntitle: x\n---\n'), '---\nbibliography: refs.json\ntitle: x\n---\n'));
  it('makes a list beside a file named before', async () => assert.equal(await added('---\nbibliography: a.json # mine\n---\n'), '---\nbibliography: [a.json, refs.json] # mine\n---\n'));
  it('goes on with a list in brackets', async () => assert.equal(await added('---\nbibliography: [a.json]\n---\n'), '---\nbibliography: [a.json, refs.json]\n---\n'));
  it('goes on with a list of lines in its indentation', async () => {
    assert.equal(await added('---\nbibliography:\n    - a.json # first\ntitle: x\n---\n'), '---\nbibliography:\n    - a.json # first\n    - refs.json\ntitle: x\n---\n');
  });
  it('keeps Windows line ends', async () => assert.equal(await added('---\r\ntitle: x\r\n---\r\n'), '---\r\ntitle: x\r\nbibliography: refs.json\r\n---\r\n'));
  it('quotes a path that YAML would read otherwise', async () => {
    for (const path of ['a: b.json', '../文献/参考.json', '#a.json', 'a,b.json', '1', 'x "y".json']) assert.deepEqual(await bibliographyOf(await added('---\nbibliography: [z.json]\n---\n', path)), ['z.json', path]);
  });
  it('changes nothing where it is named already', async () => assert.deepEqual(await withBibliography('---\nbibliography: refs.json\n---\n', 'refs.json'), []));
  it('changes nothing where the name is written over several lines, or would be several in a list', async () => {
    for (const note of ['---\nbibliography: >-\n  a.yaml\n---\n', '---\nbibliography: my, refs.json\n---\n']) assert.deepEqual(await withBibliography(note, 'refs.json'), []);
  });
  it('changes nothing in front matter that is broken', async () => assert.deepEqual(await withBibliography('---\na: [\n---\n', 'refs.json'), []));
});

describe('what front matter says about citing', () => {
  it('are the style and the language of the note', async () => {
    const { style, language } = await readFrontMatter('---\ncsl: styles/house.csl\nlang: zh-TW\n---\n');
    assert.deepEqual([style, language], ['styles/house.csl', 'zh-TW']);
    assert.equal((await readFrontMatter('---\ncsl:\nlang: [zh]\n---\n')).style, undefined);
  });
  it('names another style, or none, and keeps the rest', async () => {
    const apply = async (note: string, path?: string): Promise<string> => (await withStyle(note, path)).reduce((text, { span, text: now }) => text.slice(0, span.start) + now + text.slice(span.end), note);
    assert.equal(await apply('---\ntitle: x\ncsl: a.csl # house\nlang: zh\n---\n', 'b c.csl'), '---\ntitle: x\ncsl: b c.csl # house\nlang: zh\n---\n');
    assert.equal(await apply('---\ntitle: x\ncsl: a.csl # house\nlang: zh\n---\n'), '---\ntitle: x\nlang: zh\n---\n');
    for (const note of ['text', '---\ntitle: x\n---\n', '---\ncsl: [\n---\n', '---\n{csl: a.csl, title: x}\n---\n', '---\ncsl: >-\n  a.csl\ntitle: x\n---\n']) assert.equal(await apply(note, 'b.csl'), note);
  });
  it('are the entries of its own references', async () => {
    assert.deepEqual((await readFrontMatter('---\nreferences:\n- id: doe2020\n  title: T\n- id: 12\n- title: none\n---\n')).references, [{ id: 'doe2020', title: 'T' }, { id: '12' }]);
  });
  it('is broken only where it may name a bibliography', async () => {
    const broken = await Promise.all(['---\nbibliography: a: b.json\n---\n', '---\ntitle: a: b\n---\n', '---\nbibliography: a.json\n---\n', 'text'].map(async note => (await readFrontMatter(note)).isBroken));
    assert.deepEqual(broken, [true, false, false, false]);
  });
});
