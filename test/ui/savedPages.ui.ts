import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inWindow } from './inWindow';
import { root } from './paths';

const fixture = (name: string): string => readFileSync(join(root, 'test/fixtures/pages', name, 'page.html'), 'utf8');

/** A page as browsers save it in one file, its text in quoted-printable. */
function archiveOf(html: string): string {
  const encoded = [...new TextEncoder().encode(html)].map(byte => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`);
  const lines = Array.from({ length: Math.ceil(encoded.length / 24) }, (_, at) => `${encoded.slice(at * 24, at * 24 + 24).join('')}=`).join('\r\n');
  return [
    'From: <Saved by Blink>', 'Snapshot-Content-Location: https://news.example.cn/2023/bridge.html', 'Subject: bridge', 'Date: Mon, 2 Oct 2023 10:00:00 +0800', 'MIME-Version: 1.0',
    'Content-Type: multipart/related; type="text/html"; boundary="----part"', '', '------part', 'Content-Type: text/html', 'Content-Transfer-Encoding: quoted-printable', 'Content-Location: https://news.example.cn/2023/bridge.html', '', lines, '', '------part--', '',
  ].join('\r\n');
}

describe('saved pages', () => {
  const files = {
    'sources/granary.html': fixture('saved-page'),
    'sources/path.mhtml': archiveOf(fixture('saved-comments')),
    'sources/bus.html': fixture('saved-script'),
  };

  it('stand on the shelf with what they declare, and open without their frames and scripts', () => inWindow({ files, seeds: false }, async window => {
    await window.showSources();
    const frame = await window.openSource('旧粮仓改成社区书屋 傍晚座无虚席');
    const page = await frame.locator('main').innerText();
    for (const text of ['江城晚报', '林安', 'March 18, 2024', '停用十二年的东门粮仓', '傍晚最忙', '240']) assert.ok(page.includes(text), `the page shows ${text}`);
    for (const text of ['热门排行', '相关阅读', '分享到', '不是正文的一句话']) assert.ok(!page.includes(text), `the page hides ${text}`);
    await window.pictures('saved-page');
    const archive = await (await window.openSource('河边步道今天开放')).locator('main').innerText();
    assert.ok(archive.includes('全长六公里的河边步道') && !archive.includes('老船工'), 'an archive shows its page without the comments');
    const script = await (await window.openSource('夜班公交的最后一站')).locator('main').innerText();
    assert.ok(script.includes('司机方文把车停稳'), 'an article that a script holds is shown');
  }));
});
