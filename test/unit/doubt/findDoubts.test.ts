import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse } from '../../../src/core/analyse';
import type { Block, BlockKind, Doubt, Repair, Role, SourceDocument } from '../../../src/core/document';
import { findDoubts } from '../../../src/core/doubt/findDoubts';
import { findLost } from '../../../src/core/doubt/findLost';
import { judge } from '../../../src/core/judge/judge';
import { learnSite } from '../../../src/core/judge/learnSite';
import { randomSource } from '../random';
import { seedTruth } from '../../seedTruth';
import { tables } from '../tables';

interface Written { readonly day?: string; readonly language?: string; readonly role?: Role; readonly kind?: BlockKind; readonly repairs?: readonly Repair[] }

function documentOf(raw: string, { day = '2021-01-20', language = 'zh', role = 'body', kind = 'paragraph', repairs = [] }: Written = {}): SourceDocument {
  const block: Block = { span: { start: 0, end: raw.length }, lines: [1, 1], kind, role, reason: 'paragraph', by: 'rule' };
  return {
    id: 'a', format: 'text', encoding: 'utf-8', raw, script: 'Hans', language, blocks: [block], repairs,
    metadata: { series: [], authors: [], editors: [], guests: [], credits: [], section: [], ...(day !== '' && { published: { value: day, from: 'dateline' } }) },
  };
}

/** Each doubt of a text as `kind words → suggestion`. */
function doubtsOf(raw: string, written: Written = {}): readonly string[] {
  const document = documentOf(raw, written);
  return findDoubts(document, tables).map(({ kind, span, suggestion }) => `${kind} ${document.raw.slice(span.start, span.end)}${suggestion === undefined ? '' : ` → ${suggestion}`}`);
}

/** Holds that none of the texts raises a doubt on a page of 20 January 2021. */
const clean = (...texts: readonly string[]): void => {
  for (const text of texts) assert.deepEqual(doubtsOf(text), [], text);
};

describe('doubts of dates', () => {
  it('see a day that lost its month, and ask the day of the page what it was', () => {
    assert.deepEqual(doubtsOf('(记者 林安)120日上午,办公室举行发布会'), ['impossibleDate 120日 → 1月20日']);
    assert.deepEqual(doubtsOf('他220日晚抵达', { day: '2021-01-20' }), ['impossibleDate 220日 → 20日']);
    assert.deepEqual(doubtsOf('他418日晚抵达'), ['impossibleDate 418日 → 18日']);
    assert.deepEqual(doubtsOf('120日上午举行', { day: '' }), ['impossibleDate 120日']);
    assert.deepEqual(doubtsOf('新华社北京1219日电（记者）', { day: '2021-12-19' }), []);
    assert.deepEqual(doubtsOf('北京119日电（记者）', { day: '2021-01-20' }), ['impossibleDate 119日 → 1月19日']);
  });
  it('see days that no month has', () => {
    assert.deepEqual(doubtsOf('会议定于2月30日召开。'), ['impossibleDate 2月30日']);
    assert.deepEqual(doubtsOf('２０２１年４月３１日公布'), ['impossibleDate ２０２１年４月３１日']);
    assert.deepEqual(doubtsOf('2021年2月29日生效'), ['impossibleDate 2021年2月29日']);
    assert.deepEqual(doubtsOf('民國110年2月29日生效'), ['impossibleDate 民國110年2月29日']);
    assert.deepEqual(doubtsOf('二〇二一年十一月三十一日公布'), ['impossibleDate 二〇二一年十一月三十一日']);
    assert.deepEqual(doubtsOf('于2021-02-30提交'), ['impossibleDate 2021-02-30']);
    assert.deepEqual(doubtsOf('13月5日，0月5日，5月0日，5月45日'), ['impossibleDate 13月5日', 'impossibleDate 0月5日', 'impossibleDate 5月0日', 'impossibleDate 5月45日']);
  });
  it('suggest the date near the page that differs by one digit', () => {
    assert.deepEqual(doubtsOf('2021年13月20日，记者获悉'), ['impossibleDate 2021年13月20日 → 2021年1月20日']);
    assert.deepEqual(doubtsOf('4月31日公布', { day: '2021-05-31' }), ['impossibleDate 4月31日 → 5月31日']);
    assert.deepEqual(doubtsOf('1月191日公布'), ['impossibleDate 1月191日 → 1月19日']);
  });
  it('tell the day of the page that they are measured by', () => {
    assert.deepEqual(findDoubts(documentOf('120日上午'), tables).map(({ day }) => day), ['2021-01-20']);
  });
  it('leave lengths of time alone', () => clean('共120日上午', '连续120日晚间停电', '120日内完成', '施工期120日。', '第100日上午', '约120日', '为期120日', '跌破120日均线', '8月60日均线', '120日晚于预期', '历时 120日上午结束', '10-120日上午'));
  it('leave dates that exist alone', () => clean('1月31日', '2020年2月29日', '2月29日', '12月31日24时', '2000年2月29日', '民国109年2月29日', '31日上午', '2021-01-31', '二〇二〇年二月二十九日'));
  it('leave other calendars and history alone', () => clean('农历2月30日', '光绪二十四年二月三十日', '二月三十日，上谕', '1898年2月30日', '正月30日', '伊朗历1400年2月31日', '闰2月30日', '農曆2月30日'));
  it('leave titles, forms and other numbers alone', () => clean('小说《9月31日》', '“2月30日”', '00月00日', '编号2021-02-301', '1.13月5日', '13月工资', '第13月5日', '2月30日并不存在'));
  it('ask no Japanese page for its months', () => assert.deepEqual(doubtsOf('120日上午、雨が降った', { language: 'ja' }), []));
});

