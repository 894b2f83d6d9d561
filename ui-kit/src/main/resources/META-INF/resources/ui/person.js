/* Who is signed in: their name and the way out at the right of the bar, and the proof that a write comes from a page
   of ours (CSRF). The gateway keeps the session; it answers /me, takes /logout, and reads the proof, which it gave as a
   cookie, from the header of every write. Without a gateway, none of this shows. */
import { toast } from './say.js';

const HEADER = 'X-CSRF-Token';

function proof() {
    const found = document.cookie.match(/(?:^|; )(?:__Host-)?hotline-proof=([^;]*)/);
    return found ? found[1] : '';
}

document.addEventListener('htmx:configRequest', (event) => {
    if (event.detail.verb !== 'get') event.detail.headers[HEADER] = proof();
});

// Pages fetch by themselves here and there: no write of theirs may forget it.
const fetchAnything = window.fetch;
window.fetch = (target, options = {}) => {
    const address = new URL(target.url || target, location.href);
    const method = (options.method || target.method || 'GET').toUpperCase();
    if (address.origin !== location.origin || method === 'GET' || method === 'HEAD') return fetchAnything(target, options);
    const headers = new Headers(options.headers || target.headers);
    headers.set(HEADER, proof());
    return fetchAnything(target, { ...options, headers });
};

async function leave() {
    const answer = await fetch('/logout', { method: 'POST' }).catch(() => null);
    // Signed out already, or just now: either way what is left of it is with the provider.
    if (answer?.ok) location.assign((await answer.json()).next);
    else if (answer?.status === 401) location.assign('/');
    else toast('没有退出成功，请再按一次。', true);
}

/** Fills the bar; only where there is something to read the proof from is anybody signed in. */
export async function show() {
    const place = document.getElementById('person');
    if (!place || !proof()) return;
    const answer = await fetch('/me', { headers: { Accept: 'application/json' } }).catch(() => null);
    if (!answer?.ok) return;
    const { name, duty } = await answer.json();
    const who = document.createElement('span');
    who.textContent = `${name} ${duty}`;
    const out = document.createElement('button');
    out.type = 'button';
    out.className = 'topbar-help';
    out.textContent = '退出';
    out.addEventListener('click', leave);
    place.replaceChildren(who, out);
    place.hidden = false;
}
