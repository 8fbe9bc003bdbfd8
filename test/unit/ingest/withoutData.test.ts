import assert from 'node:assert/strict';
import { withoutData } from '../../../src/core/ingest/withoutData';

const picture = `data:image/png;base64,${'iVBORw0KGgo'.repeat(40)}`;

describe('withoutData', () => {
  it('takes pictures and fonts out of attributes and styles, and leaves the page around them', () => {
    assert.equal(withoutData(`<img src="${picture}" alt="图"><img src=${picture}><p style="background:url(${picture}) no-repeat">文</p>`), '<img src="data:," alt="图"><img src=data:,><p style="background:url(data:,) no-repeat">文</p>');
  });
  it('leaves what is short, and the word in a sentence', () => {
    for (const text of ['<img src="data:image/gif;base64,R0lGOD">', '<p>data:image/x</p>', `<p data:x="${'a'.repeat(300)}">`]) assert.equal(withoutData(text), text);
  });
  it('comes to an end on addresses without end', () => {
    for (const piece of ['data:a/', 'data:', 'data:a/b ', `${'data:a/'.repeat(28)} `]) assert.ok(withoutData(piece.repeat(300_000 / piece.length)).length >= 6);
  });
});
