// A text of numbered lines in an ordinary text area, with the same text in colours under it. Lines can be marked; what the
// text means is decided on the server.
(() => {
    if (customElements.get("bw-yaml-editor")) {
        return;
    }
    const TYPING_PAUSE = 350;
    const LINE = 19;
    const make = (tag, className, text) => {
        const element = document.createElement(tag);
        element.className = className;
        element.textContent = text || "";
        return element;
    };
    const KEY = /^(\s*(?:- )*)([A-Za-z][\w-]*)(:)(?=\s|$)/;

    class YamlEditor extends HTMLElement {
        #timer = 0;
        #messages = {};
        #pointed = 0;
        #sent = "";

        connectedCallback() {
            if (this.area) {
                return;
            }
            this.gutter = make("div", "bw-yamled-gutter");
            this.gutter.setAttribute("aria-hidden", "true");
            this.under = make("pre", "bw-yamled-under");
            this.under.setAttribute("aria-hidden", "true");
            this.area = make("textarea", "bw-yamled-area");
            this.area.spellcheck = false;
            this.area.autocapitalize = "off";
            this.area.autocomplete = "off";
            this.area.wrap = "off";
            this.area.setAttribute("aria-label", this.label || "Text");
            if (this.longest) {
                this.area.maxLength = this.longest;
            }
            this.area.readOnly = Boolean(this.fixed);
            this.area.addEventListener("input", () => {
                this.#draw();
                clearTimeout(this.#timer);
                this.#timer = setTimeout(() => this.#tell(), TYPING_PAUSE);
            });
            this.area.addEventListener("blur", () => this.#tell());
            this.area.addEventListener("scroll", () => this.#follow());
            this.area.addEventListener("keydown", (event) => this.#indent(event));
            const box = make("div", "bw-yamled");
            box.append(this.gutter, this.under, this.area);
            this.append(box);
            this.#draw();
        }

        /** A text takes the place of what is there. */
        take(text) {
            clearTimeout(this.#timer);
            this.#sent = text;
            if (this.area.value !== text) {
                const top = this.area.scrollTop;
                this.area.value = text;
                this.area.scrollTop = top;
            }
            this.#draw();
        }

        /** Marks lines, by their number, each with its message. */
        mark(messages) {
            this.#messages = JSON.parse(messages);
            this.#draw();
        }

        /** Shows where something stands. */
        point(line) {
            this.#pointed = line;
            this.#draw();
            this.#show(line);
        }

        /** Goes to a line. */
        goTo(line) {
            const before = this.area.value.split("\n").slice(0, line - 1).join("\n").length;
            const at = line > 1 ? before + 1 : 0;
            this.area.focus();
            this.area.setSelectionRange(at, at);
            this.point(line);
        }

        #show(line) {
            const top = (line - 1) * LINE;
            if (top < this.area.scrollTop || top > this.area.scrollTop + this.area.clientHeight - 2 * LINE) {
                this.area.scrollTop = Math.max(0, top - this.area.clientHeight / 3);
            }
        }

        #tell() {
            clearTimeout(this.#timer);
            if (this.area.value !== this.#sent) {
                this.#sent = this.area.value;
                this.dispatchEvent(new CustomEvent("yaml-change", {detail: {text: this.#sent}}));
            }
        }

        /** A new line begins where the one before did. */
        #indent(event) {
            if (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.altKey || this.area.readOnly) {
                return;
            }
            const before = this.area.value.slice(0, this.area.selectionStart);
            const line = before.slice(before.lastIndexOf("\n") + 1);
            const indent = line.match(/^\s*/)[0] + (line.trimEnd().endsWith(":") ? "  " : "");
            event.preventDefault();
            document.execCommand("insertText", false, "\n" + indent);
        }

        #follow() {
            const x = -this.area.scrollLeft;
            const y = -this.area.scrollTop;
            this.under.style.transform = `translate(${x}px, ${y}px)`;
            this.gutter.style.transform = `translateY(${y}px)`;
        }

        #draw() {
            if (!this.area) {
                return;
            }
            const lines = this.area.value.split("\n");
            const numbers = document.createDocumentFragment();
            const texts = document.createDocumentFragment();
            lines.forEach((line, i) => {
                const message = this.#messages[i + 1];
                const state = message ? " bw-yamled-wrong" : i + 1 === this.#pointed ? " bw-yamled-pointed" : "";
                numbers.append(make("span", "bw-yamled-number" + state, String(i + 1)));
                texts.append(this.#line(line, state));
            });
            this.gutter.replaceChildren(numbers);
            this.under.replaceChildren(texts);
            this.#follow();
        }

        #line(line, state) {
            const element = make("span", "bw-yamled-line" + state);
            const key = line.match(KEY);
            if (line.trimStart().startsWith("#")) {
                element.append(make("span", "bw-yamled-note", line));
            } else if (key) {
                element.append(key[1], make("span", "bw-yamled-key", key[2] + key[3]), line.slice(key[0].length));
            } else {
                element.append(line);
            }
            element.append("\n");
            return element;
        }
    }

    customElements.define("bw-yaml-editor", YamlEditor);
})();
