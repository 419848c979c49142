// Back and forward within a list. Each open row is an entry of the history, and Flow's client takes one that is left while
// it is still at work on the last for its own doing, so the server never hears of it. Here the server is told where the
// browser came to rest; if it knew, nothing happens. The router goes to and fro before it settles, hence the pause.
let settled;
window.addEventListener('popstate', () => {
    clearTimeout(settled);
    settled = setTimeout(() => {
        const detail = (location.origin + location.pathname + location.search).slice(document.baseURI.length);
        document.querySelectorAll('.bw-list').forEach(list => list.dispatchEvent(new CustomEvent('came-back', { detail })));
    }, 100);
});
