/* 查看来电人: what was opened goes away when its time is over, and before the browser keeps the page for going back. */
const { serverNow, announce } = await import(document.getElementById('ui').src);

function sweep(everything) {
    for (const shown of document.querySelectorAll('.revealed')) {
        if (!everything && Number(shown.dataset.until) > serverNow()) continue;
        shown.remove();
        announce('来电人资料已收起。');
    }
}

setInterval(() => sweep(false), 1000);
addEventListener('pagehide', () => sweep(true));
document.addEventListener('visibilitychange', () => sweep(false));
