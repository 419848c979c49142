// The text side of the palette: typing, keys, the list of what was found. What there is to find comes from the server.
(() => {
    if (customElements.get("bw-palette")) {
        return;
    }
    const TYPING_PAUSE = 150;
    let counter = 0;
    const make = (tag, className, text) => {
        const element = document.createElement(tag);
        element.className = className;
        element.textContent = text || "";
        return element;
    };

    class Palette extends HTMLElement {
        #timer = 0;
        #active = 0;
        #choices = [];

        connectedCallback() {
            if (this.input) {
                this.input.focus();
                return;
            }
            // Values that were set before this script had run hide the setter.
            if (Object.hasOwn(this, "choices")) {
                const early = this.choices;
                delete this.choices;
                this.choices = early;
            }
            const id = "bw-palette-" + ++counter;
            this.input = make("input", "bw-palette-input");
            this.input.type = "text";
            this.input.autocomplete = "off";
            this.input.spellcheck = false;
            this.input.maxLength = 200;
            this.input.placeholder = "Search or go to";
            this.input.setAttribute("role", "combobox");
            this.input.setAttribute("aria-label", "Search, or go to a page");
            this.input.setAttribute("aria-expanded", "true");
            this.input.setAttribute("aria-autocomplete", "list");
            this.input.setAttribute("aria-controls", id);
            this.list = make("div", "bw-palette-list");
            this.list.id = id;
            this.list.setAttribute("role", "listbox");
            this.list.setAttribute("aria-label", "Found");
            this.none = make("p", "bw-palette-none");
            this.none.setAttribute("role", "status");
            this.append(this.input, this.list, this.none);
            this.input.addEventListener("input", () => {
                clearTimeout(this.#timer);
                this.#timer = setTimeout(() => this.#send("palette-text", {text: this.input.value}), TYPING_PAUSE);
            });
            this.input.addEventListener("keydown", (event) => this.#key(event));
            this.#draw();
            requestAnimationFrame(() => this.input.focus());
        }

        // JSON: [{group, shown, note, go}], in the order in which they stand.
        set choices(json) {
            this.#choices = JSON.parse(json);
            this.#active = 0;
            this.#draw();
        }

        #draw() {
            if (!this.list) {
                return;
            }
            let group = "";
            const rows = [];
            this.#choices.forEach((choice, index) => {
                if (choice.group !== group) {
                    group = choice.group;
                    const head = make("div", "bw-palette-group", group);
                    head.setAttribute("role", "presentation");
                    rows.push(head);
                }
                const row = make("div", "bw-palette-choice");
                row.id = this.list.id + "-" + index;
                row.setAttribute("role", "option");
                row.append(make("span", "bw-palette-shown", choice.shown), make("span", "bw-meta", choice.note));
                if (choice.key) {
                    row.append(make("kbd", "bw-key", choice.key));
                }
                row.addEventListener("mousedown", (event) => event.preventDefault());
                row.addEventListener("click", () => this.#send("palette-go", {go: choice.go}));
                rows.push(row);
            });
            this.list.replaceChildren(...rows);
            this.none.textContent = this.#choices.length ? "" : "Nothing is called so.";
            this.#mark();
        }

        #mark() {
            const rows = [...this.list.querySelectorAll("[role=option]")];
            rows.forEach((row, index) => row.setAttribute("aria-selected", String(index === this.#active)));
            const row = rows[this.#active];
            if (row) {
                row.scrollIntoView({block: "nearest"});
                this.input.setAttribute("aria-activedescendant", row.id);
            } else {
                this.input.removeAttribute("aria-activedescendant");
            }
        }

        #key(event) {
            const count = this.#choices.length;
            if ((event.key === "ArrowDown" || event.key === "ArrowUp") && count) {
                event.preventDefault();
                this.#active = (this.#active + (event.key === "ArrowDown" ? 1 : count - 1)) % count;
                this.#mark();
            } else if (event.key === "Enter" && count) {
                event.preventDefault();
                this.#send("palette-go", {go: this.#choices[this.#active].go});
            }
        }

        #send(name, detail) {
            this.dispatchEvent(new CustomEvent(name, {detail}));
        }
    }

    customElements.define("bw-palette", Palette);
})();
