// Runs before the first paint: the scheme that this browser chose, else what the system says.
(() => {
    const key = "breakwater.scheme";
    const schemes = {light: "light", dark: "dark", system: "light dark"};
    const apply = (choice) => {
        document.documentElement.style.colorScheme = schemes[choice] || schemes.system;
    };
    const read = () => {
        try {
            return localStorage.getItem(key) || "system";
        } catch {
            return "system";
        }
    };
    apply(read());
    window.breakwaterScheme = (choice) => {
        try {
            localStorage.setItem(key, choice);
        } catch {
            // a browser without storage keeps the choice for this page
        }
        apply(choice);
    };
})();
