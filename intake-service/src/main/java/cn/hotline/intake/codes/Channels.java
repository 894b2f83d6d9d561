package cn.hotline.intake.codes;

import cn.hotline.intake.codes.model.Channel;
import cn.hotline.intake.codes.model.ChannelFamily;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** 受理渠道, as configured in {@code intake/channels.tsv}, in the order of the daily report. */
public final class Channels {

    private final Map<String, Channel> channels = new LinkedHashMap<>();

    public Channels() {
        CodeTable.read("/intake/channels.tsv", 3)
                .forEach((code, row) ->
                        channels.put(code, new Channel(code, ChannelFamily.valueOf(row.get(1)), row.get(2))));
    }

    public Optional<Channel> find(String code) {
        return Optional.ofNullable(channels.get(code));
    }

    public Collection<Channel> all() {
        return channels.values();
    }
}
