package dev.breakwater.ui.vulnerabilities;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The justifications of VEX in plain words. */
final class JustificationWords {

    static final Map<String, String> ALL;

    static {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("component_not_present", "The package is not in it");
        words.put("vulnerable_code_not_present", "The vulnerable code is not in it");
        words.put("vulnerable_code_not_in_execute_path", "The vulnerable code is never run");
        words.put(
                "vulnerable_code_cannot_be_controlled_by_adversary",
                "Nobody from outside can steer the vulnerable code");
        words.put("inline_mitigations_already_exist", "Something in place already stops it");
        ALL = Collections.unmodifiableMap(words);
    }

    private JustificationWords() {}
}
