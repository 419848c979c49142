package dev.breakwater.ui.reports;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.IFrame;

/** Shows how a report would look: a page apart, in which nothing runs. */
final class PreviewDialog extends Dialog {

    /** @param page HTML by itself */
    PreviewDialog(String page) {
        setHeaderTitle("Preview, with the first rows");
        setWidth("min(96vw, 1040px)");
        setHeight("90vh");
        IFrame frame = new IFrame();
        frame.setSandbox(IFrame.SandboxType.RESTRICT_ALL);
        frame.setSrcdoc(page);
        frame.setSizeFull();
        frame.setTitle("Preview of the report");
        add(frame);
        getFooter().add(new Button("Close", event -> close()));
    }
}
