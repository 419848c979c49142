// Keys for what has a button on the page. data-shortcut names one key, "g" and a letter for a page, or "ctrl" and a letter;
// data-escape says that the Escape key presses it, the lowest number first. In a list j and k go from row to row, Enter opens
// the row, x ticks it. Single keys are dead where text is typed and for people who switched them off.
(() => {
    let leader = 0;
    window.breakwaterKeys = true;
    const TYPING = "input:not([type=checkbox]), textarea, select, [contenteditable], vaadin-dialog, vaadin-menu-bar-submenu";
    const typing = (target) => target.closest && target.closest(TYPING);
    const visible = (element) => element.checkVisibility() && !element.hasAttribute("disabled");
    const press = (target) => (target.shadowRoot?.querySelector("a[href]") || target).click();
    const shortcut = (name) => [...document.querySelectorAll(`[data-shortcut="${CSS.escape(name)}"]`)].filter(visible).at(-1);
    const cellIn = (grid) => {
        const cell = grid.shadowRoot.activeElement?.closest("[role=gridcell], [role=rowheader]");
        return cell && cell.closest("tbody") ? cell : null;
    };
    const contents = (row) => [...row.children].map((cell) =>
        grid(row).querySelector(`[slot="${CSS.escape(cell.querySelector("slot")?.name || "")}"]`)).filter(Boolean);
    const grid = (row) => row.getRootNode().host;
    // The row that has the focus, else the one that is open.
    const current = (list) => cellIn(list)?.parentElement
        || [...list.shadowRoot.querySelectorAll("tbody tr")].find((row) => !row.hidden && row.matches("[selected], [part~=selected-row]"));

    const inList = (key) => {
        const list = document.querySelector("vaadin-grid.bw-grid");
        if (!list || !visible(list)) {
            return false;
        }
        const cell = cellIn(list);
        if (key === "j" || key === "k") {
            const from = cell || list.shadowRoot.querySelector("tbody tr:not([hidden]) td, tbody tr:not([hidden]) th");
            if (!from) {
                return false;
            }
            from.focus();
            if (cell) {
                const arrow = {key: key === "j" ? "ArrowDown" : "ArrowUp", bubbles: true, composed: true, cancelable: true};
                from.dispatchEvent(new KeyboardEvent("keydown", arrow));
            }
            return true;
        }
        const row = current(list);
        if (!row) {
            return false;
        }
        if (key === "x") {
            const box = contents(row).map((content) => content.querySelector(".bw-check")).find(Boolean);
            box?.click();
            return Boolean(box);
        }
        if (key === "Enter" && cell) {
            const content = contents(row).find((one) => !one.querySelector(".bw-check, vaadin-checkbox, button, a"));
            content?.click();
            return Boolean(content);
        }
        return false;
    };

    document.addEventListener("keydown", (event) => {
        const target = event.composedPath()[0];
        if (event.defaultPrevented || event.altKey || !target.closest) {
            return;
        }
        if (event.ctrlKey || event.metaKey) {
            const button = !event.shiftKey && shortcut("ctrl " + event.key.toLowerCase());
            if (button) {
                event.preventDefault();
                press(button);
            }
            return;
        }
        if (typing(target)) {
            return;
        }
        if (event.key === "Escape") {
            const ways = [...document.querySelectorAll("[data-escape]")].filter(visible)
                .sort((a, b) => Number(a.dataset.escape) - Number(b.dataset.escape));
            if (ways.length && !document.querySelector("vaadin-dialog[opened]")) {
                press(ways[0]);
            }
            return;
        }
        if (!window.breakwaterKeys || event.key.length !== 1) {
            return;
        }
        const wanted = Date.now() - leader < 1200 ? "g " + event.key : event.key;
        leader = event.key === "g" ? Date.now() : 0;
        const button = shortcut(wanted) || (wanted === "/" ? shortcut("ctrl k") : null);
        if (!button) {
            if (inList(wanted)) {
                event.preventDefault();
            }
            return;
        }
        event.preventDefault();
        if (button.matches("input")) {
            button.focus();
        } else {
            press(button);
        }
    });

    // Before the grid, which would move the focus into the cell.
    document.addEventListener("keydown", (event) => {
        const target = event.composedPath()[0];
        if (event.key === "Enter" && !event.ctrlKey && !event.altKey && !event.metaKey
            && target.matches?.("[role=gridcell], [role=rowheader]") && inList("Enter")) {
            event.preventDefault();
            event.stopImmediatePropagation();
        }
    }, true);
})();
