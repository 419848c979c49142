// The text side of the filter bar: chips, typing with completion, keys. It knows no meaning: what is typed goes to the server,
// what the server understood comes back as chips.
(() => {
    if (customElements.get("bw-filter-bar")) {
        return;
    }

    const TYPING_PAUSE = 400;
    const ASKING_PAUSE = 150;
    const MAX_OPTIONS = 8;
    const quoted = (value) => /^[^\s,":!<>\\=*]+$/.test(value) ? value : "\"" + value.replace(/[\\"]/g, "\\$&") + "\"";
    let counter = 0;

    // As part.PlainText does: what nobody sees, but turns or hides its neighbours, is shown as an escape.
    const UNSEEN = /(?![\t\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
    const plain = (text) => text.replace(UNSEEN, (one) => {
        const code = one.codePointAt(0);
        return code > 0xffff ? "\\u{" + code.toString(16) + "}" : "\\u" + code.toString(16).padStart(4, "0");
    });
    const make = (tag, className, text) => {
        const element = document.createElement(tag);
        if (className) {
            element.className = className;
        }
        if (text) {
            element.textContent = plain(text);
        }
        return element;
    };

    class FilterBar extends HTMLElement {
        #terms = [];
        #chips = [];
        #active = -1;
        #options = [];
        #found = {field: "", begun: "", values: []};
        #timer = 0;
        #asking = 0;
        #built = false;

        /** An example of what this list can be filtered by. */
        #hint() {
            const term =
                this.#terms.find((one) => one.name === "severity") ||
                this.#terms.find((one) => one.values.length > 0) ||
                this.#terms[0];
            if (!term) {
                return "Filter";
            }
            const value = term.name === "severity" ? "critical" : term.values[0] || "…";
            return "Filter, such as " + term.name + ":" + value;
        }

        connectedCallback() {
            if (this.#built) {
                return;
            }
            this.#built = true;
            // Values that were set before this script had run hide the setters.
            const early = ["label", "terms", "chips", "matches", "problem"].filter((name) => Object.hasOwn(this, name));
            const values = early.map((name) => this[name]);
            early.forEach((name) => delete this[name]);
            const id = "bw-filter-" + ++counter;
            this.setAttribute("role", "search");
            const box = make("div", "bw-filter-box");
            box.append(make("span", "bw-icon bw-icon-filter"));
            this.list = make("span", "bw-filter-chips");
            this.input = make("input");
            this.input.type = "text";
            this.input.spellcheck = false;
            this.input.autocomplete = "off";
            this.input.setAttribute("role", "combobox");
            this.input.setAttribute("aria-expanded", "false");
            this.input.setAttribute("aria-autocomplete", "list");
            this.input.setAttribute("aria-controls", id + "-options");
            this.input.setAttribute("aria-describedby", id + "-problem");
            this.input.setAttribute("aria-label", this._label || "Filter");
            this.input.placeholder = this.#hint();
            this.input.dataset.shortcut = "/";
            this.count = make("span", "bw-filter-count");
            this.count.setAttribute("role", "status");
            this.clear = make("button", "bw-filter-clear");
            this.clear.type = "button";
            this.clear.setAttribute("aria-label", "Clear the filter");
            this.clear.append(make("span", "bw-icon bw-icon-close"));
            box.append(this.list, this.input, this.count, this.clear);
            this.popup = make("ul", "bw-filter-options");
            this.popup.id = id + "-options";
            this.popup.setAttribute("role", "listbox");
            this.popup.setAttribute("aria-label", "Suggestions");
            this.popup.hidden = true;
            this.error = make("p", "bw-filter-problem");
            this.error.id = id + "-problem";
            this.error.setAttribute("role", "alert");
            this.append(box, this.popup, this.error);
            box.addEventListener("mousedown", (event) => {
                if (event.target === box || event.target === this.list) {
                    event.preventDefault();
                    this.input.focus();
                }
            });
            this.input.addEventListener("input", () => this.#typed());
            this.input.addEventListener("focus", () => this.#suggest());
            this.input.addEventListener("blur", () => this.#close());
            this.input.addEventListener("keydown", (event) => this.#key(event));
            this.clear.addEventListener("click", () => {
                this.#chips = [];
                this.input.value = "";
                this.#send(true);
                this.input.focus();
            });
            this.#draw();
            early.forEach((name, index) => {
                this[name] = values[index];
            });
            this.matches = this._matches || "";
            this.problem = this._problem || "";
        }

        set label(text) {
            this._label = text;
            if (this.input) {
                this.input.setAttribute("aria-label", text);
            }
        }

        set terms(json) {
            this.#terms = JSON.parse(json);
            if (this.input) {
                this.input.placeholder = this.#hint();
            }
        }

        set chips(json) {
            this.#chips = JSON.parse(json);
            this.#draw();
        }

        set matches(text) {
            this._matches = text;
            if (this.count) {
                this.count.textContent = text;
            }
        }

        set problem(text) {
            this._problem = text;
            if (this.error) {
                this.error.textContent = plain(text || "");
                this.classList.toggle("bw-filter-wrong", Boolean(text));
                this.input.setAttribute("aria-invalid", String(Boolean(text)));
            }
        }

        // The server understood the whole filter: it is chips now and the text is gone.
        take(json) {
            this.#chips = JSON.parse(json);
            if (this.input) {
                this.input.value = "";
                this.#close();
            }
            this.#draw();
        }

        #draw() {
            if (!this.list) {
                return;
            }
            this.list.replaceChildren(...this.#chips.map((chip, index) => {
                const shown = make("span", "bw-chip");
                const edit = make("button", "bw-chip-edit");
                edit.type = "button";
                edit.setAttribute("aria-label", "Change " + plain(chip));
                edit.addEventListener("click", () => this.#edit(index));
                const negated = chip.startsWith("!");
                const body = negated ? chip.slice(1) : chip;
                const colon = body.startsWith("\"") ? -1 : body.indexOf(":");
                if (negated || colon > 0) {
                    edit.append(make("b", "", (negated ? "not " : "") + body.slice(0, colon + 1)));
                }
                edit.append(make("span", "", body.slice(colon + 1).replaceAll(",", " or ")));
                shown.append(edit);
                const remove = make("button", "bw-chip-remove");
                remove.type = "button";
                remove.setAttribute("aria-label", "Remove " + plain(chip));
                remove.append(make("span", "bw-icon bw-icon-close"));
                remove.addEventListener("click", () => {
                    this.#chips.splice(index, 1);
                    this.#send(true);
                    this.input.focus();
                });
                shown.append(remove);
                return shown;
            }));
            this.clear.hidden = this.#chips.length === 0 && this.input.value === "";
        }

        // A chip becomes text again; what is typed already stays before it.
        #edit(index) {
            const [chip] = this.#chips.splice(index, 1);
            this.input.value = [this.input.value.trim(), chip].filter(Boolean).join(" ");
            this.#draw();
            this.input.focus();
            this.#suggest();
        }

        // Somebody wants another term.
        begin() {
            this.input.focus();
            this.#suggest();
        }

        // Values that the server found for what was typed.
        suggest(field, begun, json) {
            this.#found = {field, begun, values: JSON.parse(json)};
            if (document.activeElement === this.input) {
                this.#suggest();
            }
        }

        #ask(field, begun) {
            clearTimeout(this.#asking);
            if (this.#found.field === field && this.#found.begun === begun) {
                return;
            }
            this.#asking = setTimeout(
                () => this.dispatchEvent(new CustomEvent("filter-suggest", {detail: {field, begun}})), ASKING_PAUSE);
        }

        #send(finished) {
            clearTimeout(this.#timer);
            const filter = [...this.#chips, this.input.value.trim()].filter(Boolean).join(" ");
            this.dispatchEvent(new CustomEvent("filter-change", {detail: {filter, finished}}));
            this.#draw();
        }

        #typed() {
            clearTimeout(this.#timer);
            this.#timer = setTimeout(() => this.#send(false), TYPING_PAUSE);
            this.clear.hidden = false;
            this.#suggest();
        }

        #key(event) {
            if (event.key === "ArrowDown" || event.key === "ArrowUp") {
                event.preventDefault();
                this.#move(event.key === "ArrowDown" ? 1 : -1);
            } else if (event.key === "Enter") {
                event.preventDefault();
                if (this.#active >= 0) {
                    this.#choose(this.#options[this.#active]);
                } else if (this.input.value.trim()) {
                    this.#send(true);
                }
            } else if (event.key === "Escape" && !this.popup.hidden) {
                event.stopPropagation();
                this.#close();
            } else if (event.key === "Backspace" && this.input.value === "" && this.#chips.length) {
                event.preventDefault();
                this.input.value = this.#chips.pop();
                this.#draw();
                this.#suggest();
            }
        }

        // The word at the end of the text, which the suggestions would replace.
        #word() {
            const text = this.input.value;
            let start = 0;
            let inQuotes = false;
            for (let i = 0; i < text.length; i++) {
                if (text[i] === "\\" && inQuotes) {
                    i++;
                } else if (text[i] === "\"") {
                    inQuotes = !inQuotes;
                } else if (text[i] === " " && !inQuotes) {
                    start = i + 1;
                }
            }
            return {before: text.slice(0, start), word: text.slice(start)};
        }

        #suggest() {
            const {before, word} = this.#word();
            const negation = word.startsWith("!") ? "!" : "";
            const bare = word.slice(negation.length);
            const colon = bare.indexOf(":");
            let found = [];
            if (colon < 0) {
                found = this.#terms
                    .filter((term) => term.name.startsWith(bare.toLowerCase()))
                    .map((term) => ({shown: term.name + ":", note: term.meaning, text: before + negation + term.name + ":"}));
            } else {
                const term = this.#terms.find((one) => one.name === bare.slice(0, colon).toLowerCase());
                const comma = Math.max(bare.lastIndexOf(","), colon);
                const begun = bare.slice(comma + 1).toLowerCase();
                const bareBegun = begun.replace(/^"/, "");
                const known = term ? term.values : [];
                if (term?.open && !/[<>*"]/.test(bareBegun)) {
                    this.#ask(term.name, bareBegun);
                }
                const asked = term?.open && this.#found.field === term.name ? this.#found.values : [];
                found = [...known, ...asked]
                    .filter((value) => value.toLowerCase().startsWith(bareBegun) && value.toLowerCase() !== begun)
                    .map((value) => ({
                        shown: value, note: "", done: true, text: before + negation + bare.slice(0, comma + 1) + quoted(value),
                    }));
            }
            this.#options = found.slice(0, colon < 0 && bare === "" ? 40 : MAX_OPTIONS);
            this.#active = -1;
            this.popup.replaceChildren(...this.#options.map((option, index) => {
                const row = make("li");
                row.id = this.popup.id + "-" + index;
                row.setAttribute("role", "option");
                row.append(make("code", "", option.shown), make("span", "", option.note));
                row.addEventListener("mousedown", (event) => {
                    event.preventDefault();
                    this.#choose(option);
                });
                return row;
            }));
            this.popup.hidden = this.#options.length === 0;
            this.input.setAttribute("aria-expanded", String(!this.popup.hidden));
            this.input.removeAttribute("aria-activedescendant");
        }

        #move(step) {
            if (this.popup.hidden) {
                this.#suggest();
            }
            const count = this.#options.length;
            if (!count) {
                return;
            }
            this.#active = (this.#active + step + count) % count;
            [...this.popup.children].forEach((row, index) => {
                row.setAttribute("aria-selected", String(index === this.#active));
            });
            const active = this.popup.children[this.#active];
            active.scrollIntoView({block: "nearest"});
            this.input.setAttribute("aria-activedescendant", active.id);
        }

        #choose(option) {
            this.input.value = option.text;
            if (option.done) {
                this.#send(true);
                this.#close();
            } else {
                this.#suggest();
            }
        }

        #close() {
            this.popup.hidden = true;
            this.#active = -1;
            this.input.setAttribute("aria-expanded", "false");
            this.input.removeAttribute("aria-activedescendant");
        }
    }

    customElements.define("bw-filter-bar", FilterBar);
})();
