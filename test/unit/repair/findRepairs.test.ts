import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Repair, RepairKind } from '../../../src/core/document';
import { findRepairs } from '../../../src/core/repair/findRepairs';
import { repaired } from '../../../src/core/repair/repaired';
import { lazyTables } from '../../../src/core/text/tables';
import { encode } from '../encode';
import { randomSource } from '../random';
import { tables } from '../tables';

const seedFolder = join(__dirname, '..', '..', '..', 'seeds');
const seeds = readdirSync(seedFolder).sort().map(name => readFileSync(join(seedFolder, name), 'utf8'));
const glossed = seeds[4] ?? '';

function changes(raw: string): readonly (readonly [RepairKind, string, string])[] {
  return findRepairs(raw, tables).map(({ kind, span, text }) => [kind, raw.slice(span.start, span.end), text]);
}

function mended(raw: string): string {
  return repaired(raw, findRepairs(raw, tables)).text;
}

function ofKind(raw: string, kind: RepairKind): readonly Repair[] {
  return findRepairs(raw, tables).filter(repair => repair.kind === kind);
}

/** `text` in GBK with the byte at `place` lost, read back as a lenient decoder does; the loss shows as `mark`. */
function shifted(before: string, text: string, behind: string, mark: string): string {
  const bytes = encode(text, 'gbk').subarray(1);
  return before + mark + new TextDecoder('gbk').decode(bytes) + behind;
}

describe('findRepairs on the seeds', () => {
  it('leaves the undamaged ones alone', () => {
    for (const index of [0, 1, 3]) assert.deepEqual(changes(seeds[index] ?? ''), []);
  });

  it('closes the name that was padded to three characters, and nothing else', () => {
    assert.deepEqual(changes(seeds[2] ?? ''), [['letterSpacing', '毕\u00a0\u00a0 \u00a0娟', '毕娟']]);
  });

  it('takes out all 506 glosses and keeps the brackets of the author', () => {
    assert.equal(ofKind(glossed, 'pinyinGloss').length, 506);
    const text = mended(glossed);
    for (const kept of ['(京津冀)', '(長三角)', '(前海)']) assert.ok(text.includes(kept), kept);
    assert.doesNotMatch(text, /\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]+\)/);
  });

  it('brings the shifted bytes back in step and says that a character is guessed', () => {
    const [repair, ...others] = ofKind(glossed, 'shiftedBytes');
    assert.deepEqual(others, []);
    assert.equal(repair?.text, '。粵港澳大灣區');
    assert.equal(repair?.certain, false);
    assert.deepEqual(repair.guesses, [{ start: 0, end: 1 }]);
    assert.ok(mended(glossed).includes('顛覆性技術。粵港澳大灣區應用場景'));
  });

  it('finds the same damage where the punctuation kept its full width', () => {
    const wide = glossed.replace(/[,:;!?()]/g, mark => String.fromCharCode(mark.charCodeAt(0) + 0xfee0));
    assert.equal(ofKind(wide, 'pinyinGloss').length, 506);
    assert.deepEqual(ofKind(wide, 'shiftedBytes').map(({ text }) => text), ['。粵港澳大灣區']);
  });

  it('joins the word that was set letter by letter', () => {
    assert.deepEqual(changes(glossed).filter(([kind]) => kind === 'letterSpacing'), [['letterSpacing', '分 享 至 手 機', '分享至手機']]);
  });

  it('gives them sorted and disjoint', () => {
    const repairs = findRepairs(glossed, tables);
    repairs.forEach(({ span }, index) => assert.ok(span.start >= (repairs[index - 1]?.span.end ?? 0)));
  });

  it('asks for no table where nothing is damaged', () => {
    const none = lazyTables(name => { throw new Error(`asked for ${name}`); });
    assert.deepEqual(findRepairs(seeds[1] ?? '', none), []);
  });

  it('finds nothing more in what it has mended', () => {
    for (const seed of seeds) assert.deepEqual(changes(mended(seed)), []);
  });
});

describe('pinyin glosses', () => {
  it('are kept where an author gives the reading of a word', () => {
    assert.deepEqual(changes('「銀行」的行(háng)與「行走」的行(xíng)不同,「長大」的長(zhǎng)與「長短」的長(cháng)不同。'), []);
  });

  it('are kept in a poem that is read aloud', () => {
    assert.deepEqual(changes('床(chuáng)前(qián)明(míng)月(yuè)光(guāng),疑(yí)是(shì)地(dì)上(shàng)霜(shuāng)。'), []);
  });

  it('are taken from full-width brackets as well', () => {
    const text = '時（shí）間與時（shí）代,國（guó）家與國（guó）際,關（guān）鍵與關（guān）係,我們要了解的是這些地方的事情';
    assert.equal(mended(text), '時間與時代,國家與國際,關鍵與關係,我們要了解的是這些地方的事情');
  });
});