describe('doubts of times', () => {
  it('see hours and minutes that no clock has', () => {
    assert.deepEqual(doubtsOf('1月20日25时，列车到站'), ['impossibleTime 25时']);
    assert.deepEqual(doubtsOf('下午３点７５分开会'), ['impossibleTime ３点７５分']);
    assert.deepEqual(doubtsOf('20日14:75，地震'), ['impossibleTime 14:75']);
    assert.deepEqual(doubtsOf('上午9：60开始'), ['impossibleTime 9：60']);
    assert.deepEqual(doubtsOf('2021-01-20 14:75'), ['impossibleTime 14:75']);
  });
  it('leave clocks, lengths, scores, ratios and late broadcasts alone', () =>
    clean('1月20日24时', '下午13:59', '共3日25时', '1月20日98:87获胜', '比例为14:75', '20日 102:98', '约翰福音14:75', '7月6日25时播出', '20日上涨14点75', '下午12345:60', '20日12:345'));
});

describe('doubts of weekdays', () => {
  it('see a weekday that its date did not have, and name the right one in its own form', () => {
    assert.deepEqual(doubtsOf('2021年1月20日 星期五'), ['wrongWeekday 星期五 → 星期三']);
    assert.deepEqual(doubtsOf('2021年1月20日（周五）上午'), ['wrongWeekday 周五 → 周三']);
    assert.deepEqual(doubtsOf('民國110年1月20日（週日）上午'), ['wrongWeekday 週日 → 週三']);
    assert.deepEqual(doubtsOf('二〇二一年一月二十日，星期天'), ['wrongWeekday 星期天 → 星期三']);
    assert.deepEqual(doubtsOf('2021-01-17 礼拜一'), ['wrongWeekday 礼拜一 → 礼拜日']);
    assert.deepEqual(findDoubts(documentOf('2021年1月17日 星期一'), tables).map(({ day }) => day), ['2021-01-17']);
  });
  it('see it of a date without a year, where no year near the page has it', () => {
    assert.deepEqual(doubtsOf('1月21日（周五）开幕'), ['wrongWeekday 周五 → 周四']);
    assert.deepEqual(doubtsOf('1月21日（周五）开幕', { day: '' }), []);
    assert.deepEqual(doubtsOf('8月7日（周五）开幕'), [], '2020');
    assert.deepEqual(doubtsOf('8月7日（周六）开幕'), [], '2021');
  });
  it('leave right weekdays, ranges, weeks and old dates alone', () =>
    clean('2021年1月20日 星期三', '2021年1月20日（周三）', '2021年1月17日 星期天', '2021年1月20日 周一至周五', '2021年1月20日周年庆', '1月20日起每周五', '1644年4月25日 星期二', '农历2021年1月20日 星期五', '上周五'));
});

describe('doubts of marks', () => {
  it('see two marks where one is meant', () => {
    assert.deepEqual(doubtsOf('会上，，他说。。又问、、再答'), ['repeatedMark ，， → ，', 'repeatedMark 。。 → 。', 'repeatedMark 、、 → 、']);
    assert.deepEqual(doubtsOf('说完，。走了,,又来'), ['repeatedMark ，。', 'repeatedMark ,, → ,']);
  });
  it('leave what writers mean alone', () =>
    clean('他走了……', '她——', '好！！', '真的？！', '等等。。。', '说：“好。”，', '嗯，，，', '、、、', '1,,2', 'a,,b', '联系方式：；电话', '配置：：网络', '，，', 'x::y'));
  it('leave code alone', () => assert.deepEqual(doubtsOf('数，，组', { kind: 'code' }), []));
});

