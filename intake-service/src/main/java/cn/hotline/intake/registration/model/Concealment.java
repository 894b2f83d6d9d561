package cn.hotline.intake.registration.model;

import cn.hotline.intake.callers.model.Identity;
import cn.hotline.intake.callers.model.Seal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 遮蔽: masks the texts of one request one after another, and remembers the originals of those it had to change.
 *
 * <p>For one request; not thread-safe.
 */
public final class Concealment {

    private final Identity identity;
    private final Map<String, String> originals = new LinkedHashMap<>();

    public Concealment(Identity identity) {
        this.identity = identity;
    }

    /** Remembers who the caller is, too. */
    public Concealment withIdentity() {
        keep("name", identity.name());
        keep("account", identity.account());
        return this;
    }

    /** The text as everybody may see it; null stays null. */
    @Nullable
    String hide(String field, @Nullable String text) {
        return text == null ? null : hidden(field, text);
    }

    /** The text as everybody may see it. */
    public String hidden(String field, String text) {
        String masked = identity.mask(text);
        if (!masked.equals(text)) {
            originals.put(field, text);
        }
        return masked;
    }

    /** Whether there is nothing to seal. */
    public boolean isEmpty() {
        return originals.isEmpty();
    }

    /** The originals, closed for this ticket. */
    public List<Sealed.Text> close(TicketNumber number, Seal seal) {
        return originals.entrySet().stream()
                .map(original -> new Sealed.Text(
                        original.getKey(),
                        seal.close(Sealed.Text.place(number, original.getKey()), original.getValue())))
                .toList();
    }

    private void keep(String field, @Nullable String text) {
        if (text != null) {
            originals.put(field, text);
        }
    }
}
