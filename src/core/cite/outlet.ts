// What a page adds to an outlet's name to say by which of its channels it came.
const CHANNEL = /(?:新闻)?(?:客户端|公众号|微信公号|微信|微博|官方网站|官网|官微|移动端|手机版|app|网页版|头条号|视频号)$/i;
// A dash or bar between two names; inside a Latin name a hyphen is a letter like others.
const SEPARATOR = /\s+[-－—–|｜丨]+\s+|(?<=\p{Script=Han})\s*[-－—–|｜丨]+\s*|\s*[-－—–|｜丨]+\s*(?=\p{Script=Han})/u;
const BRACKETED = /[（(【[][^（）()【】[\]]*[）)】\]]\s*$/;

/** The outlet of a claimed publisher: the last part of `site-paper`, without a bracketed remark. */
export function outletOf(publisher: string): string {
  const parts = publisher.replace(BRACKETED, '').split(SEPARATOR).map(part => part.trim()).filter(part => part !== '');
  return parts.at(-1) ?? publisher.trim();
}

/** The outlet's name without the channel; `simplified` is the outlet in simplified characters. */
export function withoutChannel(simplified: string): string {
  const name = simplified.replace(CHANNEL, match => (/^新闻/.test(match) ? '新闻' : ''));
  return name.length >= 2 ? name : simplified;
}

/** Whether an outlet is a newspaper, told by the last word of its name. */
export function isPaper(simplified: string): boolean {
  return withoutChannel(simplified).endsWith('报')
    || /\b(?:times|post|herald|tribune|gazette|daily|journal|newspaper|press|chronicle|observer|guardian|telegraph)$/i.test(simplified);
}

/** Whether an outlet is a news agency, whose pieces others carry; told by the last word of its name. */
export function isAgency(simplified: string): boolean {
  return /[^会行版作团信公书诗茶报]社$/.test(withoutChannel(simplified)) || /\b(?:news agency|press agency|newswire)$/i.test(simplified);
}
