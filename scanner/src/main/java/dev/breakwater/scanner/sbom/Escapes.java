package dev.breakwater.scanner.sbom;

/** Values of our properties as one line: CycloneDX writers collapse white space within them, SPDX has them one a line. */
final class Escapes {

    private Escapes() {}

    static String escaped(String value) {
        StringBuilder line = new StringBuilder(value.length() + 8);
        for (int at = 0; at < value.length(); at++) {
            char each = value.charAt(at);
            boolean wouldVanish = at == 0 || at == value.length() - 1 || value.charAt(at - 1) == ' ';
            switch (each) {
                case '\\' -> line.append("\\\\");
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append("\\t");
                case ' ' -> line.append(wouldVanish ? "\\s" : " ");
                default -> line.append(each);
            }
        }
        return line.toString();
    }

    static String unescaped(String value) {
        StringBuilder plain = new StringBuilder(value.length());
        for (int at = 0; at < value.length(); at++) {
            char each = value.charAt(at);
            if (each == '\\' && at + 1 < value.length()) {
                char escaped = value.charAt(++at);
                plain.append(
                        switch (escaped) {
                            case 'n' -> '\n';
                            case 'r' -> '\r';
                            case 't' -> '\t';
                            case 's' -> ' ';
                            default -> escaped;
                        });
            } else {
                plain.append(each);
            }
        }
        return plain.toString();
    }
}
