package cn.hotline.intake;

import cn.hotline.intake.callers.model.PhoneNumber;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator may set for intake.
 *
 * @param numberPrefix begins every ticket number, one to four capital letters
 * @param spokenDigits how the digits 0 to 9 are read out to a caller, ten characters; some desks say 洞 for 零
 * @param keys file of the keys that callers are sealed with, outside the database; made at the first start
 * @param looseAttachments how long a file waits for its ticket before it is taken away
 * @param unitAttachments the same of a file that somebody of a unit sent, who collects until the answer is written
 * @param mergeUndo how long a merge may be undone
 * @param reveal who may look at what is sealed, and for how long
 * @param relay how units reach callers
 * @param publicQuery how callers ask for their own ticket
 */
@ConfigurationProperties("hotline.intake")
public record IntakeProperties(
        @DefaultValue("XN") String numberPrefix,
        @DefaultValue("零幺二三四五六七八九") String spokenDigits,
        Path keys,
        @DefaultValue("24h") Duration looseAttachments,
        @DefaultValue("60d") Duration unitAttachments,
        @DefaultValue("15d") Duration mergeUndo,
        @DefaultValue Reveal reveal,
        @DefaultValue Relay relay,
        @DefaultValue PublicQuery publicQuery) {

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

    /**
     * 查看来电人.
     *
     * @param shown how long what was opened is shown
     * @param liveCall how long after registering the operator is asked for no reason, unless the call has ended
     * @param together within which two people must ask for a confidential ticket
     * @param open how long it then stays open to them
     * @param usualInAnHour how often one person may look in an hour before the auditor is told
     * @param doorClasses classes, with all below them, in which a handling unit sees doors
     * @param plateClasses the same for number plates
     */
    public record Reveal(
            @DefaultValue("5m") Duration shown,
            @DefaultValue("30m") Duration liveCall,
            @DefaultValue("15m") Duration together,
            @DefaultValue("30m") Duration open,
            @DefaultValue("30") long usualInAnHour,

            @DefaultValue({"HC", "EE", "EM", "CA", "AG", "CP", "UM-ILLEGAL-BUILD", "PS-ORDER"})
            Set<String> doorClasses,

            @DefaultValue({"TR", "PS-TRAFFIC", "UM", "EE", "EM-FIRE"})
            Set<String> plateClasses) {}

    /**
     * 公众查询.
     *
     * @param perNumber how often one ticket number may be asked for within a window
     * @param perSource how often one source may ask within a window
     * @param window begins with the first question
     * @param answered after this time, found or not, so that the time says nothing
     */
    public record PublicQuery(
            @DefaultValue("5") int perNumber,
            @DefaultValue("30") int perSource,
            @DefaultValue("15m") Duration window,
            @DefaultValue("300ms") Duration answered) {}

    /**
     * 中间号, from the exchange for evaluation.
     *
     * @param numbers it may lend
     * @param lent how long one is lent for
     */
    public record Relay(
            @DefaultValue({
                "09719500001", "09719500002", "09719500003", "09719500004", "09719500005",
                "09719500006", "09719500007", "09719500008", "09719500009", "09719500010"
            })
            List<PhoneNumber> numbers,

            @DefaultValue("24h") Duration lent) {}
}
