/* 建议: class, place and unit, from routing, by the browser. It proposes with its reasons and fills in nothing by
   itself; when it cannot be reached, registering goes on. */
import { element } from './history.js';

const PATIENCE = 400;
const LEAST = 4;
const SURE = 0.7;

export function advise({ base, place, adopt, chosen, announce }) {
    let asked = '';
    let timer;
    let underway;

    function follow(matter) {
        const now = JSON.stringify(matter);
        if (now === asked) return mark();
        asked = now;
        clearTimeout(timer);
        underway?.abort();
        if ([...matter.content].length < LEAST) return say('写下诉求后，这里给出分类、地址和承办单位的建议。');
        timer = setTimeout(() => fetchAndShow(matter), PATIENCE);
    }

    async function fetchAndShow(matter) {
        underway = new AbortController();
        const { signal } = underway;
        const found = await fetch(`${base}/api/v1/recommendations`, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify({
                ...matter,
                title: matter.title || null,
                place: { text: matter.place.text || null, divisionCode: matter.place.divisionCode || null },
            }),
            signal,
        }).then((answer) => (answer.ok ? answer.json() : null), () => null);
        if (signal.aborted) return;
        if (found) show(found);
        else trouble();
    }

    function show(found) {
        const parts = [];
        if (found.sensitive?.length) parts.push(danger(found.sensitive, found.urgency?.code === 'EMERGENCY'));
        if (found.urgency && ['EMERGENCY', 'URGENT'].includes(found.urgency.code))
            parts.push(section('紧急程度', 'Alt+U'), urgency(found.urgency));
        if (found.split?.length) parts.push(section('可分开登记', null), ...found.split.map(request), none('像是几件事：先登记一件，其余另开工单，各自派单。'));
        parts.push(section('分类建议', found.categories?.length ? 'Alt+1' : null));
        parts.push(...(found.categories?.length ? found.categories.slice(0, 5).map(category) : [none('没有把握的分类，请手工选择，或留空由派单员判断。')]));
        parts.push(section('地址建议', found.places?.length ? 'Alt+Q' : null));
        if (found.places?.length) parts.push(...found.places.map(location));
        else if (!found.setting?.outside) parts.push(none('还看不出在哪个县区，请问清地址。'));
        parts.push(...setting(found.setting || {}));
        parts.push(section('承办单位'), ...units(found));
        place.removeAttribute('aria-live');
        place.replaceChildren(...parts);
        mark();
        announce(`${(found.categories || []).length} 条分类建议，${(found.places || []).length} 条地址建议`);
    }

    const category = (one, at) => card(`Alt+${at + 1}`, String(at + 1), 'categoryCode', one.code, (one.path || [one.term]).join(' / '), one);

    /* All candidates of a name that several counties have; the first two by key. */
    function location(one, at) {
        const key = 'QW'[at];
        const code = one.streetCode || one.countyCode;
        return card(key && `Alt+${key}`, key, 'place.divisionCode', code, [one.county, one.street, one.community].filter(Boolean).join(' '), one);
    }

    const request = (part, at) => none(`${at + 1}. ${part.category.term}：${part.text}`);

    /* What lies across, beside and below the county. */
    function setting({ outside, area, border, cells, notes }) {
        const lines = [...(notes || [])];
        if (outside) lines.push(`地址像是在${outside}，不在本市，请核对。`);
        if (area) lines.push(`位于${area.name}，由${area.unitName}负责。`);
        if (border?.length) lines.push('在两县区交界处，先由前一个县区临时主办。');
        if (cells?.length === 1) lines.push(`${cells[0].name}，网格员 ${cells[0].worker}。`);
        return lines.map(none);
    }

    function urgency(one) {
        const button = card('Alt+U', 'U', 'urgency', one.code, one.term, { evidence: one.evidence });
        button.classList.add('card-warn');
        return button;
    }

    function card(key, cap, name, value, words, { confidence, evidence }) {
        const button = element('button', 'card advice-card');
        button.type = 'button';
        if (key) {
            button.dataset.key = key;
            button.dataset.keyWords = `采用 ${words}`;
        }
        button.dataset.adopts = name;
        button.dataset.value = value;
        const head = element('span', 'advice-head');
        if (cap) head.append(element('kbd', '', cap));
        head.append(element('span', '', words));
        if (confidence !== undefined) head.append(element('span', confidence >= SURE ? 'advice-sure' : 'muted', `${Math.round(confidence * 100)}%`));
        button.append(head);
        const note = element('span', 'advice-note');
        const reasons = (evidence || []).filter((word) => !/^\d+$/.test(word)).slice(0, 6); // a code is no reason to a person
        if (reasons.length) note.append('依据 ', ...reasons.flatMap((word) => [element('mark', '', word), ' ']));
        if (confidence !== undefined) note.append(reasons.length ? '· ' : '', confidence >= SURE ? '较有把握' : '供参考');
        if (note.childNodes.length) button.append(note);
        button.addEventListener('click', () => adopt(name, value));
        return button;
    }

    /* What will become of the ticket: dispatched by itself, or left to a dispatcher, and why. */
    function units(found) {
        const proposed = (found.units || []).filter((unit) => unit.role.code !== 'ALTERNATIVE').slice(0, 3).map(unitLine);
        const doubts = (found.doubts || []).map((doubt) => doubt.term).join('、');
        const words = found.sure ? '提交后自动派单。' : `提交后由派单员确定${doubts ? `：${doubts}` : ''}。`;
        return [...proposed, none(words)];
    }

    function unitLine(unit) {
        const line = element('p', 'advice-unit');
        line.append(element('span', 'strong', unit.name), ` ${unit.role.term}`, element('span', 'advice-note', unit.reason));
        return line;
    }

    function danger(marks, emergency) {
        const words = marks.map((mark) => `${mark.term}${mark.evidence?.length ? `（${mark.evidence.join('、')}）` : ''}`);
        return element('p', 'danger', `注意：${words.join('；')}。${emergency ? '请稳住来电人，立即报班长。' : ''}`);
    }

    /* Which of the proposals stand in the form. */
    function mark() {
        for (const button of place.querySelectorAll('[data-adopts]')) {
            const stands = chosen(button.dataset.adopts) === button.dataset.value;
            button.classList.toggle('card-chosen', stands);
            button.setAttribute('aria-pressed', String(stands));
        }
    }

    function trouble() {
        const box = element('div', 'trouble');
        box.setAttribute('role', 'status');
        box.append(element('strong', '', '建议暂不可用，请手工选择。'), ' 录入照常。');
        place.replaceChildren(box);
        asked = ''; // with the next key stroke it is tried again
    }

    function section(words, key) {
        const head = element('h2', 'section-head', words);
        if (key) {
            const hint = element('span', '');
            hint.append(element('kbd', '', key), ' 采用');
            head.append(' ', hint);
        }
        return head;
    }

    const none = (words) => element('p', 'small muted', words);
    const say = (words) => place.replaceChildren(none(words));

    return { follow };
}
