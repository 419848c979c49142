package dev.breakwater.ui.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;

/** A list with the chosen row beside it, or over it where there is no room. */
public final class Split extends MasterDetailLayout {

    public Split(Component master, Runnable close) {
        setMaster(master);
        setDetailSize("512px");
        setMasterSize("min(420px, 100vw)", true);
        setOverlaySize("100%");
        setSizeFull();
        addClassName("bw-split");
        addBackdropClickListener(event -> close.run());
    }
}
