package dev.breakwater.central.platform;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How answers are given.
 *
 * @param sharedFor how long figures over a whole place are given to everybody who may see it before they are read anew, 0 =
 *     each is read for itself
 */
@ConfigurationProperties("breakwater.answers")
record AnswerProperties(@DefaultValue("5s") Duration sharedFor) {

    AnswerProperties {
        if (sharedFor.isNegative() || sharedFor.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalArgumentException(
                    "breakwater.answers.shared-for is " + sharedFor + "; it may be from 0s to 1m");
        }
    }
}
