/* Who is signed in: their name, the way out and their desks in the bar, and the proof that a write comes from a page
   of ours (CSRF). The gateway keeps the session; it answers /me, takes /logout, and reads the proof, which it gave as a
   cookie, from the header of every write. Without a gateway, none of this shows. */
import { toast } from './say.js';

const HEADER = 'X-CSRF-Token';

/** For what a script sends by other ways than fetch and htmx. */
export const proof = { header: HEADER, value };

function value() {
    const found = document.cookie.match(/(?:^|; )(?:__Host-)?hotline-proof=([^;]*)/);
    return found ? found[1] : '';
}

document.addEventListener('htmx:configRequest', (event) => {
    if (event.detail.verb !== 'get') event.detail.headers[HEADER] = value();
});

// Pages fetch by themselves here and there: no write of theirs may forget it.
const fetchAnything = window.fetch;
window.fetch = (target, options = {}) => {
    const address = new URL(target.url || target, location.href);
    const method = (options.method || target.method || 'GET').toUpperCase();
    if (address.origin !== location.origin || method === 'GET' || method === 'HEAD') return fetchAnything(target, options);
    const headers = new Headers(options.headers || target.headers);
    headers.set(HEADER, value());
    return fetchAnything(target, { ...options, headers });
};

async function leave() {
    const answer = await fetch('/logout', { method: 'POST' }).catch(() => null);
    // Signed out already, or just now: either way what is left of it is with the provider.
    if (answer?.ok) location.assign((await answer.json()).next);
    else if (answer?.status === 401) location.assign('/');
    else toast('没有退出成功，请再按一次。', true);
}

/* Only where they work: what leads to a refusal is no help. */
function boards(desks) {
    const bar = document.querySelector('.topbar-boards');
    if (!bar || !desks.length) return;
    const here = desks.find((desk) => location.pathname.startsWith(desk.address.split('/').slice(0, 3).join('/')));
    bar.replaceChildren(...desks.map((desk) => {
        const link = document.createElement('a');
        link.href = desk.address;
        link.textContent = desk.name;
        if (desk === here) link.setAttribute('aria-current', 'page');
        return link;
    }));
}

/** Fills the bar; only where there is something to read the proof from is anybody signed in. */
export async function show() {
    const place = document.getElementById('person');
    if (!place || !value()) return;
    const answer = await fetch('/me', { headers: { Accept: 'application/json' } }).catch(() => null);
    if (!answer?.ok) return;
    const { name, duty, desks } = await answer.json();
    boards(desks);
    const who = document.createElement('span');
    who.textContent = `${name} ${duty}`;
    const out = document.createElement('button');
    out.type = 'button';
    out.className = 'topbar-help';
    out.textContent = '退出';
    out.addEventListener('click', leave);
    place.replaceChildren(who, out);
    place.hidden = false;
    // On paper stands who printed it, and when.
    addEventListener('beforeprint', () => {
        document.body.dataset.printed = `${name} ${duty} ${new Date().toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' })} 打印`;
    });
}
