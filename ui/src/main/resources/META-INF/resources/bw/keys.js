// Keys for what has a button on the page: data-shortcut names one key, or "g" and a letter for a page.
(() => {
    let leader = 0;
    const typing = (target) => target.closest("input, textarea, select, [contenteditable], vaadin-dialog, vaadin-menu-bar-submenu");
    document.addEventListener("keydown", (event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || typing(event.composedPath()[0])) {
            return;
        }
        const wanted = Date.now() - leader < 1200 ? "g " + event.key : event.key;
        leader = event.key === "g" ? Date.now() : 0;
        const target = document.querySelector(`[data-shortcut="${CSS.escape(wanted)}"]`);
        if (!target || target.hasAttribute("disabled")) {
            return;
        }
        event.preventDefault();
        if (target.matches("input")) {
            target.focus();
        } else {
            (target.shadowRoot?.querySelector("a[href]") || target).click();
        }
    });
})();