describe('text that is lost', () => {
  const lost = (text: string): readonly string[] => findLost(text, tables).map(({ span }) => text.slice(span.start, span.end));
  it('is where decoders put U+FFFD, or its bytes read as GBK', () => {
    assert.deepEqual(lost('羽毛球男双冠军蔡\ufffd/傅海峰'), ['\ufffd']);
    assert.deepEqual(lost('看\ufffd\ufffd?\ufffd吧'), ['\ufffd\ufffd?\ufffd']);
    assert.deepEqual(lost('新闻锟斤拷锟缴憋拷锟斤拷一结束'), ['锟斤拷锟缴憋拷锟斤拷']);
    assert.deepEqual(lost('甲\ufffd\n\ufffd乙'), ['\ufffd', '\ufffd']);
  });
  it('is where Han became question marks, in a text whose own marks are full-width', () => {
    assert.deepEqual(lost('会议指出，科技???新是关键，要抓紧。'), ['???']);
    assert.deepEqual(lost('真的???我不信,你呢?'), []);
    assert.deepEqual(lost('真的？？？我不信，不信。'), []);
    assert.deepEqual(lost('真的，不信???'), []);
  });
  it('is where a printer had no character', () => assert.deepEqual(lost('作家陶〓的书\n〓新闻〓'), ['〓']));
  it('is not where such characters are spoken of', () =>
    assert.deepEqual(lost('乱码“锟斤拷”的由来\n网页显示“\ufffd”\n锟铻剑\n两把锟斤拷是常见的乱码\n十斤拷贝'), []));
  it('is not where kana make no Chinese pairs', () =>
    assert.deepEqual(lost('展開で得た値をコマンドの読み込みと実行を行うためのファイル名として用いる。このオプションは値が一部となっていないマップに対して便利である。'), []));
  it('is told of code too, and not of what is hidden', () => {
    assert.deepEqual(doubtsOf('// 数\ufffd组', { kind: 'code' }), ['lostText \ufffd']);
    assert.deepEqual(doubtsOf('数\ufffd组，，', { role: 'boilerplate' }), []);
  });
});

describe('doubts', () => {
  it('are looked for in the text as repaired, and stand in the text as saved', () => {
    const raw = '记者120(glossed)日上午，，出发';
    const repairs: readonly Repair[] = [{ span: { start: 5, end: 14 }, text: '', kind: 'pinyinGloss', certain: true }];
    assert.deepEqual(doubtsOf(raw, { repairs }), ['impossibleDate 120(glossed)日 → 1月20日', 'repeatedMark ，， → ，']);
    assert.deepEqual(doubtsOf('数\ufffd组', { repairs: [{ span: { start: 1, end: 2 }, text: '字', kind: 'mojibake', certain: false }] }), []);
  });
  it('are one in the seeds: the lost month of 003', () => {
    const found = seedTruth.flatMap(({ file }) => {
      const result = analyse(readFileSync(join(__dirname, '../../../seeds', file)), { id: file, path: file, now: '2026-03-01T12:00:00' }, tables);
      assert.ok(result.ok);
      const document = judge(result.value, learnSite([result.value]));
      return findDoubts(document, tables).map(({ span, kind, suggestion, day }) => [file.slice(0, 3), kind, document.raw.slice(span.start, span.end), suggestion, day]);
    });
    assert.deepEqual(found, [['003', 'impossibleDate', '120日', '1月20日', '2021-01-20']]);
  });
  it('are sorted, disjoint and inside the text, whatever it holds', () => {
    const random = randomSource(20210120);
    const parts = ['120', '２', '0', '31', '月', '日', '年', '2021', '民国', '时', '分', ':', '：', '-', '/', ' ', '\n', '上午', '星期', '周', '五', '日', '（', '）', '，', '，', '。', ',', '?', '???', '\ufffd', '锟斤拷', '锟', '〓', '汉', '\ud840', '\udc00', '“', '”', '十', '二〇二一'];
    for (let round = 0; round < 3000; round += 1) {
      const raw = Array.from({ length: random.below(60) }, () => random.of(parts)).join('');
      const at = random.below(raw.length + 1), end = Math.min(raw.length, at + random.below(4));
      const repairs: readonly Repair[] = end > at ? [{ span: { start: at, end }, text: random.of(['', '日', '12', '，']), kind: 'mojibake', certain: true }] : [];
      const doubts: readonly Doubt[] = findDoubts(documentOf(raw, { repairs, day: random.of(['2021-01-20', '2020-02-29T10:00', '2021', '']) }), tables);
      for (const [index, { span }] of doubts.entries()) {
        assert.ok(span.start >= (doubts[index - 1]?.span.end ?? 0) && span.end > span.start && span.end <= raw.length, JSON.stringify([raw, doubts]));
      }
    }
  });
});
