import assert from 'node:assert/strict';
import { readHeadline } from '../../../src/core/cues/headline';
import { readLine, type CueName } from '../../../src/core/cues/lineCues';
import { normalLine } from '../../../src/core/cues/normal';

const cues = (text: string): ReadonlySet<CueName> => readLine(normalLine(text)).names;
const names = (text: string): readonly string[] => readLine(normalLine(text)).byline?.names.map((name) => name.text) ?? [];

describe('normalLine', () => {
  it('keeps every character in its place', () => {
    const text = '　《江城》（图）：１２｜丨 终。';
    assert.equal(normalLine(text).length, text.length);
    assert.equal(normalLine(text), ' 《江城》(图):12|| 终。');
  });
  it('asks for simplified characters only where it is given a way', () => {
    assert.equal(normalLine('來源：江城'), '來源:江城');
    assert.equal(normalLine('來源：江城', (c) => (c === '來' ? '来' : c)), '来源:江城');
  });
});

describe('readLine', () => {
  const looks: readonly (readonly [line: string, name: CueName])[] = [
    ['首页> 地方频道> 要闻 > 正文', 'breadcrumb'], ['您当前所在位置:江城网>外宣> 正文', 'breadcrumb'], ['所在位置: 首页 > 实时讯息 >', 'breadcrumb'],
    ['来源:江城晚报2025-06-04 14:44', 'dateline'], ['时间:2026-02-11 15:49:41|来源:江城客户端|点击量:180', 'dateline'], ['0次浏览     民国110年5月14日', 'dateline'],
    ['2025-12-12 13:08', 'loneDate'], ['[ 责编:方文 ]', 'editor'], ['(责任编辑：方文)', 'editor'], ['编辑：方文   责任编辑：林安', 'editor'],
    ['监制丨林安 方文', 'credit'], ['出品单位:江城社会科学院', 'credit'], ['相关阅读', 'listHeading'], ['视觉焦点', 'listHeading'], ['您可能还喜欢', 'listHeading'], ['Related stories', 'listHeading'],
    ['分享至手机', 'share'], ['朋友圈', 'share'], ['加载更多', 'widget'], ['您此时的心情', 'widget'], ['时政　人事　政策解读　最新法规　部委通知', 'menu'],
    ['版权所有 江城网 未经许可不得转载', 'licence'], ['免责声明:凡本网注明来源的作品', 'disclaimer'], ['编者按:', 'editorsNote'], ['本期嘉宾:', 'guests'],
    ['△江边的新图书馆', 'caption'], ['正在阅读:江边建起新图书馆', 'readingBar'], ['AA通讯·21 分钟前', 'ago'], ['• 江城地铁试运行  2012-01-12', 'datedItem'],
    ['【纠错】【责任编辑：方文】', 'editor'], ['阅读下一篇：', 'listHeading'], ['上一篇：江边建起新图书馆', 'neighbour'], ['【打印本页】【关闭窗口】', 'controls'], ['上一页 1 2 3 下一页', 'controls'],
    ['继续浏览即表示您同意我们的隐私政策。', 'consent'], ['We use cookies to remember you.', 'consent'], ['发文字号： 临政办发〔2022〕31号', 'record'], ['标签：旅行 清单', 'tags'],
    ['原标题：江边建起新图书馆', 'formerTitle'], ['江城日报 2020年11月05日 第01版：要闻', 'dateline'], ['（作者为江城师范学院教授）', 'byline'], ['编辑 林安 责编 方文', 'editor'], ['（原载《江城晚报》2019年7月2日A05版）', 'dateline'],
    ['亚洲一区二区_成人AV无码_国产精品_久久', 'spam'],
  ];
  for (const [line, name] of looks) it(`sees ${name} in “${line}”`, () => assert.ok(cues(line).has(name), [...cues(line)].join()));

  const not: readonly (readonly [line: string, name: CueName])[] = [
    ['2024年,核心产业营收突破了3000亿元,来源:江城统计局的数据显示,三类企业数量均居首位,增长明显。', 'dateline'],
    ['记者：您什么时候开始写作？', 'byline'], ['更多>>', 'breadcrumb'], ['他在《江城》里写道:监制、编辑都是慢工细活。', 'credit'],
    ['（江城社记者林安石江北3日电）江边的新图书馆昨天开门。', 'byline'], ['下一篇文章要写什么，他还没有想好。', 'neighbour'], ['欧盟要求网站在使用数据前征得用户同意。', 'consent'], ['打印店开在街角', 'controls'], ['关键词：是这次会议反复出现的一个字。', 'tags'],
    ['有关部门打击成人网站,查处一批违法企业,国产软件也在整改之列,网民表示支持。', 'spam'],
  ];
  for (const [line, name] of not) it(`sees no ${name} in “${line}”`, () => assert.ok(!cues(line).has(name)));

  it('reads a padded name as one', () => assert.deepEqual(names('　　本报记者 方 敏 林安石'), ['方敏', '林安石']));
  it('reads the reporter at the end of a paragraph', () => assert.deepEqual(names('为强国建设作出新的更大贡献。本报记者 林安石'), ['林安石']));
  it('reads the reporters of an agency dateline', () => assert.deepEqual(names('江城网讯(记者 林安、方文)5日上午,新馆开门。'), ['林安', '方文']));
  const bylines: readonly (readonly [line: string, expected: readonly string[]])[] = [
    ['（江城社记者林安石台北3日电）受锋面影响', ['林安石']], ['（江城社记者林安石、方文华盛顿3日专电）总统', ['林安石', '方文']], ['〔记者林安石／花田报道〕老糖厂', ['林安石']],
    ['【本报记者林安石江北报道】老糖厂', ['林安石']], ['记者林安石／江北报道', ['林安石']], ['新馆明年开放。（通讯员 林安石）', ['林安石']], ['江城讯(记者林安石通讯员方文)昨天', ['林安石', '方文']],
    ['（文/林安石 图/方文）', ['林安石']], ['采访、撰文 林安石  摄影 方文', ['林安石']], ['江城晚报评论员 林安石', ['林安石']], ['江城晚报讯　记者林安石报道：新馆昨日开门。', ['林安石']], ['江城晚报讯　记者报道的新馆：昨日开门。', []], ['Jane Miller, Staff Writer', ['Jane Miller']],
    ['Posted on October 12, 2021 by Jane Miller', ['Jane Miller']], ['他写过一篇长文 林间 的故事', []], ['Paris, the city of light', []],
  ];
  for (const [line, expected] of bylines) it(`names ${expected.join(' and ') || 'nobody'} in “${line}”`, () => assert.deepEqual(names(line), expected));
  it('reads the editor at the end of a paragraph', () => {
    assert.deepEqual(readLine(normalLine('周末天气稳定，适合出游。（编辑：林安石/方文）1120803')).editors?.names.map(({ text }) => text), ['林安石', '方文']);
  });
  it('knows who sent a dateline in brackets', () => {
    assert.equal(readLine(normalLine('（江城社记者林安石台北3日电）受锋面影响')).agency?.outlet.text, '江城社');
    assert.equal(readLine(normalLine('《江城晨报》专讯')).agency?.outlet.text, '江城晨报');
  });
  it('takes no verb for a name', () => assert.deepEqual(names('此前,本报记者了解到'), []));
  it('takes no photographer for a reporter', () => assert.deepEqual(names('3月1日,嘉宾出席典礼。江城社记者 林安 摄'), []));
  it('reads an English byline', () => assert.deepEqual(names('By Jane Miller and Tom Ford'), ['Jane Miller', 'Tom Ford']));
  it('knows an agency dateline from a sentence about one', () => {
    assert.equal(readLine('江城网消息(晚间新闻):建设新馆').agency?.outlet.text, '江城网');
    assert.equal(readLine('江城社北京12月12日电 由本市主办').agency?.strong, true);
    assert.equal(readLine('他看报知道了消息后很高兴').agency?.strong ?? false, false);
  });
  it('parts labels that are glued together', () => {
    const line = '文字作者:图片作者:稿件来源:江城晚报发布时间:2024-05-06';
    const values = readLine(line).labels.map((label) => [label.kind, line.slice(label.valueStart, label.valueEnd)]);
    assert.deepEqual(values, [['author', ''], ['other', ''], ['source', '江城晚报'], ['date', '2024-05-06']]);
  });
});

