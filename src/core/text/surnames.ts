/** Family names of one character, in Simplified and, where it differs, Traditional: the 300 most frequent and those of a few more well-known families. */
const surnames = new Set(
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許韩韓邓鄧冯馮曹彭曾肖蕭萧田董潘袁蔡蒋蔣余餘于於杜叶葉程魏苏蘇吕呂丁任卢盧'
  + '姚沈鍾钟姜崔谭譚陆陸范汪廖石金韦韋贾賈夏付傅方邹鄒熊白孟秦邱侯江尹薛闫閆雷龙龍黎史陶贺賀毛郝顾顧龚龔邵万萬覃武钱錢戴严嚴莫孔向常汤湯康易乔喬赖賴文庄莊施洪季'
  + '安颜顏温溫芦蘆倪葛郎申聂聶柳章鲁魯翟耿詹左焦岳骆駱关關欧歐祝齐齊殷涂塗甘代盛卓尚柯古盘盤邢毕畢路裴简簡阮冉项項苗牛单單符柴鲍鮑霍凌纪紀瞿娄婁池穆柏管尤'
  + '包米费費曲宁寧成费翁荣榮房解应應卜饶饒车車苟艾谷麦麥游遊喻屈蒲桂蓝藍凤鳳辛窦竇巩鞏连連窦敖臧吉燕隋晏褚阎閻党黨银銀占滕植佟桑仲匡戚栾欒宫宮苑樊练練储儲冷'
  + '卫衛楚卞伍胥原明帅帥奚封闵閔揭丛叢储华華郁郗邬鄔皮迟遲相查厉厲虞刁司晋晉边邊乐樂刑匙舒杭初蓋盖时時沙满滿初商水花全浦计計班阳陽仇',
);

/** Whether `character` is a family name that people have by itself. */
export function isSurname(character: string): boolean {
  return surnames.has(character);
}