describe('glosses of other forms', () => {
  it('are taken out where each stands twice', () => {
    assert.equal(mended('中(zhong)(zhong)国的人(ren)(ren)口与城(cheng)(cheng)市(hai)'), '中国的人口与城市(hai)');
  });

  it('are taken out without tones, by the same evidence', () => {
    const text = '漢語(yu)與(yu)臺灣(wan)的關(guan)係(xi),漢語(yu)及關(guan)於與(yu)我們說的事情很長';
    assert.equal(mended(text), '漢語與臺灣的關係,漢語及關於與我們說的事情很長');
    assert.deepEqual(changes('上海(shanghai)、长沙(changsha)、行(xing)与行(hang)、中(zhong)文'), []);
  });

  it('are taken out from between the two bytes of a character, which is then a guess', () => {
    const [repair, ...others] = findRepairs('因?yàn)榱?xí)慣', tables);
    assert.deepEqual(others, []);
    assert.deepEqual([repair?.text, repair?.kind, repair?.certain], ['為習', 'shiftedBytes', false]);
    assert.equal(mended('隔了一個月?lián)Q了地方').length, '隔了一個月換了地方'.length);
  });

  it('are kept behind a question', () => {
    for (const text of ['这个字怎么读?（dú)', '(是谁?shéi)来了', '是谁?(shéi)来了']) assert.deepEqual(changes(text), []);
  });
});

describe('look-alikes', () => {
  it('become the characters they stand for', () => {
    assert.equal(mended('⼈⼝普查⼯作全面展开，⻓江两岸⻢上开始'), '人口普查工作全面展开，长江两岸马上开始');
    assert.equal(mended('他\uf99a續三年，\uf90a額不變'), '他連續三年，金額不變');
  });

  it('are kept in lists of radicals and in Japanese names', () => {
    for (const text of ['⼀ ⼁ ⼂ ⼃ ⼄', '部首⼈的字', '宮\ufa11さんは神\ufa19社へ行きました', '①㎡，ｱ']) assert.deepEqual(changes(text), []);
  });
});

describe('references left in text', () => {
  it('become the characters they name', () => {
    assert.equal(mended('他说&ldquo;好&rdquo;&mdash;&mdash;增长5&#37;&#65292;&#x4e2d;国'), '他说“好”——增长5%，中国');
    assert.equal(mended('&nbsp;&nbsp;本报讯 记者&nbsp张三'), '\u00a0\u00a0本报讯 记者\u00a0张三');
    assert.equal(mended('它说&amp;amp;nbsp;好'), '它说\u00a0好');
    assert.equal(mended('Tom &amp; Jerry said it&rsquo;s fine.'), 'Tom & Jerry said it’s fine.');
  });

  it('are kept where a text is about them, in addresses and in code', () => {
    for (const text of ['用“&nbsp;”表示空格', 'HTML 中的 &lt; 表示小于', '<b>粗</b>与&nbsp;', '见 https://example.org/?a=1&amp;copy=2 一文', 'if (a &amp;&amp; b) { return; }', 'AT&T与R&D', '&unknown;中文']) {
      assert.deepEqual(changes(text), []);
    }
  });
});

describe('shifted bytes', () => {
  it('are found in any sentence that lost a byte', () => {
    const before = '专家表示，';
    const text = '我国经济社会发展取得新的成就';
    const damaged = shifted(before, text, '\n下一段照常。', '?');
    assert.ok(mended(damaged).includes(text.slice(1)), mended(damaged));
  });

  it('are found without a mark when the run is long', () => {
    const text = '国际科技创新中心的建设正在加快推进';
    assert.ok(mended(shifted('会议指出', text, '\n完。', '')).includes(text.slice(1)));
  });

  it('are found behind a mark where the damage shows no rare character', () => {
    assert.ok(mended(shifted('三大机构', '标准普尔再次下调评级', '\n完。', '?')).includes('准普尔再次下调评'));
  });

  it('are found where the sign for the euro is half of a character', () => {
    const damaged = shifted('可是', '现在的光線', '太暗', '?');
    assert.ok(damaged.includes('€') && mended(damaged).includes('在的光線太暗'), mended(damaged));
  });

  it('are found in traditional text', () => {
    const text = '。粵港澳大灣區應用場景創新中心';
    assert.ok(mended(shifted('突破一批前沿技術', text, '\n完。', '?')).includes(`前沿技術${text}`));
  });

  it('are not seen in rare names and words', () => {
    for (const text of ['岳麓书院与滕王阁、鹳雀楼并称', '氨基酸包括缬氨酸、亮氨酸、蛋氨酸、苯丙氨酸、赖氨酸', '饕餮、貔貅、狻猊、睚眦、螭吻、狴犴', '他问?我答。魑魅魍魉!']) {
      assert.deepEqual(changes(text), []);
    }
  });
});

