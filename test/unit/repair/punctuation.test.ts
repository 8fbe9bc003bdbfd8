import assert from 'node:assert/strict';
import { widenPunctuation } from '../../../src/core/repair/punctuation';
import { edited, mapped } from '../../../src/core/text/mappedText';

function widened(text: string): string {
  return edited(mapped(text), widenPunctuation(text)).text;
}

describe('widenPunctuation', () => {
  it('gives the marks of a Chinese sentence their width back', () => {
    assert.equal(widened('会议指出:要加快建设;谁来做?马上做!'), '会议指出：要加快建设；谁来做？马上做！');
    assert.equal(widened('研发投入强度稳定在6%左右,“湾区造”成果丰硕,'), '研发投入强度稳定在6%左右，“湾区造”成果丰硕，');
  });

  it('keeps numbers, times and shares of numbers', () => {
    assert.equal(widened('时间:2026-02-11 15:49:41,共3,000人,比分3:2'), '时间：2026-02-11 15:49:41，共3,000人，比分3:2');
  });

  it('changes brackets in pairs, by what they hold and where they stand', () => {
    assert.equal(widened('北京(京津冀)、上海(长三角)'), '北京（京津冀）、上海（长三角）');
    assert.equal(widened('国内生产总值(GDP)增长'), '国内生产总值（GDP）增长');
    assert.equal(widened('函数f(x)的值'), '函数f(x)的值');
    assert.equal(widened('Beijing (北京) is'), 'Beijing (北京) is');
    assert.equal(widened('剩余全文('), '剩余全文(');
  });

  it('keeps addresses, and ends the sentence behind them', () => {
    assert.equal(widened('链接:http://example.org/a?b=1,否则担责'), '链接：http://example.org/a?b=1，否则担责');
    assert.equal(widened('见[说明](note.html)一节,谢谢'), '见[说明](note.html)一节，谢谢');
  });

  it('keeps phrases in Latin letters', () => {
    assert.equal(widened('他说“Yes, we can!”是口号'), '他说“Yes, we can!”是口号');
    assert.equal(widened('Plain English, nothing else: really?'), 'Plain English, nothing else: really?');
  });

  it('follows a bracket that was widened', () => {
    assert.equal(widened('驻马店融媒(XXX),均转载'), '驻马店融媒（XXX），均转载');
  });

  it('finds nothing to do in text that kept its width', () => {
    assert.deepEqual(widenPunctuation('会议指出：要加快建设（京津冀）；好！'), []);
  });
});
