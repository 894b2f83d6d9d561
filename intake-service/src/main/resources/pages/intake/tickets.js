/* 来电检索: a phone number that is typed into the search is asked for in a body and never becomes an address. */
import { element, lookUp, row } from './history.js';

const form = document.getElementById('search');
const results = document.getElementById('results');

const phoneOf = (typed) => {
    const digits = typed.normalize('NFKC').replace(/[ \-()]/g, '').replace(/^(\+|00)?86(?=1\d{10}$)/, '');
    return /^(1\d{10}|0\d{9,11}|\d{7,8})$/.test(digits) ? digits : null;
};

form.addEventListener('submit', (event) => {
    const phone = phoneOf(form.elements.q.value);
    if (!phone) return;
    event.preventDefault();
    show(phone);
});

async function show(phone) {
    for (const alert of document.querySelectorAll('.form-alert')) alert.remove();
    const known = await lookUp(phone, form.dataset.base);
    if (!known) return results.replaceChildren(element('p', 'empty', '暂时查不到，请稍后再试。'));
    if (!known.total) return results.replaceChildren(element('p', 'empty', '这个号码没有登记过工单。'));
    const rows = element('div', 'rows');
    rows.dataset.rows = '';
    rows.append(...known.tickets.map(own));
    results.replaceChildren(rows, element('p', 'pages', `这个号码共 ${known.total} 件，列出最近 ${known.tickets.length} 件`));
}

function own(ticket) {
    const link = row(ticket, form.dataset.base);
    link.className = 'row';
    link.removeAttribute('target');
    link.querySelector('.row-note').prepend(`${ticket.number} · `);
    return link;
}
