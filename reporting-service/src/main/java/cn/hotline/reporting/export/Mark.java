package cn.hotline.reporting.export;

import cn.hotline.access.Person;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** 水印: who took a file along, and when; stands in the file. */
public record Mark(String text) {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    public static Mark of(Person person, Instant at, ZoneId zone) {
        return new Mark("导出：" + person.name() + " " + person.account() + " " + SECONDS.format(at.atZone(zone)));
    }
}
