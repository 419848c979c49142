package dev.breakwater.ui.part;

import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;

/** How large a file may be, and what an upload says of one that is larger. */
public final class UploadLimit {

    private UploadLimit() {}

    /** @param largest in bytes */
    public static void set(Upload upload, int largest) {
        upload.setMaxFileSize(largest);
        upload.setI18n(new UploadI18N()
                .setError(new UploadI18N.Error()
                        .setFileIsTooBig("The file is larger than " + words(largest) + ", the most that is taken here.")
                        .setTooManyFiles("One file at a time.")
                        .setIncorrectFileType("Files of this kind are not taken here.")));
    }

    /** Such as {@code 16 MiB}. */
    public static String words(int bytes) {
        if (bytes >= 1 << 30 && bytes % (1 << 30) == 0) {
            return (bytes >> 30) + " GiB";
        }
        return bytes >= 1 << 20 ? number(bytes, 1 << 20) + " MiB" : number(bytes, 1 << 10) + " KiB";
    }

    private static String number(int bytes, int unit) {
        long tenths = Math.floorDiv(bytes * 10L, unit);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : tenths / 10 + "." + tenths % 10;
    }
}
