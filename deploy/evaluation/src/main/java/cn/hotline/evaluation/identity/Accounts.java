package cn.hotline.evaluation.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The demo accounts: the hotline's own people of {@code identity/accounts.tsv}, and of every unit that routing starts
 * with a clerk, a deputy, a head and the unit's own system. Unchanging.
 */
final class Accounts {

    private static final String SURNAMES = "李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕";
    private static final List<String> GIVEN = List.of(
            "芳", "伟", "秀英", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "娟", "涛", "明", "超", "秀兰", "霞", "平",
            "刚", "桂英");

    private final Map<String, Account> byId = new LinkedHashMap<>();

    private final List<Account> listed;

    private Accounts(List<Account> all, List<Account> listed) {
        all.forEach(account -> byId.put(account.id(), account));
        this.listed = List.copyOf(listed);
    }

    static Accounts packed() {
        List<Account> all = new ArrayList<>();
        rows("identity/accounts.tsv")
                .map(row -> new Account(row[0], row[1], List.of(row[2].split(",")), null, null, null))
                .forEach(all::add);
        List<Account> listed = new ArrayList<>(all);
        rows("routing/units.tsv").forEach(row -> {
            String id = "unit-" + row[0];
            all.add(ofUnit(id, all.size(), row, "CLERK"));
            all.add(ofUnit(id + "-deputy", all.size(), row, "DEPUTY"));
            all.add(ofUnit(id + "-head", all.size(), row, "HEAD"));
            if (row[2].equals("COUNTY")) {
                listed.addAll(all.subList(all.size() - 3, all.size()));
            }
        });
        rows("routing/units.tsv")
                .map(row -> new Account(
                        "unit-" + row[0] + Account.SYSTEM, row[1] + "系统", List.of("UNIT"), row[0], row[1], "CLERK"))
                .forEach(all::add);
        return new Accounts(all, listed);
    }

    /** Names repeat only after more accounts than there are. */
    private static Account ofUnit(String id, int which, String[] unit, String position) {
        String name = SURNAMES.charAt(which % SURNAMES.length()) + GIVEN.get(which % GIVEN.size());
        return new Account(id, name, List.of("UNIT"), unit[0], unit[1], position);
    }

    /** The rows of a file below its comments and its line of headings. */
    private static Stream<String[]> rows(String resource) {
        try (InputStream content = Accounts.class.getClassLoader().getResourceAsStream(resource)) {
            if (content == null) {
                throw new IllegalStateException(resource + " is not packed");
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split("\t"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<Account> all() {
        return List.copyOf(byId.values());
    }

    /** Those the sign-in page names: the hotline's people, and the counties'. */
    List<Account> listed() {
        return listed;
    }

    Optional<Account> of(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
