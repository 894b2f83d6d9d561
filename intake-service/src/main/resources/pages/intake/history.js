/* 来电记录: the tickets of a number, masked, asked for in a body: a phone number never stands in an address. */

const DAY = 24 * 3600e3;
const PATIENCE = 350;

let list;
let total;
let base;
let callAgain;
let asked = '';
let timer;

const two = (number) => String(number).padStart(2, '0');

/** 今日 09:12, 昨日 19:42, else 11-08; by Beijing time. */
export function brief(iso, now = Date.now()) {
    const day = (at) => new Date(at + 8 * 3600e3).toISOString().slice(0, 10);
    const at = Date.parse(iso);
    const local = new Date(at + 8 * 3600e3);
    const time = `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`;
    if (day(at) === day(now)) return `今日 ${time}`;
    if (day(at) === day(now - DAY)) return `昨日 ${time}`;
    return day(at).slice(day(at).slice(0, 4) === day(now).slice(0, 4) ? 5 : 0);
}

const TONES = { FORWARDED: 'blue', MERGED: 'blue', CLOSED: 'green', CLOSED_DIRECT: 'green' };

/** Somebody handles it, by itself or merged into another. */
const isOpen = (ticket) => ['FORWARDED', 'MERGED'].includes(ticket.status.code);

/** One ticket as a row that opens in a page of its own: the call goes on here. */
export function row(ticket, address) {
    const link = element('a', 'row row-plain');
    link.href = `${address}tickets/${ticket.number}`;
    link.target = '_blank';
    link.rel = 'noopener';
    const main = element('span', 'row-main');
    main.append(
        element('span', 'row-title', ticket.title),
        element('span', 'row-note', [brief(ticket.receivedAt), ticket.progress.unit || ticket.kind.term].join(' · ')),
    );
    const state = isOpen(ticket) && ticket.progress.stage ? ticket.progress.stage.term : ticket.status.term;
    link.append(main, element('span', `tag tag-${TONES[ticket.status.code] || ''}`, state));
    return link;
}

/** Asks what is known of a number; null when it cannot be known now. */
export async function lookUp(phone, address) {
    const answer = await fetch(`${address}api/v1/caller-lookups`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ phone }),
    }).catch(() => null);
    return answer?.ok ? answer.json() : null;
}

export const history = {
    /** @param again what to do when the caller calls about an open ticket; opens #again-layer */
    into(place, count, address, again) {
        list = place;
        total = count;
        base = address;
        callAgain = again;
    },

    /** Shows the history of a number as soon as it is whole and typing pauses. */
    follow(phone, found) {
        if (phone === asked) return;
        asked = phone;
        clearTimeout(timer);
        found({ open: 0 });
        total.textContent = '';
        if (phone.length < 7) return say('输入号码后，这里列出这个号码以往的工单。');
        timer = setTimeout(() => fetchAndShow(phone, found), PATIENCE);
    },
};

async function fetchAndShow(phone, found) {
    const known = await lookUp(phone, base);
    if (phone !== asked) return;
    if (!known) return say('来电记录暂时取不到，录入照常。');
    if (!known.total) return say('没有这个号码可列出的工单；来电人报出编号的，按编号查。');
    total.textContent = `共 ${known.total} 件`;
    list.replaceChildren(...known.tickets.slice(0, 8).map((ticket) => (isOpen(ticket) ? openRow(ticket) : row(ticket, base))));
    found({ open: known.tickets.filter(isOpen).length });
}

/** An open ticket with what may be done about it at once. */
function openRow(ticket) {
    const pair = element('div', 'again-row');
    const button = element('button', 'btn btn-small', '再来电');
    button.type = 'button';
    button.dataset.opens = '#again-layer';
    button.setAttribute('aria-label', `就 ${ticket.number} 再来电`);
    button.addEventListener('click', () => callAgain(ticket));
    pair.append(row(ticket, base), button);
    return pair;
}

function say(words) {
    list.replaceChildren(element('p', 'small muted', words));
}

export function element(name, kind, text = '') {
    const made = document.createElement(name);
    made.className = kind;
    made.textContent = text;
    return made;
}
