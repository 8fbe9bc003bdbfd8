/** The hundred and more commonest family names; they tell 记者 林安石 from 记者 了解到. */
const FAMILY = new Set('王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由'.split(''));
const DOUBLE = /^(?:欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|轩辕|夏侯|端木|百里|呼延|南宫|长孙|宇文|独孤)/;
const ETHNIC = /^[\u4e00-\u9fff]{1,8}(?:[·•][\u4e00-\u9fff]{1,8}){1,3}$/;
const LATIN = /^[A-Z][\p{L}.'-]{0,20}(?: [A-Z][\p{L}.'-]{0,20}){0,3}$/u;
const HAN_NAME = /^[\u4e00-\u9fff]{2,4}$/;
const COMPOUND_END = /(?:报|网|社|台|部|局|院|所|会|组|厅|司|处|室|团|公司|中心|记者|编辑|报道|综合|频道|日报|时报|晚报|卫视|整理|发布|采写)$/;

/** Whether a normalised, simplified word can be a person's name where a name is expected. */
export function isName(word: string): boolean {
  if (ETHNIC.test(word) || LATIN.test(word)) return true;
  return HAN_NAME.test(word) && !COMPOUND_END.test(word) && word !== '佚名' && word !== '匿名';
}

/** Whether a word begins like a Chinese name; for places where other words stand too. */
export function hasFamilyName(word: string): boolean {
  return ETHNIC.test(word) || (HAN_NAME.test(word) && (DOUBLE.test(word) || FAMILY.has(word[0] ?? '')) && !COMPOUND_END.test(word));
}

export interface Word { readonly text: string; readonly start: number; readonly end: number }

/**
 * The words of a list of names between `start` and `end` of a normalised line. A two-character name that was padded
 * (`方 敏`) is one word whose text has lost its spaces.
 */
export function splitNames(line: string, start = 0, end = line.length): readonly Word[] {
  const piece = line.slice(start, end);
  const separator = /[A-Za-z]{2}/.test(piece) && !/[\u4e00-\u9fff]/.test(piece) ? /[^,;、/&]+/g : /[^\s,;、/&]+/g;
  const words: Word[] = [];
  for (const match of piece.matchAll(separator)) {
    const text = match[0].trim();
    if (text === '') continue;
    const at = start + match.index + match[0].indexOf(text);
    const last = words.at(-1);
    if (last && isSingleHan(last.text) && isSingleHan(text) && /^\s{1,8}$/.test(line.slice(last.end, at))) {
      words[words.length - 1] = { text: last.text + text, start: last.start, end: at + text.length };
    } else {
      words.push({ text, start: at, end: at + text.length });
    }
  }
  return words;
}

const isSingleHan = (text: string): boolean => /^[\u4e00-\u9fff]$/.test(text);
