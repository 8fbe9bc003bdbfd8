import assert from 'node:assert/strict';
import { noteMentions } from '../../../src/core/markdown/noteMentions';
import { scanNote } from '../../../src/core/markdown/scan';

describe('what a note may cite', () => {
  it('holds every key that the scan finds', () => {
    const note = '[@a; see @{b/c}, p. 3]\n\n@d:e says\n\n> -@f[^1]\n\n[^1]: [@g.h.]\n';
    const cited = scanNote(note).citations.flatMap(({ keys }) => keys.map(({ key }) => key));
    assert.deepEqual(cited, ['a', 'b/c', 'd:e', 'f', 'g.h']);
    for (const key of cited) assert.ok(noteMentions(note).keys.has(key), key);
  });
  it('names the bibliographies of the front matter and nothing else of it', () => {
    assert.equal(noteMentions('---\ntitle: x\nbibliography:\n  - a.json\n- b.bib\nlang: zh\n---\n\n[@a]').matter, '---\nbibliography:\n  - a.json\n- b.bib\n---\n');
    assert.equal(noteMentions('---\nbibliography: a.json\n---\n[@a]').matter, '---\nbibliography: a.json\n---\n');
  });
  it('keeps all of front matter that is written in another way', () => {
    assert.equal(noteMentions('---\n{bibliography: a.json}\n---\n[@a]').matter, '---\n{bibliography: a.json}\n---\n');
    assert.equal(noteMentions('---\nmain: &m a.json\nbibliography: *m\n---\n[@a]').matter, '---\nmain: &m a.json\nbibliography: *m\n---\n');
  });
  it('has none where it names none, and is not looked into without an @', () => {
    assert.equal(noteMentions('---\ntitle: x\n---\n[@a]').matter, '');
    assert.deepEqual(noteMentions('---\nbibliography: a.json\n---\n'), { keys: new Set(), matter: '' });
  });
});
