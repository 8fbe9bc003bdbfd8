import assert from 'node:assert/strict';
import { read } from './read';

const body = [
  '　　5月5日，江边新建的图书馆开门迎客，第一天就有三千多名读者走进这座由旧仓库改成的建筑，馆内座无虚席。',
  '　　馆长林安介绍，图书馆藏书二十万册，设有儿童阅览区和临江的自习室，全年免费开放，节假日也不闭馆。',
  '　　家住附近的王女士说，她每个周末都会带着女儿来这里读书，一坐就是一个下午，孩子放学后有地方去了。',
];
const menu = ['首页', '新闻', '财经', '体育', '更多', '登录', '注册'];

/** The title that is read from a plain text with these lines between menu and story. */
function titleOf(...head: readonly string[]): string | undefined {
  return read([...menu, ...head, ...body, '责任编辑：方文', '相关新闻', '• 江城地铁三号线试运行'].join('\n\n')).metadata.title?.value;
}

describe('the headline of a plain text', () => {
  it('stands above its sub-headline', () => assert.equal(titleOf('江边建起新图书馆 读者排队入馆', '新图书馆由旧仓库改成，设有临江自习室', '2024-05-06 10:20'), '江边建起新图书馆 读者排队入馆'));
  it('stands below a kicker where a column closes it', () => assert.equal(titleOf('江城着力建设书香之城', '江边建起新图书馆 读者排队入馆（推动文化发展·权威发布）', '2024年05月06日10:20 | 来源：江城晚报'), '江边建起新图书馆 读者排队入馆'));
  it('stands above the date, whatever is printed again behind it', () => assert.equal(titleOf('江边建起新图书馆 读者排队入馆', '2024-05-06 10:20 来源：江城晚报', '字号：大 中 小', '江边图书馆开门迎客 三千读者入馆', '江边图书馆开门迎客 三千读者入馆'), '江边建起新图书馆 读者排队入馆'));
  it('stands above a date that other words surround', () => assert.equal(titleOf('江边建起新图书馆', '2024-05-06  江城时报  林安／江城报道'), '江边建起新图书馆'));
  it('is no line that ends in a comma', () => assert.equal(titleOf('静夜思江', '作者：林安 2024-05-06 18:32 浏览：272', '深夜看书须尽欢，', '一杯美酒对江月，'), '静夜思江'));
  it('stands above the card of an account', () => {
    const post = ['江边建起新图书馆', '江城发布', '微信号 jiangcheng', '功能介绍 江城大小事', '江城市举行', '江边新图书馆开门仪式暨首届江边图书馆读者大会', ...body];
    assert.equal(read(post.join('\n\n')).metadata.title?.value, '江边建起新图书馆');
  });
});
