package cn.hotline.ui;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the four boards are, the same for every service.
 *
 * @param title name of the system in the top bar
 * @param home address of the start page
 * @param intake base address of intake-service, without a slash at the end
 * @param routing base address of routing-service
 * @param followup base address of followup-service
 * @param reporting base address of reporting-service
 */
@ConfigurationProperties("hotline.nav")
public record NavigationProperties(
        @DefaultValue("12345 热线工单") String title,
        @DefaultValue("/") String home,
        @DefaultValue("/intake") String intake,
        @DefaultValue("/routing") String routing,
        @DefaultValue("/followup") String followup,
        @DefaultValue("/reporting") String reporting) {

    List<Board> boards() {
        return List.of(
                new Board("intake", "受理", intake + "/call"),
                new Board("routing", "派单办理", routing + "/inbox"),
                new Board("followup", "回访", followup + "/revisits"),
                new Board("reporting", "日报与监测", reporting + "/daily/today"));
    }

    /**
     * One entry of the top bar.
     *
     * @param section the word a page names its board by
     * @param term the Chinese name
     * @param address where it leads
     */
    public record Board(String section, String term, String address) {}
}
