/* The list shows which ticket is open, and the address can be handed on. */
const opened = () => document.getElementById('ticket')?.dataset.number;

document.addEventListener('htmx:afterSettle', () => {
    const number = opened();
    for (const row of document.querySelectorAll('[data-rows] .row')) {
        if (row.id === `row-${number}`) row.setAttribute('aria-current', 'true');
        else row.removeAttribute('aria-current');
    }
    const address = new URL(location.href);
    if (!number || address.searchParams.get('number') === number) return;
    address.searchParams.set('number', number);
    history.replaceState(history.state, '', address);
});
