import assert from 'node:assert/strict';
import { learnSite } from '../../../src/core/judge/learnSite';
import { groupBySite } from '../../../src/core/judge/siteProfile';
import { judge } from '../../../src/core/judge/judge';
import { analysed, bodyOf, read, reasonOf } from './read';

const STORY = [
  '5月5日,江边新建的图书馆开门迎客,第一天就有三千多名读者走进这座由旧仓库改成的建筑。',
  '馆长林安介绍,图书馆藏书二十万册,设有儿童阅览区和临江的自习室,全年免费开放。',
  '“孩子放学后有地方去了。”家住附近的王女士说。',
];

describe('judge, on texts without a page around them', () => {
  const whole: Readonly<Record<string, string>> = {
    'a poem': '床前明月光，\n疑是地上霜。\n举头望明月，\n低头思故乡。',
    'verse without marks': '撑着油纸伞，独自\n彷徨在悠长、悠长\n又寂寥的雨巷，\n我希望逢着\n一个丁香一样地\n结着愁怨的姑娘。',
    'a single paragraph': '只有一段话的文件,没有标题,也没有日期,但它仍然是一个来源,读者想看到它的全部文字。',
    'an English note': 'Rivers carry more than water. They carry silt, seeds, stories and, in spring, whole trees.\n\nThe first bridge was made of rope.',
  };
  for (const [name, text] of Object.entries(whole)) {
    it(`keeps ${name} whole`, () => assert.deepEqual(bodyOf(read(text)), text.split('\n').filter((line) => line !== '')));
  }
  it('keeps every line of a dialogue under its headline', () => {
    const lines = ['记者：您什么时候开始写作？', '作家：二十岁。', '记者：第一篇写了什么？', '作家：写我祖母的菜园。'];
    const document = read(['对话作家：写作是一种慢', ...lines].join('\n\n'));
    assert.deepEqual(bodyOf(document), lines);
    assert.equal(document.metadata.title?.value, '对话作家：写作是一种慢');
    assert.deepEqual(document.metadata.authors, []);
  });
  it('keeps lists and headings', () => {
    const lines = ['天气转暖，阳台上的花该怎么养？园艺师给出五条建议。', '一、换盆', '根系长满的植物应在三月换盆。', '二、浇水', '• 早晨浇水', '• 见干见湿', '三、施肥', '薄肥勤施，忌浓肥。'];
    assert.deepEqual(bodyOf(read(['春季养花三要点', ...lines].join('\n'))), lines);
  });
});

describe('judge, on a page', () => {
  it('takes what stands beside the repeated headline for the body where nothing else reads like one', () => {
    const source = '<title>书桌出让</title><ul><li>网站首页</li><li>联系我们</li></ul><h1>书桌出让</h1><div><p>书桌出让</p><p>1107436 林安 面议</p></div><div><p>老码头变身露天音乐厅</p></div>';
    const odds: Readonly<Record<string, number>> = { '书桌出让': -0.5, '老码头变身露天音乐厅': -1 };
    const document = judge(analysed(source, 'page.html'), undefined, (lines) => Float64Array.from(lines, ({ text }) => odds[text] ?? -3));
    assert.deepEqual(bodyOf(document), ['1107436 林安 面议']);
  });
  it('keeps code whole that stands between paragraphs, a lone bracket included', () => {
    const source = '<h1>写一个循环</h1><p>循环由条件和语句组成，下面的例子打印从一到十的数，每行一个。</p><pre><code>for (let i = 1; i <= 10; i++) {\n  print(i);\n}</code></pre><p>条件不再成立时，循环就结束了，程序往下执行。</p>';
    assert.deepEqual(bodyOf(read(source, 'page.html')).slice(1, 4), ['for (let i = 1; i <= 10; i++) {', '  print(i);', '}']);
  });
  it('finds the body of a very short piece of news', () => {
    const document = read('本市明日起限行\n\n来源：江城晚报 2023-05-06 08:00\n\n记者从交管局获悉，明日起市区工作日早晚高峰限行。\n\n责任编辑：林安');
    assert.deepEqual(bodyOf(document), ['记者从交管局获悉，明日起市区工作日早晚高峰限行。']);
    assert.equal(document.metadata.publisher?.value, '江城晚报');
    assert.deepEqual(document.metadata.editors.map(({ value }) => value), ['林安']);
  });
  it('ends the body before links that no heading announces', () => {
    const links = ['江城地铁三号线试运行', '市民公园改造完成', '今年中考报名人数公布', '老街夜市本周末开市'];
    const document = read(['首页 > 新闻 > 正文', '江边建起新图书馆', '2024年5月6日 10:20 来源：江城晚报', ...STORY, '(责任编辑：方文)', ...links, '关于我们 | 联系我们 | 网站地图'].join('\n'));
    assert.deepEqual(bodyOf(document), STORY);
  });
  it('begins the body after links that stand at the top', () => {
    const document = read(['推荐阅读', '江城地铁三号线试运行', '市民公园改造完成', '首页 > 新闻 > 正文', '江边建起新图书馆', '时间:2024-05-06 10:20 来源:江城晚报 作者:林安', ...STORY, '分享到：'].join('\n'));
    assert.deepEqual(bodyOf(document), STORY);
    assert.equal(document.metadata.title?.value, '江边建起新图书馆');
    assert.deepEqual(document.metadata.authors.map(({ value }) => value), ['林安']);
  });
  it('hides the headline where it stands again for a picture', () => {
    const [first = '', ...rest] = STORY;
    const document = read(['江边建起新图书馆', '来源:江城晚报 2024-05-06 10:20', first, '江边建起新图书馆', ...rest].join('\n\n'));
    assert.deepEqual(bodyOf(document), STORY);
    assert.equal(document.blocks[3]?.reason, 'imageText');
  });
  it('takes teasers with dates of their own for other pages, be they prose or not', () => {
    const teasers = STORY.flatMap((line, index) => [line.replace('5月5日', '近日'), `2024-05-0${7 - index} 09:30`]);
    const document = read(['江边建起新图书馆', '来源:江城晚报 2024-05-06 10:20', ...STORY, '[ 责编:方文 ]', '推荐阅读', ...teasers, '加载更多'].join('\n'));
    assert.deepEqual(bodyOf(document), STORY);
    assert.equal(reasonOf(document, teasers[0] ?? ''), 'recommended');
    assert.equal(document.metadata.published?.value, '2024-05-06T10:20');
    assert.equal(document.metadata.capturedNotBefore?.value, '2024-05-07T09:30');
  });
  it('keeps a chronicle, whose dates climb', () => {
    const lines = ['2024年1月3日', STORY[0] ?? '', '2024年2月8日', STORY[1] ?? '', '2024年4月1日', STORY[2] ?? ''];
    assert.deepEqual(bodyOf(read(['图书馆大事记', '来源:江城晚报 2024-05-06 10:20', ...lines].join('\n'))), lines);
  });
  it('reads traditional pages by the same words', () => {
    const document = read(['江邊建起新圖書館', '發布時間：2024-05-06 10:20　來源：江城晚報', '5月5日，江邊新建的圖書館開門迎客，第一天就有三千多名讀者走進這座由舊倉庫改成的建築。', '館長介紹，圖書館藏書二十萬冊，設有兒童閱覽區和臨江的自習室，全年免費開放。', '責任編輯：林安', '相關閱讀', '江城捷運三號線試運行'].join('\n'));
    assert.equal(document.script, 'Hant');
    assert.equal(document.metadata.publisher?.value, '江城晚報');
    assert.equal(reasonOf(document, '相關閱讀'), 'sectionHeading');
    assert.equal(bodyOf(document).length, 2);
  });
  it('leaves empty what a page does not say', () => {
    const { metadata } = read(STORY.join('\n\n'));
    assert.deepEqual(metadata, { series: [], authors: [], editors: [], guests: [], credits: [], section: [] });
  });
  it('takes front matter for the word of the writer', () => {
    const document = read(`---\ntitle: 新馆\nsource: https://news.example.com/1\nauthor: 林安\npublished: 2024-05-06\n---\n# 江边建起新图书馆\n\n${STORY.join('\n\n')}\n`, 'clip.md');
    assert.equal(document.metadata.title?.value, '新馆');
    assert.equal(document.metadata.url?.value, 'https://news.example.com/1');
    assert.deepEqual(document.metadata.published, { value: '2024-05-06', from: 'frontMatter' });
    assert.deepEqual(document.metadata.authors, [{ value: '林安', from: 'frontMatter' }]);
  });
});

