import assert from 'node:assert/strict';
import { deflateRawSync } from 'node:zlib';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from '../../../src/core/ingest/decode';
import { convertText } from '../../../src/core/script/convert';
import { lazyTables } from '../../../src/core/text/tables';
import { encode, encodeUtf16 } from '../encode';
import { randomSource } from '../random';
import { tables } from '../tables';

const seedFolder = join(__dirname, '..', '..', '..', 'seeds');
const seeds = readdirSync(seedFolder).map(name => readFileSync(join(seedFolder, name), 'utf8'));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function decoded(bytes: Uint8Array): { raw: string; encoding: string } {
  const result = decode(bytes, tables);
  assert.ok(result.ok, `not decoded: ${JSON.stringify(result)}`);
  return result.value;
}

function errorOf(bytes: Uint8Array): string {
  const result = decode(bytes, tables);
  assert.ok(!result.ok, 'decoded, but should not be');
  return result.error.kind;
}

describe('decode', () => {
  it('reads UTF-8 without asking for a table', () => {
    const none = lazyTables(name => { throw new Error(`asked for ${name}`); });
    const result = decode(utf8('来源:新闻网\r\n正文'), none);
    assert.deepEqual(result, { ok: true, value: { raw: '来源:新闻网\r\n正文', encoding: 'utf-8' } });
  });

  it('keeps line ends and drops only the byte order mark', () => {
    assert.equal(decoded(utf8('\ufeff一\r\n二\r三\n')).raw, '一\r\n二\r三\n');
  });

  it('drops the bytes of a character that was cut off at the end', () => {
    const whole = utf8('科技创新');
    assert.deepEqual(decoded(whole.subarray(0, whole.length - 1)), { raw: '科技创', encoding: 'utf-8' });
  });

  it('reads UTF-8 with a broken byte inside as UTF-8', () => {
    const bytes = utf8(seeds[0] ?? '');
    bytes[301] = 0xff;
    assert.equal(decoded(bytes).encoding, 'utf-8');
  });

  it('reads every seed that was written in GBK', () => {
    for (const seed of seeds) assert.equal(decoded(encode(seed.replaceAll('\xa0', ' '), 'gbk')).encoding, 'gb18030');
    assert.equal(decoded(encode('国际科技创新中心', 'gbk')).raw, '国际科技创新中心');
  });

  it('reads every seed that was written in Big5, once it is traditional', () => {
    for (const seed of seeds) {
      const text = convertText(seed, { script: 'Hans' }, 'tw', tables);
      assert.equal(decoded(encode(text, 'big5')).encoding, 'big5');
    }
  });

  it('tells the encodings of Japanese and Korean from those of Chinese', () => {
    const japanese = '日本の首相は記者会見で、新しい経済政策について説明しました。詳しい内容は明らかにしていません。';
    for (const encoding of ['shift_jis', 'euc-jp']) assert.deepEqual(decoded(encode(japanese, encoding)), { raw: japanese, encoding });
    const korean = '정부는 오늘 새로운 경제 정책을 발표했다. 자세한 내용은 아직 알려지지 않았다.';
    assert.deepEqual(decoded(encode(korean, 'euc-kr')), { raw: korean, encoding: 'euc-kr' });
  });

  it('reads a western text with a few accents', () => {
    const bytes = Buffer.from('The caf\xe9 on the corner \x96 \x93na\xefve\x94 and proud \x96 serves cr\xe8me br\xfbl\xe9e.', 'latin1');
    const raw = 'The café on the corner – “naïve” and proud – serves crème brûlée.';
    assert.deepEqual(decoded(bytes), { raw, encoding: 'windows-1252' });
  });

  it('reads an English page of a Chinese site, where only its dashes and quotation marks tell the encoding', () => {
    const page = '<p>The library — a converted warehouse by the river — opened on Sunday. It’s free, “all year round”, says its head.</p>'.repeat(3);
    assert.deepEqual(decoded(encode(page, 'gbk')), { raw: page, encoding: 'gb18030' });
  });

  it('reads UTF-16 with and without a mark', () => {
    for (const order of ['le', 'be'] as const) {
      const seed = seeds[2] ?? '';
      assert.deepEqual(decoded(encodeUtf16(`\ufeff${seed}`, order)), { raw: seed, encoding: `utf-16${order}` });
      assert.deepEqual(decoded(encodeUtf16(seed, order)), { raw: seed, encoding: `utf-16${order}` });
    }
    const headline = '国际科技创新中心建设再提速，三大高地协同发力';
    assert.deepEqual(decoded(encodeUtf16(headline, 'le')), { raw: headline, encoding: 'utf-16le' });
  });

  it('believes the encoding that a page declares where it makes sense, and no other', () => {
    const page = (label: string, text: string): string => `<meta http-equiv="Content-Type" content="text/html; charset=${label}"><p>${text}`;
    assert.equal(decoded(encode(page('gb2312', '新闻'), 'gbk')).raw, page('gb2312', '新闻'));
    assert.equal(decoded(encode(page('windows-1251', '国际科技创新中心'), 'gbk')).encoding, 'gb18030');
    assert.equal(decoded(encode(page('no-such-charset', '国际科技创新中心'), 'gbk')).encoding, 'gb18030');
  });

  it('reads UTF-16 that was cut off in the middle of a character, and headlines without a letter of ASCII', () => {
    for (const order of ['le', 'be'] as const) {
      const bytes = encodeUtf16(seeds[2] ?? '', order);
      assert.equal(decoded(bytes.subarray(0, bytes.length - 1)).raw, (seeds[2] ?? '').slice(0, -1));
      for (const headline of ['国际科技创新中心', '馆长林安介绍图书馆']) assert.deepEqual(decoded(encodeUtf16(headline, order)), { raw: headline, encoding: `utf-16${order}` });
    }
  });

  it('reads every seed in any encoding whatever it declares', () => {
    const labels = ['utf-8', 'gb2312', 'big5', 'iso-8859-1', 'windows-1252', 'euc-kr', 'shift_jis', 'utf-16', 'hz-gb-2312'];
    for (const [at, label] of labels.entries()) {
      const seed = (seeds[at % seeds.length] ?? '').replaceAll('\xa0', ' ');
      const page = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${label}"></head><body>${seed}</body></html>`;
      const traditional = `<?xml version="1.0" encoding="${label}"?><html>${convertText(seed, { script: 'Hans' }, 'tw', tables)}</html>`;
      assert.deepEqual([decoded(utf8(page)).encoding, decoded(encode(page, 'gbk')).encoding, decoded(encode(traditional, 'big5')).encoding], ['utf-8', 'gb18030', 'big5'], label);
    }
  });

  it('goes by the text that a page shows, not by a comment or a script of another encoding', () => {
    const shown = '江边新建的图书馆开门迎客，第一天就有三千多名读者走进这座由旧仓库改成的建筑。'.repeat(6);
    const other = '馆长林安介绍，图书馆藏书二十万册，设有儿童阅览区和临江的自习室，全年免费开放。'.repeat(20);
    const page = (own: (text: string) => Uint8Array, hidden: Uint8Array): Uint8Array => Uint8Array.from([...own('<html><!--'), ...hidden, ...own('--><script>var a="'), ...hidden, ...own(`"</script><p>${shown}</p></html>`)]);
    assert.equal(decoded(page(utf8, encode(other, 'gbk'))).encoding, 'utf-8');
    assert.equal(decoded(page((text) => encode(text, 'gbk'), utf8(other))).encoding, 'gb18030');
    assert.ok(decoded(page((text) => encode(text, 'gbk'), utf8(other))).raw.endsWith(`<p>${shown}</p></html>`));
  });

  it('goes by the whole page, not by a note at its top', () => {
    const bytes = Uint8Array.from([...utf8('<!doctype html>'), ...utf8('馆长林安介绍'), ...encode(seeds.join('\n').replaceAll('\xa0', ' '), 'gbk')]);
    assert.equal(decoded(bytes).encoding, 'gb18030');
  });

  it('reads a large page in UTF-8 with one broken byte as UTF-8', () => {
    const bytes = utf8((seeds[1] ?? '').repeat(200));
    bytes[bytes.length - 5000] = 0xc3;
    assert.equal(decoded(bytes).encoding, 'utf-8');
  });

  it('finds a declaration later than it should stand', () => {
    const page = (label: string): string => `<html><head>${'<link rel="x">'.repeat(200)}<meta charset="${label}"></head><p>新闻`;
    assert.equal(decoded(encode(page('gbk'), 'gbk')).raw, page('gbk'));
  });

  it('believes the label of the envelope before that of the page, where both make sense', () => {
    const result = decode(encode('<meta charset="big5"><p>新闻', 'gbk'), tables, 'gb2312');
    assert.deepEqual(result, { ok: true, value: { raw: '<meta charset="big5"><p>新闻', encoding: 'gb18030' } });
  });

  it('reads characters of four bytes, and those of Hong Kong in Big5', () => {
    const rare = Uint8Array.from([...encode('姓名是', 'gbk'), 0x95, 0x32, 0x82, 0x36, ...encode('，住在江城的图书馆旁边。', 'gbk')]);
    assert.deepEqual(decoded(rare), { raw: '姓名是\u{20000}，住在江城的图书馆旁边。', encoding: 'gb18030' });
    const hongKong = Uint8Array.from([...encode('我', 'big5'), 0x92, 0x5d, ...encode('今日', 'big5'), 0x9d, 0xf6, ...encode('圖書館睇書，你', 'big5'), 0x92, 0x5d, ...encode('幾時', 'big5'), 0x91, 0xc1, ...encode('。', 'big5')]);
    assert.deepEqual(decoded(hongKong), { raw: '我哋今日喺圖書館睇書，你哋幾時嚟。', encoding: 'big5' });
  });

  it('calls a file without text empty', () => {
    for (const bytes of [new Uint8Array(), utf8('\ufeff'), utf8(' \r\n\u3000\u200b\n')]) assert.equal(errorOf(bytes), 'empty');
  });

  it('calls pictures, archives and noise binary', () => {
    assert.equal(errorOf(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)), 'binary');
    assert.equal(errorOf(utf8('%PDF-1.7\n1 0 obj')), 'binary');
    assert.equal(errorOf(deflateRawSync(Buffer.from(seeds.join('')))), 'binary');
    assert.equal(errorOf(new Uint8Array(4096)), 'binary');
  });

  it('reads a text that starts like a file of another kind', () => {
    assert.equal(decoded(utf8('SQLite ist eine Datenbank.')).raw, 'SQLite ist eine Datenbank.');
  });

  it('reads a text with a stray zero', () => {
    assert.equal(decoded(utf8(`${seeds[1] ?? ''}\0`)).encoding, 'utf-8');
  });

  it('answers for any bytes at all', () => {
    const random = randomSource(11);
    for (let round = 0; round < 300; round += 1) {
      const low = random.below(256);
      const bytes = Uint8Array.from({ length: random.below(400) }, () => low + random.below(256 - low));
      const result = decode(bytes, tables);
      if (result.ok) assert.equal(typeof result.value.raw, 'string');
      else assert.match(result.error.kind, /^(?:empty|binary)$/);
    }
  });
});
