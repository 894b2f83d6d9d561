/* 五要素: whether the words say when, where, who, what and what is wished. Rough on purpose: it reminds, it never
   stops anybody, so it errs on the side of silence. */

const SAYS = {
    time: /[今昨前明]天|[今昨前]晚|凌晨|早上|上午|中午|下午|傍晚|晚上|夜[里间]|半夜|每[天日晚周月]|周[一二三四五六日末]|星期|最近|近期|近日|一直|长期|经常|刚[才刚]|[去今]年|上[周月]|本[周月]|\d+\s*(年|个?月|日|号|天|点|时|小时|分钟|周)|[一二两三四五六七八九十几多]+\s*(年|个月|天|小时|周)/,
    place: /[区县镇乡村]|街道?|路|巷|小区|花园|家园|社区|号院|号楼|单元|广场|市场|商场|超市|学校|医院|公园|大厦|工地|车站|公交|桥|河|对面|附近|门口/,
    who: /来电人|市民|业主|居民|村民|群众|老人|孩子|儿童|学生|家长|工人|职工|司机|乘客|房东|租户|邻居|商[户家贩]|店[家主]|物业|开发商|施工|公司|单位|老板|包工头|本人|我[们家]?|女士|先生|有人/,
    wish: /要求|希望|请|想|咨询|询问|了解|建议|反映|投诉|举报|求助|诉求|能否|能不能|是否|怎[么样]|如何|多[久少]|什么|尽快|尽早|解决|处理|查处|维修|恢复|表扬|感谢/,
};
const ENOUGH = 10;

export function judge(place, { content, place: address, name }) {
    const said = {
        time: SAYS.time.test(content),
        place: Boolean(address) || SAYS.place.test(content),
        who: Boolean(name.trim()) || SAYS.who.test(content),
        what: [...content.trim()].length >= ENOUGH,
        wish: SAYS.wish.test(content),
    };
    const begun = content.trim().length > 0;
    for (const tag of place.querySelectorAll('[data-element]')) {
        const state = said[tag.dataset.element] && begun ? 'there' : begun ? 'missing' : '';
        if (tag.dataset.state === state) continue;
        const word = (tag.dataset.word = tag.dataset.word || tag.textContent);
        tag.dataset.state = state;
        tag.textContent = state === 'there' ? `✓ ${word}` : state === 'missing' ? `还缺：${word}` : word;
    }
}
