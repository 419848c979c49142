package dev.breakwater.sensor.link;

import dev.breakwater.contracts.v1.ImageScan;
import dev.breakwater.contracts.v1.ScanImage;
import java.util.List;

/** Looks into images that central asks for, beside the stream. */
public interface ImageScans {

    /** One that is not enabled: it is never asked, and answers nothing. */
    ImageScans NONE = new ImageScans() {
        @Override
        public boolean isEnabled() {
            return false;
        }

        @Override
        public void requested(ScanImage order) {
            // Central asks only those that offer it.
        }

        @Override
        public List<ImageScan> due(int most) {
            return List.of();
        }

        @Override
        public void onNews(Runnable wake) {
            // There is none.
        }
    };

    boolean isEnabled();

    /** Takes an order; returns at once. */
    void requested(ScanImage order);

    /** What there is to tell, each message well under a mebibyte. What is taken is not told again. */
    List<ImageScan> due(int most);

    /** Who is to be woken when there is something to tell. */
    void onNews(Runnable wake);
}
