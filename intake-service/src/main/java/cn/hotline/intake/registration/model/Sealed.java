package cn.hotline.intake.registration.model;

import cn.hotline.intake.callers.model.Ciphertext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * 密封件: the originals of what is shown masked, each closed with the key of the caller it came from.
 *
 * @param caller whose key opens them
 */
public record Sealed(String caller, List<Text> texts) {

    public Sealed {
        texts = texts == null ? List.of() : List.copyOf(texts);
    }

    public Optional<Ciphertext> find(String field) {
        return texts.stream()
                .filter(text -> text.field().equals(field))
                .map(Text::text)
                .findFirst();
    }

    public Sealed with(List<Text> more) {
        return new Sealed(caller, Stream.concat(texts.stream(), more.stream()).toList());
    }

    /**
     * One closed text.
     *
     * @param field which; texts that can be corrected with the edition they came with, such as {@code content/2}
     */
    public record Text(String field, Ciphertext text) {

        /** The place a text opens in: this field of this ticket. */
        public static String place(TicketNumber number, String field) {
            return number.value() + "/" + field;
        }
    }
}
