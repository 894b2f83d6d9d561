/* Deadline tags tick by the server's time. The server judged grade and words; between the moments it gave
   (data-near, data-soon, data-due) this counts the same way, minute by minute, the tag one is looking at by seconds.
   Nothing is read aloud but a change of grade. */
import { announce } from './say.js';

const MINUTE = 60e3, HOUR = 60 * MINUTE, DAY = 24 * HOUR;
const TERMS = { near: '临近', soon: '将到期', overdue: '已逾期' };

let ahead = Number(document.querySelector('meta[name=server-now]')?.content || Date.now()) - Date.now();

/** The server's time in milliseconds. */
export const serverNow = () => Date.now() + ahead;

// Answers carry the server's time by the second: enough to notice a clock that was set or a computer that slept.
document.addEventListener('htmx:afterRequest', (event) => {
    const at = Date.parse(event.detail.xhr?.getResponseHeader('Date') || '');
    if (at && Math.abs(at - serverNow()) > 3000) ahead = at - Date.now();
});

/** Two units at most, never rounded up; as DeadlineView.span on the server. */
export function span(ms, seconds = false) {
    if (ms < HOUR && seconds) {
        const whole = Math.floor(ms / 1000);
        return ` ${Math.floor(whole / 60)} 分 ${String(whole % 60).padStart(2, '0')} 秒`;
    }
    if (ms < MINUTE) return '不到 1 分';
    if (ms < HOUR) return ` ${Math.floor(ms / MINUTE)} 分`;
    const [large, small, unit, part] = ms < DAY ? [HOUR, MINUTE, '小时', '分'] : [DAY, HOUR, '天', '小时'];
    const rest = Math.floor((ms % large) / small);
    const shown = part === '分' ? String(rest).padStart(2, '0') : rest;
    return ` ${Math.floor(ms / large)} ${unit}${rest ? ` ${shown} ${part}` : ''}`;
}

function gradeOf(tag, now) {
    const { due, soon, near } = tag.dataset;
    return now > +due ? 'overdue' : now >= +soon ? 'soon' : now >= +near ? 'near' : 'ample';
}

function tick(tag, now) {
    const left = tag.dataset.due - now;
    const suffix = tag.dataset.suffix || '';
    const seconds = tag.dataset.tick === 'second';
    const words = left < 0 ? `${suffix}逾期${span(-left, seconds)}` : `剩${span(left, seconds)}${suffix}`;
    if (tag.textContent !== words) tag.textContent = words;
    const grade = gradeOf(tag, now);
    if (grade === tag.dataset.grade) return null;
    swap(tag, 'deadline', tag.dataset.grade, grade);
    const row = tag.closest('.row');
    if (row) swap(row, 'row', tag.dataset.grade, grade);
    tag.dataset.grade = grade;
    return `${nameOf(tag, row)}${TERMS[grade] || ''}`;
}

const swap = (element, kind, from, to) => {
    element.classList.remove(`${kind}-${from}`);
    element.classList.add(`${kind}-${to}`);
};

const nameOf = (tag, row) => tag.dataset.name || row?.querySelector('.row-title')?.textContent.trim() || '';

function tickAll(selector) {
    const now = serverNow();
    const changed = [...document.querySelectorAll(selector)].map((tag) => tick(tag, now)).filter(Boolean);
    if (changed.length) announce(changed.length > 2 ? `${changed.length} 件工单的时限换档` : changed.join('，'));
}

setInterval(() => tickAll('.deadline[data-due][data-tick=second]'), 1000);
setInterval(() => tickAll('.deadline[data-due]:not([data-tick])'), 15e3); // so that a minute is never late by more
document.addEventListener('visibilitychange', () => document.hidden || tickAll('.deadline[data-due]'));

/* How long something lasts already: <span data-since="1732243320000">03:12</span> */
setInterval(() => {
    for (const place of document.querySelectorAll('[data-since]')) {
        const whole = Math.max(0, Math.floor((serverNow() - place.dataset.since) / 1000));
        const two = (number) => String(number).padStart(2, '0');
        place.textContent = (whole >= 3600 ? `${Math.floor(whole / 3600)}:` : '') + `${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
    }
}, 1000);
