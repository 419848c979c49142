package dev.breakwater.scanner.language;

/**
 * The Maven groups of much used artifacts whose jars say nothing of them: without a group no advisory can be found. Only what
 * both the artifact's name and its module name bear out, or what no other artifact is called.
 */
final class KnownGroups {

    private KnownGroups() {}

    /** The group, empty = not known. */
    static String of(String artifact, String module) {
        if (module.startsWith("spring.")) {
            return spring(module);
        }
        if (artifact.startsWith("tomcat-embed-")) {
            return "org.apache.tomcat.embed";
        }
        if (artifact.startsWith("kotlin-stdlib") || artifact.equals("kotlin-reflect")) {
            return "org.jetbrains.kotlin";
        }
        if (module.startsWith("okhttp3")) {
            return "com.squareup.okhttp3";
        }
        return switch (artifact) {
            case "groovy" -> "org.apache.groovy";
            case "spring-core",
                    "spring-beans",
                    "spring-context",
                    "spring-web",
                    "spring-webmvc",
                    "spring-webflux",
                    "spring-expression",
                    "spring-aop",
                    "spring-tx",
                    "spring-jdbc",
                    "spring-orm",
                    "spring-messaging",
                    "spring-websocket" -> "org.springframework";
            default -> "";
        };
    }

    private static String spring(String module) {
        if (module.startsWith("spring.boot")) {
            return "org.springframework.boot";
        }
        if (module.startsWith("spring.security")) {
            return "org.springframework.security";
        }
        // spring.core, spring.web, spring.webmvc: one word; other projects of Spring have two
        return module.indexOf('.', "spring.".length()) < 0 || module.equals("spring.context.support")
                ? "org.springframework"
                : "";
    }
}
