package cn.hotline.intake.callers;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.hotline.intake.callers.model.Ciphertext;
import cn.hotline.intake.callers.model.Seal;
import java.util.Base64;

/** A seal that closes nothing but notices a wrong key and a wrong place. */
public record NamedSeal(String key) implements Seal {

    @Override
    public Ciphertext close(String place, String text) {
        String hidden = Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
        return new Ciphertext((key + " " + place + " " + hidden).getBytes(UTF_8));
    }

    @Override
    public String open(String place, Ciphertext sealed) {
        String[] parts = new String(sealed.value(), UTF_8).split(" ");
        if (!parts[0].equals(key) || !parts[1].equals(place)) {
            throw new IllegalStateException("Not closed with this key for " + place);
        }
        return new String(Base64.getDecoder().decode(parts[2]), UTF_8);
    }
}
