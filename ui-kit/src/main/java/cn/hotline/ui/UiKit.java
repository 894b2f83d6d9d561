package cn.hotline.ui;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** What every page asks for, as the bean {@code ui}: {@code ${@ui.brief(row.receivedAt)}}. */
public final class UiKit {

    private final NavigationProperties navigation;
    private final String version;
    private final Clock clock;
    private final ClockText clockText;

    UiKit(NavigationProperties navigation, String version, Clock clock) {
        this.navigation = navigation;
        this.version = version;
        this.clock = clock;
        this.clockText = new ClockText(clock);
    }

    /** Name of the system. */
    public String title() {
        return navigation.title();
    }

    /** Address of the start page. */
    public String home() {
        return navigation.home();
    }

    /** Base address of intake, for what a page of another service leads to there. */
    public String intake() {
        return navigation.intake();
    }

    /** The four boards in their order. */
    public List<NavigationProperties.Board> boards() {
        return navigation.boards();
    }

    /** Changes with any file of the look; part of its address, so that browsers may keep the files for ever. */
    public String version() {
        return version;
    }

    /** The server's time, by which all countdowns run; milliseconds since 1970. */
    public long now() {
        return clock.millis();
    }

    /** See {@link ClockText#brief}. */
    public String brief(Instant at) {
        return clockText.brief(at);
    }

    /** See {@link ClockText#full}. */
    public String full(Instant at) {
        return clockText.full(at);
    }

    /** See {@link ClockText#time}. */
    public String time(Instant at) {
        return clockText.time(at);
    }

    /** See {@link ClockText#spoken}. */
    public String spoken(Instant at) {
        return clockText.spoken(at);
    }

    /** How large a file is: {@code 84 KB}, {@code 1.2 MB}. */
    public String size(long bytes) {
        return bytes < 1 << 20
                ? Math.max(1, Math.round(bytes / 1024.0)) + " KB"
                : Math.round(bytes * 10.0 / (1 << 20)) / 10.0 + " MB";
    }

    /** How a deadline stands now, by the usual thresholds. */
    public DeadlineView deadline(Deadline deadline) {
        return DeadlineView.of(deadline, clock.instant());
    }
}
