package cn.hotline.evaluation.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Rosters of all units, made of their demo accounts, as routing reads them at its start: the clerk is on duty from Monday
 * to Friday, the deputy on Saturday, the head on Sunday.
 */
public final class DemoRosters {

    private static final String FILE = "rosters.tsv";
    private static final int FIRST_PHONE = 8_230_000;

    private DemoRosters() {}

    /** Writes the file into a folder, anew at every start. */
    public static void write(Path folder) {
        List<Account> ofUnits = Accounts.packed().all().stream()
                .filter(account -> account.unit() != null && !account.isSystem())
                .toList();
        Stream<String> head = Stream.of("#version 1", "unit\taccount\tname\tpost\tphone\tdays\tdutyPhone");
        Stream<String> rows = ofUnits.stream().map(account -> row(account, FIRST_PHONE + ofUnits.indexOf(account)));
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(FILE), Stream.concat(head, rows).toList());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String row(Account account, int phone) {
        String days =
                switch (String.valueOf(account.position())) {
                    case "CLERK" -> "1 2 3 4 5";
                    case "DEPUTY" -> "6";
                    default -> "7";
                };
        String office = "0971-" + phone;
        return String.join(
                "\t", account.unit(), account.id(), account.name(), account.position(), office, days, office);
    }
}