describe('readHeadline', () => {
  const parts = (text: string): readonly string[] => {
    const line = normalLine(text), { title, series, mediaTag } = readHeadline(line);
    return [line.slice(...title), series.map((range) => line.slice(...range)).join('/'), mediaTag ? line.slice(...mediaTag) : ''];
  };
  const forms: readonly (readonly [string, readonly string[]])[] = [
    ['[视频]【新视野】江边建起新图书馆', ['江边建起新图书馆', '新视野', '视频']],
    ['时政观察丨从开局之年,读懂“自强”的深意', ['从开局之年,读懂“自强”的深意', '时政观察', '']],
    ['江边建起新图书馆（高质量发展·权威发布）', ['江边建起新图书馆', '高质量发展·权威发布', '']],
    ['江边建起新图书馆(组图)', ['江边建起新图书馆', '', '组图']],
    ['家用汽车修理更换退货责任规定(征求意见稿)', ['家用汽车修理更换退货责任规定(征求意见稿)', '', '']],
    ['聚焦“高精尖” 交出“京”答卷', ['聚焦“高精尖” 交出“京”答卷', '', '']],
    ['正在阅读:江边建起新图书馆', ['江边建起新图书馆', '', '']],
  ];
  for (const [line, expected] of forms) it(`parts “${line}”`, () => assert.deepEqual(parts(line), expected));
});