describe('sites', () => {
  it('teach which box holds their articles, so that a short piece in it is read as one', () => {
    const page = (title: string, lines: readonly string[]): string => `<html><head><title>${title}</title><link rel="canonical" href="http://news.example.cn/${title.length}"></head><body><div class="top">${'<a href="/">频道</a> '.repeat(6)}</div><h1>${title}</h1><div class="zw">${lines.map((line) => `<p>${line}</p>`).join('')}</div><div class="qt"><p>版权所有 江城在线</p></div></body></html>`;
    const market = ['城南旧书市集停办三年后昨天重新开张，天还没亮就有人打着手电挑书。', '摊主方文带来两箱连环画，一上午卖出去大半，剩下的他打算留给老主顾。', '主办方说，市集以后每逢周末开放，摊位不收租金。'];
    const others = [page('江边新建的图书馆开门迎客', STORY), page('城南旧书市集重新开张', market)].map((source, at) => analysed(source, `${at}.html`));
    const profile = learnSite(others);
    assert.deepEqual([...profile.containers.keys()], ['body > div zw']);
    const short = analysed(page('雨', ['雨停了。']), 'short.html');
    assert.deepEqual(bodyOf(judge(short, profile)), ['雨停了。']);
  });
  const frame = ['点击右上角微信好友', '江城网首页', '今日江城', '您此时的心情', '本站热线', '江城图库', '联系本报', '新闻热线八六'];
  const page = (title: string, story: readonly string[]): string => [...frame.slice(0, 3), title, '来源:江城晚报 2024-05-06 10:20', ...story, ...frame.slice(3)].join('\n');
  const first = analysed(page('江边建起新图书馆', STORY), 'a.txt');
  const second = analysed(page('老街夜市开市', ['入夏以来,老街两旁的灯笼在傍晚六点准时亮起,摊主们推着车一字排开,从街口排到了河边。', '“生意比去年好。”摊主说,每天能卖出两百多碗凉粉。']), 'b.txt');
  const other = analysed('山里来了新老师\n\n开学那天,山路上多了一个背着行李的年轻人,孩子们远远地就喊起了老师。', 'c.txt');

  it('are told by the lines their pages share', () => {
    assert.deepEqual(groupBySite([first, other, second]).map((group) => group.map(({ path }) => path)), [['a.txt', 'b.txt'], ['c.txt']]);
  });
  it('know the lines that recur on them', () => {
    const { lines, pages } = learnSite([first, second]);
    assert.equal(pages, 2);
    assert.ok(frame.every((line) => lines.has(line)));
    assert.ok(!STORY.some((line) => lines.has(line)));
  });
  it('do not take a page that was saved twice for a template', () => {
    const copy = analysed(`${page('江边建起新图书馆', STORY)}\n`, 'copy.txt');
    assert.equal(learnSite([first, copy]).pages, 1);
    assert.deepEqual(bodyOf(judge(first, learnSite([first, copy]))), STORY);
  });
});
