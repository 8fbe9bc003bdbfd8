import assert from 'node:assert/strict';
import { LoneTexts } from '../../../src/worker/loneTexts';
import { tables } from '../tables';

const texts = new LoneTexts(tables);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const note = '---\ntitle: 发展与后来\nbibliography: 文献.json\n---\n\n# 头发\n\n见[这里](后来/发展.md)，`发展`，理发[@发展2020, 第3页]。\n';

describe('a note in another script', () => {
  const converted = texts.convert(note, 'tw', { isMarkdown: true });
  it('keeps code, targets, keys and names of files', () => {
    assert.equal(converted.kind === 'converted' && converted.text,
      '---\ntitle: 發展與後來\nbibliography: 文献.json\n---\n\n# 頭髮\n\n見[這裡](后来/发展.md)，`发展`，理髮[@发展2020, 第3頁]。\n');
  });
  it('is told by its running text alone', () => {
    const result = texts.convert(`發展與後來的經濟\n\n\`\`\`\n${'发展与后来的经济\n'.repeat(20)}\`\`\`\n`, 'hans', { isMarkdown: true });
    assert.deepEqual([result.kind, result.from.script], ['converted', 'Hant']);
  });
  it('has its doubtful characters where they stand in the whole', () => {
    const result = texts.convert('发`里`，𠮷`发`干', 'hant', { isMarkdown: true, writing: { script: 'Hans' } });
    assert.ok(result.kind === 'converted' && result.ambiguities.length === 2);
    for (const { span, choices } of result.ambiguities) assert.equal(result.text.slice(span.start, span.end), choices[0]);
  });
  it('converts words across the ends of lines as a plain text does', () => {
    const text = '经济发展，头\n发。后来';
    assert.deepEqual(texts.convert(text, 'twp', { isMarkdown: true }), texts.convert(text, 'twp'));
  });
});

describe('a file in another script', () => {
  const textOf = (path: string, content: string): string | undefined => {
    const result = texts.convertFile(path, bytes(content), 'hant');
    return result.ok && result.value.kind === 'converted' ? result.value.text : undefined;
  };
  const errorOf = (path: string, content: string | Uint8Array): unknown => {
    const result = texts.convertFile(path, typeof content === 'string' ? bytes(content) : content, 'hant');
    return result.ok ? undefined : result.error;
  };
  it('is a note by its name', () => assert.deepEqual([textOf('a.md', '经济`发展`'), textOf('a.txt', '经济`发展`')], ['經濟`发展`', '經濟`發展`']));
  it('is read in its encoding', () => {
    const result = texts.convertFile('a.txt', Uint8Array.from([0xff, 0xfe, ...Buffer.from('经济发展', 'utf16le')]), 'hant');
    assert.ok(result.ok && result.value.kind === 'converted' && result.value.text === '經濟發展');
  });
  it('is no page of the web', () => {
    assert.deepEqual(errorOf('a.html', '<p>经济'), { kind: 'unsupported', format: 'HTML' });
    assert.deepEqual(errorOf('a.txt', '<!DOCTYPE html><p>经济'), { kind: 'unsupported', format: 'HTML' });
    assert.deepEqual(errorOf('a.mhtml', 'x'), { kind: 'unsupported', format: 'MHTML' });
  });
  it('is text that is not too large', () => {
    assert.deepEqual(errorOf('a.txt', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0])), { kind: 'binary' });
    assert.deepEqual(errorOf('a.txt', ''), { kind: 'empty' });
    assert.deepEqual(errorOf('a.txt', new Uint8Array(21 * 1024 * 1024)), { kind: 'tooLarge', bytes: 22020096, limit: 20971520 });
  });
});
