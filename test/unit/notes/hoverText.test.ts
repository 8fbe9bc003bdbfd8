import assert from 'node:assert/strict';
import { hoverLink, hoverText, webAddress } from '../../../src/host/notes/hoverText';

describe('text of a page in a hover', () => {
  it('escapes everything that could be markup', () => assert.equal(hoverText('[a](command:b) <c> *d* $(e)'), '\\[a\\]\\(command\\:b\\) \\<c\\> \\*d\\* \\$\\(e\\)'));
  it('keeps an address from becoming a link by itself', () => assert.equal(hoverText('www.a.cn'), 'www\\.a\\.cn'));
  it('keeps paragraphs, and no indentation that would make code of them', () => assert.equal(hoverText('    甲\n\n\n    乙'), '甲\n\n乙'));
});

describe('addresses that a hover links to', () => {
  it('are those of the web', () => assert.equal(webAddress('http://www.a.cn/b?c=1'), 'http://www.a.cn/b?c=1'));
  for (const address of ['command:workbench.action.quit', 'javascript:alert(1)', 'file:///etc/passwd', 'www.a.cn', '', undefined]) {
    it(`are not ${String(address)}`, () => assert.equal(webAddress(address), undefined));
  }
  it('cannot leave the brackets of a link', () => {
    assert.equal(hoverLink('a', webAddress('http://a.cn/>) [x](command:y) <') ?? ''), '[a](<http://a.cn/%3E)%20[x](command:y)%20%3C>)');
  });
});
