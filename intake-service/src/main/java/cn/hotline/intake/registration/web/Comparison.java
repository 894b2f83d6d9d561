package cn.hotline.intake.registration.web;

import cn.hotline.chassis.Termed.Coded;
import cn.hotline.intake.registration.web.TicketView.PlaceView;
import cn.hotline.ui.ClockText;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** 对照: two tickets side by side, for whoever must say whether they are about one matter. */
final class Comparison {

    private Comparison() {}

    static List<Line> of(TicketView ticket, TicketView master, ClockText times) {
        return List.of(
                new Line("状态", ticket.status().term(), master.status().term()),
                new Line("标题", ticket.title(), master.title()),
                new Line("内容", ticket.content(), master.content()),
                new Line("类别", ticket.kind().term(), master.kind().term()),
                new Line("地点", where(ticket.place()), where(master.place())),
                new Line("分类", term(ticket.category()), term(master.category())),
                new Line("紧急程度", term(ticket.urgency()), term(master.urgency())),
                new Line(
                        "承办单位",
                        said(ticket.progress().unit()),
                        said(master.progress().unit())),
                new Line("来件", times.full(ticket.receivedAt()), times.full(master.receivedAt())),
                new Line(
                        "来电人",
                        said(ticket.caller().name()),
                        said(master.caller().name())));
    }

    private static String where(PlaceView place) {
        String where = Stream.of(place.county(), place.street(), place.text())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return said(where.isEmpty() ? null : where);
    }

    private static String term(@Nullable Coded coded) {
        return said(coded == null ? null : coded.term());
    }

    private static String said(@Nullable String text) {
        return text == null ? "—" : text;
    }

    record Line(String name, String ticket, String master) {

        public boolean differs() {
            return !ticket.equals(master);
        }
    }
}
