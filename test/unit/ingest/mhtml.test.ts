import assert from 'node:assert/strict';
import { analyse } from '../../../src/core/analyse';
import type { SourceDocument } from '../../../src/core/document';
import { unpack, type Unpacked } from '../../../src/core/ingest/unpack';
import { judge } from '../../../src/core/judge/judge';
import { encode } from '../encode';
import { bodyOf } from '../judge/read';
import { tables } from '../tables';

const story = ['5月5日，江边新建的图书馆开门迎客，第一天就有三千多名读者走进这座由旧仓库改成的建筑。', '馆长林安介绍，图书馆藏书二十万册，设有儿童阅览区和临江的自习室，全年免费开放。', '“孩子放学后有地方去了。”家住附近的王女士说，以后每个周末都会带孩子来这里看书。'];
const html = (head = '', body = story.map((text) => `<p>　　${text}</p>`).join('\n')): string => `<!DOCTYPE html><html><head>${head}<title>江边建起新图书馆</title></head><body><h1>江边建起新图书馆</h1><div>2024-05-06 10:20 来源：江城晚报</div>\n${body}\n</body></html>`;

const quoted = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1').replace(/[^\n\x20-\x3c\x3e-\x7e]/g, (one) => `=${one.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
  .split('\n').flatMap((line) => line.match(/(?:=..|[^=]){1,70}/g)?.map((piece, at, all) => (at < all.length - 1 ? `${piece}=` : piece)) ?? ['']).join('\r\n');
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n');
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const picture = ['Content-Type: image/png', 'Content-Transfer-Encoding: base64', 'Content-Location: https://news.example.com/a.png', '', 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ'].join('\r\n');
const part = (text: string, headers: readonly string[] = []): string => ['Content-Type: text/html', 'Content-Transfer-Encoding: quoted-printable', ...headers, '', quoted(utf8(text))].join('\r\n');

/** An archive with the headers that one program writes. */
function archive(parts: readonly string[], { headers = ['From: <Saved by Blink>', 'Snapshot-Content-Location: https://news.example.com/1.html', 'Subject: =?utf-8?Q?=E6=B1=9F?=', 'Date: Mon, 6 May 2024 03:00:00 -0000', 'MIME-Version: 1.0'], type = 'multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----MultipartBoundary--x--"', boundary = '----MultipartBoundary--x--' } = {}): string {
  return [...headers, `Content-Type: ${type}`, '', '', ...parts.flatMap((each) => [`--${boundary}`, each]), `--${boundary}--`, ''].join('\r\n');
}

async function opened(file: string | Uint8Array): Promise<Unpacked> {
  const result = await unpack(typeof file === 'string' ? utf8(file) : file);
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
}

async function read(file: string | Uint8Array): Promise<SourceDocument> {
  const { bytes, archive: envelope } = await opened(file);
  const result = analyse(bytes, { id: 'a', path: 'a.mhtml', now: '2026-03-01T12:00:00' }, tables, envelope);
  assert.ok(result.ok, JSON.stringify(result));
  return judge(result.value, undefined);
}

describe('unpack', () => {
  it('leaves a file alone that is no archive', async () => {
    for (const text of ['来源：新闻网\n正文', html(), 'Subject: a letter\n\nContent-Type: said the letter', '']) assert.deepEqual(await opened(text), { bytes: utf8(text) });
  });

  it('takes the page out of an archive of a browser, with its address and the time', async () => {
    const { bytes, archive: envelope } = await opened(archive([part(html(), ['Content-ID: <frame-1@mhtml.blink>', 'Content-Location: https://news.example.com/1.html']), picture]));
    assert.equal(Buffer.from(bytes).toString().trimEnd(), html());
    assert.deepEqual(envelope, { format: 'mhtml', frames: [], marks: { url: 'https://news.example.com/1.html', savedAt: { value: '2024-05-06T03:00:00', isUtc: true } } });
  });

  it('knows the root by its name, wherever it stands', async () => {
    const root = part(html(), ['Content-ID: <main>', 'Content-Location: https://news.example.com/1.html']);
    const frame = part('<p>广告</p>', ['Content-ID: <side>', 'Content-Location: https://ads.example.com/']);
    for (const file of [archive([frame, root]), archive([frame, root], { headers: ['MIME-Version: 1.0'], type: 'multipart/related; start="<main>"; boundary="----MultipartBoundary--x--"' })]) {
      const { bytes, archive: envelope } = await opened(file);
      assert.equal(Buffer.from(bytes).toString().trimEnd(), html());
      assert.equal(envelope?.frames.length, 1);
    }
  });

  it('tells the clock that the header prints, and whether it is that of Greenwich', async () => {
    const savedAt = async (date: string): Promise<unknown> => (await opened(archive([part(html())], { headers: [`Date: ${date}`, 'MIME-Version: 1.0'] }))).archive?.marks.savedAt;
    assert.deepEqual(await savedAt('Wed, 1 Feb 2012 09:12:30 +0800'), { value: '2012-02-01T09:12:30', isUtc: false });
    assert.deepEqual(await savedAt('Wed, 01 Feb 2012 01:12:30 GMT'), { value: '2012-02-01T01:12:30', isUtc: true });
    assert.equal(await savedAt('yesterday'), undefined);
  });

  it('says that an archive of pictures holds no page', async () => {
    for (const file of [archive([picture]), archive([]), archive([part(html())]).slice(0, 200)]) assert.deepEqual(await unpack(utf8(file)), { ok: false, error: { kind: 'noPage' } });
  });
});

describe('judge, on an archive', () => {
  it('finds body, headline, date and publisher', async () => {
    const document = await read(archive([part(html()), picture]));
    assert.deepEqual(bodyOf(document), story);
    assert.deepEqual([document.format, document.encoding, document.metadata.title?.value, document.metadata.published?.value, document.metadata.publisher?.value], ['mhtml', 'utf-8', '江边建起新图书馆', '2024-05-06T10:20', '江城晚报']);
  });

  it('reads the encodings that older browsers saved, by the header or by the page', async () => {
    const page = html('<meta http-equiv="Content-Type" content="text/html; charset=gb2312">');
    const gbk = (charset: string, encoding: string, body: string): string => archive([[`Content-Type: text/html;${charset}`, `Content-Transfer-Encoding: ${encoding}`, 'Content-Location: http://news.example.com/1.html', '', body].join('\r\n')], { headers: ['From: <由 Microsoft Internet Explorer 5 保存>', 'MIME-Version: 1.0'] });
    for (const charset of ['\r\n\tcharset="gb2312"', ' charset=utf-8', ' charset=none-such', '']) {
      for (const [encoding, body] of [['quoted-printable', quoted(encode(page, 'gbk'))], ['BASE64', base64(encode(page, 'gbk'))]] as const) {
        const document = await read(gbk(charset, encoding, body));
        assert.deepEqual([document.encoding, bodyOf(document)], ['gb18030', story], `${charset} ${encoding}`);
      }
    }
    const unicode = archive([['Content-Type: text/html; charset="unicode"', 'Content-Transfer-Encoding: base64', '', base64(Buffer.from(`\ufeff${html()}`, 'utf16le'))].join('\r\n')]);
    assert.deepEqual(bodyOf(await read(unicode)), story);
  });

  it('reads bodies of eight bits, line ends of every kind and a message without parts', async () => {
    const plain = ['Content-Type: text/html; charset=utf-8', 'Content-Transfer-Encoding: 8bit', '', html()].join('\r\n');
    assert.deepEqual(bodyOf(await read(archive([plain]))), story);
    assert.deepEqual(bodyOf(await read(archive([part(html())]).replaceAll('\r\n', '\n'))), story);
    assert.deepEqual(bodyOf(await read(['MIME-Version: 1.0', part(html())].join('\r\n'))), story);
  });

  it('reads parts within parts, and boundaries that the header misspells or leaves out', async () => {
    const inner = ['Content-Type: multipart/alternative; boundary="inner"', '', '--inner', part(html()), '--inner--', ''].join('\r\n');
    for (const file of [archive([picture, inner]), archive([part(html()), picture], { type: 'multipart/related; type="text/html"; boundary="other"' }), archive([part(html())], { type: 'multipart/related' })]) {
      assert.deepEqual(bodyOf(await read(file)), story);
    }
  });

  it('reads the frames of a page that shows hardly anything by itself, and no others', async () => {
    const frame = part(html(), ['Content-ID: <frame-2@mhtml.blink>']);
    const shell = '<!DOCTYPE html><html><body><iframe src="cid:frame-2@mhtml.blink"></iframe><a href="/">首页</a></body></html>';
    assert.deepEqual(bodyOf(await read(archive([part(shell), frame]))), story);
    const advertisement = part(`<p>${'本店新到江城特产，欢迎选购，量大从优，送货上门。'.repeat(8)}</p>`);
    assert.equal((await read(archive([part(html()), advertisement]))).raw.includes('特产'), false);
  });

  it('keeps what there is of a file that was cut off, in the middle of a character or a group of base64', async () => {
    const whole = Buffer.from(archive([part(html(''))]));
    const packed = Buffer.from(archive([['Content-Type: text/html', 'Content-Transfer-Encoding: base64', '', base64(utf8(html()))].join('\r\n')]));
    for (const file of [whole, packed]) {
      for (let cut = 60; cut < 68; cut++) assert.deepEqual(bodyOf(await read(new Uint8Array(file.subarray(0, file.length - cut)))).slice(0, 2), story.slice(0, 2), String(cut));
    }
  });

  it('comes to an end on headers and boundaries without end', async () => {
    const long = 'x'.repeat(200_000);
    for (const file of [`MIME-Version: 1.0\r\n${long}`, `MIME-Version: 1.0\r\n${'a: b\r\n'.repeat(50_000)}`, `MIME-Version: 1.0\r\n\r\n${'--b\r\nContent-Type: text/html\r\n\r\n'.repeat(20_000)}`, `MIME-Version: 1.0\r\n\r\n${'--\r\n'.repeat(50_000)}`, archive([`Content-Type: text/html\r\n${long}: ${long}\r\n\r\n`])]) {
      const result = await unpack(utf8(file));
      if (!result.ok) assert.equal(result.error.kind, 'noPage');
    }
  });
});
