/* The open entry is in sight in its list. */
const show = () => document.querySelector('#catalogue [data-rows] [aria-current]')?.scrollIntoView({ block: 'nearest' });

show();
document.addEventListener('htmx:afterSettle', show);
