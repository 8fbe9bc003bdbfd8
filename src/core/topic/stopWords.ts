/** Words that carry no topic: they end a phrase and have no weight. Chinese in simplified characters. */
const STOP = new Set([
  ...'的了是在和与及或而但也都就还又则于以为由从自向往对把被将让使给至到之其此这那哪该本各每某些个们我你您他她它谁什么吗呢吧啊呀很更最太已曾正没无不未勿可能会要应须得着过所者并且因如若虽即便等似般第',
  ...('一个 一种 一些 一定 一样 一般 一方面 另一方面 一直 一起 进行 可以 通过 我们 他们 她们 它们 你们 自己 具有 主要 同时 由于 作为 因此 没有 这种 这些 这个 这样 那么 那些 其中 以及 就是 根据 成为 必须 而且 如果 对于 不能 为了 之间 包括 也是 因为 的是 认为 '
    + '比较 从而 有关 可能 都是 只有 首先 采用 不仅 所有 随着 但是 已经 如何 所以 还是 关于 以上 以下 不是 能够 完全 甚至 考虑 及其 并不 其他 虽然 十分 现在 这里 之一 还有 什么 任何 是在 经过 应该 非常 它的 在于 来说 而是 以来 那么 出来 起来 '
    + '目前 目的 今年 去年 明年 今天 昨天 昨日 今日 日前 近日 日电 记者 报道 表示 指出 强调 介绍 认为 称 说 据 获悉 了解 消息 本报 本网 来源 责编 编辑 图片 图 摄 本站 网友 字号 字体 原标题 全文 点击 图文 责任编辑 版权 万 亿 元 亿元 万元 美元 人民币 小时 分钟 上午 下午 晚上 月份 年度 左右 '
    + '以后 之后 之前 以前 期间 时候 有人 有的 很多 许多 不少 大量 部分 方面 问题 情况 工作 需要 要求 影响 不同 重要 新的 更加 不断 进一步 加快 推动 促进 提高 加强 实现 深入 全面 坚持 充分 取得 得到 出现 存在 发生 开始 成功 完成 提出 突出 截至 超过 达到 其它 为什么').split(' '),
  ...('a an the and or but if then than that this these those of in on at by for from to into with without within over under about as is are was were be been being am do does did done have has had having will would can could may might shall should must '
    + 'not no nor so too very just only also more most much many some any all each every other another such own same it its he she they them their his her him we us our you your i me my who whom whose which what when where why how there here '
    + 'said says say according one two three new first last year years day days time people up out off down after before between during while because through both few against again further once mr mrs ms dr now still even well like get make made via per').split(' '),
]);

/** Single characters that do not begin a phrase: ends of words that the segmenter cut, and units. */
const NOT_FIRST = new Set([...'年月日号人次位家件项条只种处性化式度率量力区市县省级型类版届场期篇集部岁间时后里们者界额值点']);
/** Single characters that do not end one: beginnings of words, verbs, places and units. */
const NOT_LAST = new Set([...'年月日号次位件项条只种处多大小新老高低好两几约近共再先起出入用有做作成开进行双单主副总全非来去上下前后里中内外间时达增减升降']);

/** Whether a word ends a phrase and carries no weight; numbers do neither. */
export const isStopWord = (word: string): boolean => STOP.has(word) || /^[\d.,:%]+$/.test(word);
export const isNotFirst = (word: string): boolean => NOT_FIRST.has(word);
export const isNotLast = (word: string): boolean => NOT_LAST.has(word);
