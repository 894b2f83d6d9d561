package cn.hotline.intake;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator may set for intake.
 *
 * @param numberPrefix begins every ticket number, one to four capital letters
 * @param spokenDigits how the digits 0 to 9 are read out to a caller, ten characters; some desks say 洞 for 零
 * @param keys file of the keys that callers are sealed with, outside the database; made at the first start
 */
@ConfigurationProperties("hotline.intake")
public record IntakeProperties(
        @DefaultValue("XN") String numberPrefix,
        @DefaultValue("零幺二三四五六七八九") String spokenDigits,
        Path keys) {

    public IntakeProperties {
        require(numberPrefix.matches("[A-Z]{1,4}"), "hotline.intake.number-prefix: one to four capital letters");
        require(spokenDigits.length() == 10, "hotline.intake.spoken-digits: ten characters, for 0 to 9");
        require(keys != null, "hotline.intake.keys: path of the key file");
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalArgumentException(what);
        }
    }
}
