package dev.breakwater.ui.part;

import com.vaadin.flow.component.Component;

/** Mends what Vaadin's tabs say to those who hear the page. */
public final class TabLists {

    private TabLists() {}

    /**
     * Takes the tabindex from the scroller within: a list of tabs may contain nothing but tabs that can be reached, and these can.
     *
     * @param tabs {@code Tabs} or a {@code TabSheet}
     */
    public static void mend(Component tabs) {
        tabs.getElement().executeJs("""
                customElements.whenDefined('vaadin-tabs').then(() => requestAnimationFrame(() => {
                    const list = this.matches('vaadin-tabs') ? this : this.querySelector('vaadin-tabs');
                    list?.shadowRoot?.getElementById('scroll')?.removeAttribute('tabindex');
                }));
                """);
    }
}
