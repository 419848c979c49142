// Draws a chart from data. Colours come from the tokens of the page and follow its scheme; text is only ever set as text.
(() => {
    if (customElements.get("bw-chart")) {
        return;
    }
    let library;
    const load = (path) => (library ??= import(new URL(path, document.baseURI).href));
    const TONES = {CRITICAL: "critical", HIGH: "high", MEDIUM: "medium", LOW: "low", UNKNOWN: "unknown", ACCENT: "accent", NEUTRAL: "text3"};
    const AREA = {CRITICAL: 0.55, HIGH: 0.32, MEDIUM: 0.16, LOW: 0.16};
    const LABEL_GAP = 18;
    const STAR = "path://M12 1l3.2 7.3 7.8.8-5.900 5.300 1.700 7.800L12 18.200l-6.800 4 1.700-7.800L1 9.100l7.800-.8z";
    const small = (value) => new Intl.NumberFormat("en", {maximumSignificantDigits: 2}).format(value);
    const number = (value) => new Intl.NumberFormat("en").format(value);

    class Chart extends HTMLElement {
        #chart;
        #spec;
        #plot;
        #names;
        #watch = [];

        set spec(value) {
            this.#spec = JSON.parse(value);
            this.#draw();
        }

        get spec() {
            return JSON.stringify(this.#spec ?? null);
        }

        async connectedCallback() {
            if (Object.hasOwn(this, "spec")) {
                // It was set before this script ran.
                const early = this.spec;
                delete this.spec;
                this.spec = early;
            }
            this.#plot = document.createElement("div");
            this.#plot.className = "bw-chart-plot";
            this.#plot.setAttribute("role", "img");
            this.#names = document.createElement("div");
            this.#names.className = "bw-chart-names";
            this.replaceChildren(this.#plot, this.#names);
            const [echarts] = await Promise.all([load(this.getAttribute("library")), document.fonts.ready]);
            if (!this.isConnected || this.#chart) {
                return;
            }
            this.#chart = echarts.init(this.#plot, null, {renderer: "svg"});
            this.#chart.on("click", (event) => this.#open(event.seriesIndex, event.data?.at ?? event.dataIndex));
            const sizes = new ResizeObserver(() => {
                this.#chart?.resize();
                this.#placeNames();
            });
            sizes.observe(this);
            const again = () => this.#draw();
            const page = new MutationObserver(again);
            page.observe(document.documentElement, {attributes: true, attributeFilter: ["style"]});
            const system = matchMedia("(prefers-color-scheme: dark)");
            system.addEventListener("change", again);
            this.#watch = [() => sizes.disconnect(), () => page.disconnect(), () => system.removeEventListener("change", again)];
            this.#draw();
        }

        disconnectedCallback() {
            this.#watch.forEach((end) => end());
            this.#watch = [];
            this.#chart?.dispose();
            this.#chart = undefined;
        }

        #open(series, index) {
            if (this.#spec.points?.[index]?.target || this.#spec.series?.[series]?.targets[index]) {
                this.dispatchEvent(new CustomEvent("point-open", {detail: {series, index}}));
            }
        }

        /** The colours of the tokens as they are now: a token may be a pair for light and dark, so it is computed. */
        #colours() {
            const probe = document.createElement("span");
            this.append(probe);
            const colours = {};
            for (const token of [...Object.values(TONES), "text", "text2", "card", "line", "ctl"]) {
                probe.style.color = `var(--bw-${token})`;
                colours[token] = getComputedStyle(probe).color;
            }
            probe.remove();
            return colours;
        }

        #draw() {
            if (!this.#chart || !this.#spec) {
                return;
            }
            const draw = {STACKED_AREA: () => this.#area(), STACKED_BARS: () => this.#bars(), HISTOGRAM: () => this.#histogram(), SCATTER: () => this.#scatter()};
            const colours = this.#colours();
            this.colours = colours;
            const font = getComputedStyle(this).fontFamily;
            this.#chart.setOption({
                animation: false,
                textStyle: {fontFamily: font, fontSize: 12, color: colours.text3},
                aria: {enabled: true, label: {description: this.#spec.sentence}, decal: {show: true}},
                tooltip: this.#tooltip(colours),
                ...draw[this.#spec.kind](),
            }, true);
            this.#placeNames();
        }

        #tooltip(colours) {
            return {
                renderMode: "richText",
                trigger: this.#spec.kind === "SCATTER" ? "item" : "axis",
                confine: true,
                backgroundColor: colours.card,
                borderColor: colours.line,
                borderWidth: 1,
                padding: [8, 10],
                textStyle: {color: colours.text, fontSize: 12, lineHeight: 18},
                axisPointer: {type: this.#spec.kind === "STACKED_AREA" ? "line" : "shadow", lineStyle: {color: colours.ctl, type: "solid"}, shadowStyle: {color: colours.ctl, opacity: 0.1}},
                formatter: (points) => (Array.isArray(points) ? this.#words(points) : this.#pointWords(this.#spec.points[points.data.at])),
            };
        }

        #words(points) {
            const index = points[0].dataIndex;
            const lines = [this.#spec.categories[index]];
            for (const series of [...this.#spec.series].reverse()) {
                lines.push(`${number(series.values[index])} ${series.name}`);
            }
            const flow = this.#spec.flow;
            const span = flow ? flow.at.indexOf(index) : -1;
            if (span >= 0) {
                lines.push(`${flow.spans[span]}: ${number(flow.in.values[span])} ${flow.in.name}, ${number(flow.out.values[span])} ${flow.out.name}`);
            }
            return lines.join("\n");
        }

        #pointWords(point) {
            const {across, up, size, mark} = this.#spec;
            const unit = up.logarithmic ? " %" : "";
            const lines = [point.name, `${across.name} ${point.x}`, `${up.name} ${small(point.y)}${unit}`, `${number(point.size)} ${size}`];
            return (point.marked ? [...lines, mark] : lines).join("\n");
        }

        /** Severities are told apart by pattern too, faintly; the unknown is hatched as everywhere. What is left out, ECharts chooses. */
        #decal(tone) {
            const faint = {color: this.colours.card.replace("rgb(", "rgba(").replace(")", ", 0.28)"), rotation: 0, symbol: "rect", symbolSize: 1};
            return {
                HIGH: {...faint, dashArrayX: [1, 0], dashArrayY: [1, 5], rotation: 3 * Math.PI / 4},
                MEDIUM: {...faint, dashArrayX: [1, 4], dashArrayY: [1, 0]},
                LOW: {...faint, dashArrayX: [1, 0], dashArrayY: [1, 3], rotation: Math.PI / 4},
                UNKNOWN: {...faint, color: this.colours.unknown, dashArrayX: [1, 0], dashArrayY: [1, 3], rotation: 3 * Math.PI / 4},
            }[tone] || {color: "transparent"};
        }

        #colour(tone) {
            return this.colours[TONES[tone]];
        }

        #valueAxis(more) {
            return {type: "value", minInterval: 1, splitNumber: 4, axisLine: {show: false}, axisTick: {show: false},
                axisLabel: {color: this.colours.text3, formatter: number}, splitLine: {lineStyle: {color: this.colours.line}}, ...more};
        }

        #dayAxis(more) {
            const last = this.#spec.categories.length - 1;
            const shown = new Set([0, Math.round(last / 3), Math.round(2 * last / 3), last]);
            return {type: "category", boundaryGap: false, data: this.#spec.categories, axisTick: {show: false},
                axisLine: {lineStyle: {color: this.colours.line}},
                axisLabel: {color: this.colours.text3, interval: (index) => shown.has(index), showMinLabel: true, showMaxLabel: true,
                    alignMinLabel: "left", alignMaxLabel: "right", hideOverlap: true}, ...more};
        }

        #area() {
            const flow = this.#spec.flow;
            const right = this.clientWidth < 480 ? 84 : 104;
            const low = 24;
            const flowHeight = flow ? 62 : 0;
            const grids = [{left: 40, right, top: 10, bottom: low + flowHeight}];
            const x = [this.#dayAxis(flow ? {axisLabel: {show: false}, axisLine: {show: false}} : {})];
            const y = [this.#valueAxis({min: 0})];
            const series = this.#spec.series.map((one) => ({
                type: "line", name: one.name, stack: "all", symbol: "none", data: one.values, cursor: "default",
                lineStyle: {width: 1.5, color: this.#colour(one.tone)}, itemStyle: {color: this.#colour(one.tone), decal: {color: "transparent"}},
                areaStyle: {color: this.#colour(one.tone), opacity: AREA[one.tone] ?? 0.16}, emphasis: {disabled: true},
            }));
            if (flow) {
                grids.push({left: 40, right, height: flowHeight - 8, bottom: low});
                x.push(this.#dayAxis({gridIndex: 1, axisLine: {show: false}}));
                const most = Math.max(1, ...flow.in.values, ...flow.out.values);
                y.push({type: "value", gridIndex: 1, show: false, min: -most, max: most});
                const bars = (one, sign) => {
                    const values = this.#spec.categories.map(() => null);
                    flow.at.forEach((at, i) => (values[at] = sign * one.values[i]));
                    return {type: "bar", name: one.name, xAxisIndex: 1, yAxisIndex: 1, stack: "flow", barWidth: 9, data: values, cursor: "default",
                        itemStyle: {color: this.#colour(one.tone), borderRadius: sign > 0 ? [2, 2, 0, 0] : [0, 0, 2, 2], decal: this.#decal(one.tone)}, emphasis: {disabled: true},
                        markLine: sign > 0 ? {silent: true, symbol: "none", label: {show: false}, animation: false,
                            lineStyle: {color: this.colours.line, type: "solid", width: 1}, data: [{yAxis: 0}]} : undefined};
                };
                series.push(bars(flow.in, 1), bars(flow.out, -1));
            }
            return {grid: grids, xAxis: x, yAxis: y, series, axisPointer: {link: [{xAxisIndex: "all"}]}};
        }

        #bars() {
            const totals = this.#spec.categories.map((_, i) => this.#spec.series.reduce((sum, one) => sum + one.values[i], 0));
            const name = Math.min(150, Math.max(90, this.clientWidth * 0.3));
            const last = this.#spec.series.length - 1;
            return {
                grid: {left: name + 8, right: 48, top: 4, bottom: 4},
                xAxis: this.#valueAxis({show: false}),
                yAxis: {type: "category", inverse: true, data: this.#spec.categories, axisLine: {show: false}, axisTick: {show: false},
                    axisLabel: {color: this.colours.text2, width: name, overflow: "truncate", fontSize: 12}},
                series: this.#spec.series.map((one, i) => ({
                    type: "bar", name: one.name, stack: "all", barWidth: 10, data: one.values, cursor: one.targets.length ? "pointer" : "default",
                    itemStyle: {color: this.#colour(one.tone), borderColor: this.colours.card, borderWidth: 0.5, decal: this.#decal(one.tone)},
                    emphasis: {disabled: true},
                    label: i === last ? {show: true, position: "right", color: this.colours.text, formatter: (point) => number(totals[point.dataIndex])} : {show: false},
                })),
            };
        }

        /** Points as large as what they touch, the largest below; those with a mark are stars and lie on top. */
        #scatter() {
            const {across, up, points, mark, size} = this.#spec;
            const most = Math.max(1, ...points.map((point) => point.size));
            const floor = (point) => Math.max(up.least, point.y);
            const drawn = (marked) => points.map((point, at) => ({...point, at})).filter((point) => point.marked === marked)
                .sort((a, b) => b.size - a.size)
                .map((point) => ({value: [point.x, floor(point)], at: point.at,
                    symbolSize: (marked ? 13 : 7) + 23 * Math.sqrt(point.size / most),
                    itemStyle: {color: this.#colour(point.tone), opacity: marked ? 0.95 : 0.55, borderColor: marked ? this.colours.card : this.#colour(point.tone), borderWidth: 1, decal: {color: "transparent"}}}));
            const series = (name, symbol, marked) => ({type: "scatter", name, symbol, data: drawn(marked), cursor: "pointer", emphasis: {scale: false, itemStyle: {borderColor: this.colours.text, borderWidth: 2}}});
            const axis = (one, more) => ({type: one.logarithmic ? "log" : "value", min: one.least, max: one.most, nameLocation: "middle", name: one.name,
                nameTextStyle: {color: this.colours.text3, fontSize: 12}, axisTick: {show: false}, axisLine: {show: false},
                axisLabel: {color: this.colours.text3, formatter: (value) => (one.logarithmic ? `${small(value)} %` : number(value))},
                splitLine: {lineStyle: {color: this.colours.line}}, minorTick: {show: false}, ...more});
            return {
                legend: {show: false},
                grid: {left: 64, right: 20, top: 20, bottom: 40},
                xAxis: axis(across, {nameGap: 26, interval: across.most - across.least > 5 ? 2 : 1, axisLine: {show: true, onZero: false, lineStyle: {color: this.colours.line}}}),
                yAxis: axis(up, {nameGap: 48}),
                series: [series(size, "circle", false), series(mark, STAR, true)],
            };
        }

        #histogram() {
            const one = this.#spec.series;
            return {
                grid: {left: 40, right: 8, top: 20, bottom: 24},
                xAxis: {type: "category", data: this.#spec.categories, axisTick: {show: false}, axisLine: {lineStyle: {color: this.colours.line}},
                    axisLabel: {color: this.colours.text3, interval: 0, hideOverlap: true}},
                yAxis: this.#valueAxis({min: 0}),
                series: one.map((series) => ({
                    type: "bar", name: series.name, stack: "all", barCategoryGap: "24%", barMaxWidth: 56, data: series.values.map((value) => value || null),
                    cursor: series.targets.length ? "pointer" : "default",
                    itemStyle: {color: series.tone === "UNKNOWN" ? this.colours.card : this.#colour(series.tone), borderColor: this.#colour(series.tone),
                        borderWidth: series.tone === "UNKNOWN" ? 1 : 0, borderRadius: [2, 2, 0, 0], decal: this.#decal(series.tone)},
                    emphasis: {disabled: true},
                    label: {show: true, position: "top", color: this.colours.text2, formatter: (point) => (point.value ? number(point.value) : "")},
                })),
            };
        }

        /** The last value and the name at the end of each area, as links where they lead somewhere. */
        #placeNames() {
            if (!this.#names || !this.#chart || !this.#spec) {
                return;
            }
            this.#names.replaceChildren();
            if (this.#spec.kind !== "STACKED_AREA") {
                return;
            }
            const last = this.#spec.categories.length - 1;
            const [end] = this.#chart.convertToPixel({gridIndex: 0}, [last, 0]) ?? [];
            if (end === undefined) {
                return;
            }
            let sum = 0;
            const places = this.#spec.series.map((one) => {
                sum += one.values[last];
                return {one, text: `${number(one.values[last])} ${one.name}`, y: this.#chart.convertToPixel({gridIndex: 0}, [last, sum])[1] + 8};
            });
            const floor = this.#chart.convertToPixel({gridIndex: 0}, [last, 0])[1];
            let above = floor + LABEL_GAP / 2;
            for (const place of places) {
                place.y = Math.min(place.y, above - LABEL_GAP / 2);
                above = place.y - LABEL_GAP / 2;
            }
            const flow = this.#spec.flow;
            if (flow?.at.length) {
                const zero = this.#chart.convertToPixel({gridIndex: 1}, [last, 0])[1];
                places.push({one: flow.in, text: `${number(flow.in.values.at(-1))} ${flow.in.name}`, y: zero - 9},
                    {one: flow.out, text: `${number(flow.out.values.at(-1))} ${flow.out.name}`, y: zero + 9});
            }
            for (const {one, text, y} of places) {
                const name = document.createElement(one.target ? "a" : "span");
                name.textContent = text;
                name.className = `bw-chart-name bw-tone-${TONES[one.tone]}`;
                name.style.left = `${end + 8}px`;
                name.style.top = `${y}px`;
                if (one.target) {
                    name.href = one.target;
                }
                this.#names.append(name);
            }
        }
    }

    customElements.define("bw-chart", Chart);
})();
