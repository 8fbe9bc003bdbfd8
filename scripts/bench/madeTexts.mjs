import { Converter } from 'opencc-js';
import { pinyin } from 'pinyin-pro';

const toTraditional = Converter({ from: 'cn', to: 't' });
const isHan = character => /[\u3400-\u9fff]/.test(character);
const readingOf = (character, options) => pinyin(character, options);

/** Texts that look like damage and are none, {kind, name, text}: made of Tang and Song poems, of Japanese documentation, and of words listed here. */
export function* makeTexts(poems, japanese, core) {
  const random = core.randomSource(77);
  for (const { name, text } of [...annotatedPoems(poems)]) {
    yield { kind: 'poems with readings', name, text };
    yield { kind: 'poems with readings', name: `${name}, Traditional`, text: toTraditional(text) };
  }
  const lessons = readingLessons(poems);
  yield { kind: 'linguistics', name: 'characters of several readings', text: lessons };
  yield { kind: 'linguistics', name: 'characters of several readings, Traditional', text: toTraditional(lessons) };
  yield { kind: 'linguistics', name: 'sounds', text: soundLines(poems) };
  yield { kind: 'readings in brackets, Japanese', name: 'furigana', text: withFurigana(japanese) };
  for (const made of [placeLines(), nameLines(random), tableLines(random), markLines()]) {
    yield made;
    yield { ...made, name: `${made.name}, Traditional`, text: toTraditional(made.text) };
  }
}

/** The poems with the reading of every character, in several settings, and with those of rare characters only. */
function* annotatedPoems(poems) {
  const every = show => poems.replace(/[^\n]+/g, line => {
    const readings = pinyin(line, { type: 'array', nonZh: 'spaced' });
    return [...line].map((character, at) => (isHan(character) ? show(character, readings[at]) : character)).join('');
  });
  yield { name: 'in brackets', text: every((character, reading) => `${character}(${reading})`) };
  yield { name: 'in full-width brackets', text: every((character, reading) => `${character}（${reading}）`) };
  yield { name: 'without tones', text: every(character => `${character}(${readingOf(character, { toneType: 'none' })})`) };
  yield { name: 'in numbers', text: every(character => `${character}(${readingOf(character, { toneType: 'num' })})`) };
  yield { name: 'a line above', text: poems.replace(/[^\n]+/g, line => `${pinyin(line)}\n${line}`) };
  yield { name: 'of rare characters', text: rareOnly(poems) };
}

/** Each rare character of the poems with its reading where it stands first. */
function rareOnly(poems) {
  const seen = new Set(), counts = new Map();
  for (const character of poems) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...poems].map(character => {
    if (!isHan(character) || counts.get(character) > 2 || seen.has(character)) return character;
    seen.add(character);
    return `${character}(${readingOf(character)})`;
  }).join('');
}

/** Sentences on characters that are read in several ways: 長(zhǎng)、長(cháng). */
function readingLessons(poems) {
  const characters = [...new Set(poems)].filter(isHan);
  return characters.flatMap((character, at) => {
    const readings = pinyin(character, { multiple: true, type: 'array' });
    if (readings.length < 2) return [];
    const [one, other] = readings, words = `${character}(${one})与${character}(${other})`;
    return [[`“${character}”是多音字，有${readings.length}个读音：${readings.join('、')}。`, `${words}意思不同，前者读(${one})，后者读(${other})。`, `${at}. ${character}  ${readings.map(reading => `[${reading}]`).join(' ')}`, `注意区分${words}，不要读错。`][at % 4]];
  }).join('\n');
}

const INITIALS = { b: 'p', p: 'pʰ', m: 'm', f: 'f', d: 't', t: 'tʰ', n: 'n', l: 'l', g: 'k', k: 'kʰ', h: 'x', j: 'tɕ', q: 'tɕʰ', x: 'ɕ', zh: 'ʈʂ', ch: 'ʈʂʰ', sh: 'ʂ', r: 'ʐ', z: 'ts', c: 'tsʰ', s: 's' };
const TONES = ['', '˥', '˧˥', '˨˩˦', '˥˩'];

/** Characters with their sounds as phoneticians write them. */
function soundLines(poems) {
  return [...new Set(poems)].filter(isHan).map(character => {
    const [initial, final] = [pinyin(character, { pattern: 'initial' }), pinyin(character, { pattern: 'final', toneType: 'none' })];
    return `${character}\t/${INITIALS[initial] ?? ''}${final}${TONES[Number(pinyin(character, { pattern: 'num' }))] ?? ''}/\t${pinyin(character)}\t${pinyin(character, { toneType: 'num' })}`;
  }).join('\n');
}

const KANA = { 設定: 'せってい', 文字: 'もじ', 利用: 'りよう', 例: 'れい', 管理: 'かんり', 以下: 'いか', 情報: 'じょうほう', 通常: 'つうじょう', 変更: 'へんこう', 環境: 'かんきょう', 上記: 'じょうき', 機能: 'きのう', 必要: 'ひつよう', 方法: 'ほうほう', 開発: 'かいはつ', 実行: 'じっこう', 起動: 'きどう', 漢字: 'かんじ', 日本語: 'にほんご', 提供: 'ていきょう' };

