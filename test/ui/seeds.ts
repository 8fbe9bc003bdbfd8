/** The seeds by their headlines, and their files. */
export const seeds = {
  tv: { title: '北京全力打造国际科技创新高地', file: '000_66590499738ca114.txt' },
  paper: { title: '北京不断强化科技创新策源功能', file: '001_bcd046d04134275a.txt' },
  answer: { title: '聚焦“高精尖” 交出“京”答卷', file: '002_e77c51ab1625c1e6.txt' },
  ministry: { title: '北京国际科创中心建设如何走出新路子?科技部给出关键词', file: '003_eeab958d9503df85.txt' },
  damaged: { title: '從開局之年首次地方考察,讀懂“科技自立自強”的深意', file: '004_f2c62bcefd194340.txt' },
} as const;
