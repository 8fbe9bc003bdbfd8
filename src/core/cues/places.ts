import { hasFamilyName } from './names';

/** Places that datelines are sent from, in simplified characters; they part a reporter's name from the place glued to it. */
const PLACES: readonly string[] = [
  '北京', '上海', '天津', '重庆', '广州', '深圳', '南京', '杭州', '武汉', '成都', '西安', '沈阳', '大连', '哈尔滨', '长春', '济南', '青岛', '郑州', '长沙', '福州', '厦门', '南昌',
  '合肥', '昆明', '贵阳', '南宁', '海口', '三亚', '兰州', '西宁', '银川', '乌鲁木齐', '拉萨', '呼和浩特', '太原', '石家庄', '香港', '澳门', '台北', '新北', '桃园', '台中', '台南',
  '高雄', '基隆', '新竹', '苗栗', '彰化', '南投', '云林', '嘉义', '屏东', '宜兰', '花莲', '台东', '澎湖', '金门', '马祖', '东京', '大阪', '首尔', '平壤', '新加坡', '曼谷', '河内',
  '吉隆坡', '雅加达', '马尼拉', '新德里', '伦敦', '巴黎', '柏林', '布鲁塞尔', '日内瓦', '维也纳', '罗马', '马德里', '莫斯科', '基辅', '华盛顿', '纽约', '洛杉矶', '旧金山', '芝加哥',
  '休斯敦', '波士顿', '多伦多', '温哥华', '渥太华', '悉尼', '雪梨', '堪培拉', '墨尔本', '开罗', '内罗毕', '耶路撒冷', '加沙', '德黑兰', '迪拜', '圣保罗', '墨西哥城',
];

/** A name without the place behind it: by the places known, else three characters of name where at least two are left. */
export function withoutCity(word: string): string {
  const place = PLACES.find((name) => word.endsWith(name) && word.length - name.length >= 2 && word.length - name.length <= 4);
  if (place !== undefined) return word.slice(0, -place.length);
  if (!/^[\u4e00-\u9fff]{4,8}$/.test(word) || !hasFamilyName(word.slice(0, 3))) return word;
  return word.slice(0, word.length >= 5 ? 3 : 2);
}