/** Japanese with the readings of some words in brackets. */
const withFurigana = text => text.replace(new RegExp(Object.keys(KANA).join('|'), 'g'), (word, at) => (at % 3 === 0 ? `${word}(${KANA[word]})` : `${word}（${KANA[word]}）`));

const PLACES = '亳州 蚌埠 六安 歙县 黟县 涪陵 綦江 北碚 渑池 浚县 长垣 武陟 柘城 尉氏 中牟 邳州 盱眙 睢宁 浒墅 甪直 鄞州 台州 丽水 乐清 嵊州 衢州 莘县 莒县 无棣 临朐 单县 郯城 兖州 曲阜 鄄城 牟平 茌平 洪洞 繁峙 隰县 临汾 解州 乐亭 蔚县 井陉 蠡县 涿州 获鹿 铅山 婺源 弋阳 耒阳 郴州 汨罗 枞阳 秭归 监利 猇亭 黄陂 番禺 东莞 大埔 儋州 荥经 犍为 珙县 阆中 郫都 邛崃 勐海 勐腊 盩厔 鄠邑 吴堡 柞水 临洮 宕昌 乌兰察布 巴彦淖尔 磴口 珲春 桦甸 穆棱 绥芬河 讷河'.split(' ');

function placeLines() {
  const lines = PLACES.flatMap((place, at) => {
    const readings = pinyin(place, { type: 'array' });
    const each = [...place].map((character, index) => `${character}(${readings[index]})`).join('');
    return [`${at + 1}. ${place}（${pinyin(place, { separator: '' })}）`, `${place[0]}(${readings[0]})${place.slice(1)}，常被读错的地名之一。`, each, `${place} ${readings.join(' ')}`];
  });
  return { kind: 'place names with readings', name: 'places', text: lines.join('\n') };
}

const SURNAMES = [...'张王李赵陈杨吴刘黄周徐孙胡朱高林何郭马罗'], RARE = [...'鬯彧翀龑玥喆堃珺彣曌旻昉甯頔烜翾骉犇焱垚淼鑫祎赟昶晟暐琰璟祐翙翯芃苡莳菡蕤蘅衎袆訚謇贇轶逖邈郄郗鋆锜镕閟阕隽雱霁霭靓頠颀飏飖駪骁鸑麒黻黼齮'];

function nameLines(random) {
  const name = () => random.of(SURNAMES) + (random.below(2) === 0 ? random.of(RARE) : random.of(RARE) + random.of(RARE));
  const lines = Array.from({ length: 1500 }, (_, at) => [
    `记者 ${name()} ${name()} 报道`, `${name()}问?${name()}答。`, `责编：${name()}、${name()}、${name()}`, `(作者${name()}系本校教授,通讯员${name()})`, `${name()}说：“${name()}和${name()}都到了!”`,
    `第${at}号 ${name()}  男  ${20 + (at % 50)}岁`,
  ][at % 6]);
  return { kind: 'rare names', name: 'names', text: lines.join('\n') };
}

function tableLines(random) {
  const cells = [...'男女是否有无优良中差东南西北上下左右甲乙丙丁一二三四五六日升降平涨跌胜负和'];
  const row = () => Array.from({ length: 6 }, () => random.of(cells));
  const number = () => String(random.below(100000) / 100);
  const lines = Array.from({ length: 2500 }, (_, at) => [
    `| ${row().join(' | ')} |`, row().map(cell => `${cell}\t${number()}`).join('\t'), `${at},${row().join(',')},${number()}`, `${random.of(PLACES)}  ${number()}  ${number()}%  ${random.of(cells)}`,
    '日 一 二 三 四 五 六', `${1 + (at % 12)}月  ${row().slice(0, 2).join('  ')}  ${number()}`, `┃${random.of(PLACES)}　　┃${number()}　┃`,
  ][at % 7]);
  return { kind: 'tables', name: 'tables', text: lines.join('\n') };
}

/** Marks and signs that are meant: questions, entities that are spoken of, units, emoji, other scripts. */
function markLines() {
  const lines = ['什么?!真的吗??', '“真的吗?!”他问。', '速度为 30 m/s², 温度 25 ℃, 面积 80㎡, 第①至⑩项。', '👩‍💻 和 🏳️‍🌈 是组合的表情。', 'HTML 里 &nbsp; 是不换行空格,&amp; 是和号。', 'if (a && b) { c &= d; } // 位运算', 'Größe, naïve, Åström, łódź, İstanbul, Đà Nẵng, Þingvellir', '∀x∈ℝ: ⌈x⌉ ≥ x ≥ ⌊x⌋', 'Αθήνα, Москва, ירושלים, القاهرة, กรุงเทพ', '“你好”用 GBK 编码是 C4 E3 BA C3。', '一·二八、五·一二、C++、C#、A/B 测试、R&D、AT&T', '「長」、「重」、「行」三字皆破音字。', '￥1,234.50；$99；€5；£3', '他说:"好!"——然后走了……', '赤 橙 黄 绿 青 蓝 紫', '甲 乙 丙 丁 戊 己 庚 辛 壬 癸', '加 减 乘 除'];
  return { kind: 'marks and signs', name: 'marks', text: Array.from({ length: 60 }, () => lines.join('\n')).join('\n') };
}