describe('letter spacing', () => {
  it('is closed in labels and notices', () => {
    assert.equal(mended('来  源:新华社\n版 权 所 有 不 得 转 载'), '来源:新华社\n版权所有不得转载');
  });

  it('is closed in a long row of which little is known', () => {
    assert.equal(mended('我\n市 五 户 烟 花 爆 竹 批 发 企\n业'), '我\n市五户烟花爆竹批发企\n业');
  });

  it('is closed around a gloss that hangs in the word', () => {
    const damaged = `${glossed}\n手 機(jī) 版 面`;
    assert.ok(mended(damaged).endsWith('\n手機版面'), mended(damaged).slice(-20));
  });

  it('is kept between names, in lists and in what is counted off', () => {
    for (const text of ['记者 张三 李四 王五', '赵 钱 孙 李 周 吴 郑 王', '一 二 三 四 五', '甲 乙 丙 丁', '字号:大 中 小', '日 一 二 三 四 五 六', '出品人:谢辉 贺亚兰']) {
      assert.deepEqual(changes(text), []);
    }
  });

  it('is kept in a padded name that stands alone', () => {
    assert.deepEqual(changes('  毕   娟 北京大学\n\n正文从这里开始。'), []);
  });
});

describe('text read in the wrong encoding', () => {
  const sentence = '加快建设国际科技创新中心，推动高质量发展。';
  const asLatin = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
  const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

  it('is restored where UTF-8 was read as GBK, and says where a byte had to be guessed', () => {
    for (const text of [sentence, `${sentence}它`, `2025年6月${sentence}`]) {
      const [repair, ...others] = findRepairs(`前文。\n${new TextDecoder('gbk').decode(utf8(text))}\n后文。`, tables);
      assert.deepEqual(others, []);
      assert.equal(repair?.kind, 'mojibake');
      assert.ok(repair.text === text || !repair.certain, repair.text);
    }
  });

  it('is restored where UTF-8 or GBK was read as Latin-1, ASCII in between included', () => {
    for (const text of [sentence, `6月11日，${sentence}GDP增长5%，“好”`]) {
      assert.equal(mended(`前文。\n${asLatin(utf8(text))}\n后文。`), `前文。\n${text}\n后文。`);
      assert.equal(mended(`前文。\n${asLatin(encode(text, 'gbk'))}\n后文。`), `前文。\n${text}\n后文。`);
    }
  });

  it('is restored as a guess where a byte of GBK was dropped, and where pairs of bytes were read as UTF-8', () => {
    const dropped = asLatin(encode('專家表示，這個時代的發展與變革已經開始', 'gbk')).replace(/[\u0080-\u009f]/g, '');
    const repairs = findRepairs(dropped, tables);
    assert.ok(repairs.length > 0 && repairs.every(({ certain }) => !certain));
    const text = '美国应理性看待中国军力发展，对中国指责无依据';
    const pairs = asLatin(encode(text, 'gbk')).replace(/[\u00c2-\u00df][\u0080-\u00bf]/g, pair => new TextDecoder().decode(Uint8Array.from(pair, letter => letter.charCodeAt(0))));
    assert.equal(mended(pairs), text);
  });

  it('is not seen in other languages', () => {
    for (const text of ['Les élèves ont été reçus à l’école où naît l’été.', 'Þórður æðir áfram, öllum að óvörum.', 'Tiếng Việt có nhiều dấu: ễ, ộ, ừ, ắ.', 'ÄÖÜäöüß «»„“', '“……”——“‘’”']) {
      assert.deepEqual(changes(text), []);
    }
  });
});

describe('invisible characters', () => {
  it('are taken out of Chinese text', () => {
    assert.deepEqual(changes('科\u200b技\u00ad创\u0002新'), [
      ['invisible', '\u200b', ''], ['invisible', '\u00ad', ''], ['invisible', '\u0002', ''],
    ]);
  });

  it('stay where a script or a picture needs them', () => {
    for (const text of ['👩‍💻', 'می‌خواهم', 'क्‍ष', 'co\u00adop\u00aderate', '一\t二\r\n三']) assert.deepEqual(changes(text), []);
  });
});

describe('findRepairs on anything', () => {
  it('answers, and its repairs can be made', () => {
    const random = randomSource(31);
    const pieces = ['?', ';', '^', '浉', '郯', '鬄', '硡', '(qū)', '區', ' ', '\u200b', '\ufffd', '\n', 'ä', '¸', '\u00ad', '鐨', '勬', '𠮷', '\ud800', '中', 'a'];
    for (let round = 0; round < 500; round += 1) {
      const text = Array.from({ length: random.below(120) }, () => random.of(pieces)).join('');
      assert.equal(typeof mended(text), 'string');
    }
  });

  it('mends a part of a text by the repairs that lie in it', () => {
    const repairs: readonly Repair[] = [
      { span: { start: 1, end: 2 }, text: '', kind: 'invisible', certain: true },
      { span: { start: 4, end: 6 }, text: 'X', kind: 'mojibake', certain: false },
    ];
    const part = repaired('甲-乙丙??丁', repairs, { start: 2, end: 7 });
    assert.equal(part.text, '乙丙X丁');
    assert.deepEqual(part.toRaw({ start: 2, end: 3 }), { start: 4, end: 6 });
  });
});
