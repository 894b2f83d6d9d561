/* Live updates: the server sends signals only ({kind, subject, version}, never a caller's data), the page fetches
   again what it shows. One connection per service for all tabs, in a SharedWorker; without one, only while the tab is
   seen. A page asks with data-live="/routing/live"; a part of it listens by
   hx-trigger="live:ticket from:body, live:refetch from:body". Many signals of a kind come together as one of these; a
   script that waits for one subject hears each of them as "live:each". After a gap everything is fetched anew. */

const state = { wasOff: false, hidden: false };
const pending = new Map();

function fire(name, detail) {
    // Many signals at once are one reason to fetch; a little chance keeps a hundred desks from asking together.
    if (pending.has(name)) return;
    pending.set(name, setTimeout(() => {
        pending.delete(name);
        document.body.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
    }, 200 + Math.random() * 400));
}

function show(on) {
    const place = document.getElementById('live-state');
    if (!place) return;
    place.hidden = false;
    const words = on ? '实时' : '已断开，每 5 秒重试；您的录入不受影响';
    if (place.textContent !== words) place.textContent = words;
    place.dataset.state = on ? 'on' : 'off';
}

function heard(message) {
    if (message.type === 'on') {
        show(true);
        if (state.wasOff) fire('live:refetch');
        state.wasOff = false;
    } else if (message.type === 'off') {
        show(false);
        state.wasOff = true;
    } else if (message.type === 'signal') {
        document.body.dispatchEvent(new CustomEvent('live:each', { detail: message.signal }));
        fire(`live:${message.kind}`, message.signal);
    }
}

function viaWorker(address) {
    const worker = new SharedWorker(new URL('./live-worker.js', import.meta.url), { type: 'module', name: `live ${address}` });
    worker.port.onmessage = (event) => heard(event.data);
    worker.port.start();
    const join = () => worker.port.postMessage({ type: 'join', address });
    join();
    window.addEventListener('pagehide', () => worker.port.postMessage({ type: 'leave' }));
    window.addEventListener('pageshow', (event) => {
        if (!event.persisted) return;
        state.wasOff = true;
        join();
    });
}

async function alone(address) {
    const { Line } = await import('./live-worker.js');
    const line = new Line(address, heard);
    const follow = () => {
        if (document.hidden) {
            line.close();
            state.wasOff = true;
        } else line.open();
    };
    document.addEventListener('visibilitychange', follow);
    window.addEventListener('pagehide', () => line.close());
    follow();
}

/** Listens to the signals of one service; address as a path, such as /routing/live. */
export function connect(address) {
    const absolute = new URL(address, location.href).href;
    if (typeof SharedWorker === 'function') viaWorker(absolute);
    else alone(absolute);
}

/** Connects when the page asks for it. */
export function start() {
    const asked = document.querySelector('[data-live]');
    if (asked) connect(asked.dataset.live);
}
