import assert from 'node:assert/strict';
import { setScriptsAside } from '../../../src/core/ingest/setScriptsAside';

const html = (source: string): string => setScriptsAside(source).html;

describe('setScriptsAside', () => {
  it('takes out scripts, styles and comments, and keeps what scripts of the page itself say', () => {
    const { html: rest, scripts } = setScriptsAside('<p>一</p><script id="a" type=\'application/json\'>{"x":"</p>"}</script><style>p{}</style><!-- 注 --><SCRIPT SRC="/x.js"></SCRIPT><p>二</p>');
    assert.equal(rest, '<p>一</p><p>二</p>');
    assert.deepEqual(scripts, [{ type: 'application/json', id: 'a', text: '{"x":"</p>"}' }]);
  });
  it('sees no script in an attribute, in text or in a longer name', () => {
    for (const source of ['<a title="<script>">一</a><p>二</p>', 'a < b <scripture>三</scripture>', "<i onclick='w(\"<script></script>\")'>四</i>"]) assert.equal(html(source), source);
  });
  it('sees nothing in a comment, not even a script that begins in it', () => assert.equal(html('<!-- <script> --><p>一</p><script>1</script>'), '<p>一</p>'));
  it('knows the comments that close at once', () => assert.equal(html('<!--><p>一</p><!---><p>二</p>--><p>三</p>'), '<p>一</p><p>二</p>--><p>三</p>'));
  it('leaves to the parser what is not closed, or could close elsewhere than it seems to', () => {
    for (const source of ['<p>一</p><script>var a = 1; <p>二</p>', '<p>一</p><!-- 注 <p>二</p>', '<script><!-- w("<script>1</script>") --></script><p>一</p>']) assert.equal(html(source), source);
  });
  it('reads quotes as browsers do: only behind an equals sign, and then to the next', () => {
    assert.equal(html('<a title=x" b\'>一</a><script>1</script><p>三</p>'), '<a title=x" b\'>一</a><p>三</p>');
    assert.equal(html('<a title="x>一</a><script>1</script><p>三</p>'), '<a title="x>一</a><script>1</script><p>三</p>');
  });
  it('ends on a page of nothing but openings', () => {
    for (const piece of ['<', '<a ', '<!--', '<script ', '<script>', '<a "', '</script']) assert.equal(typeof html(piece.repeat(50_000)), 'string');
  });
});
