package cn.hotline.reporting.dailyreport.model;

import java.util.List;

/**
 * Messages from the net (网民留言) of one day.
 *
 * @param channels every configured channel in printed order, those without messages too
 * @param forwarded how many were forwarded; not part of the calls' figure
 */
public record WebMessages(int total, List<Count> channels, int forwarded) {

    public WebMessages {
        channels = channels == null ? List.of() : List.copyOf(channels);
    }
}
