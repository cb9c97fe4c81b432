package quantizer.reference;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.random.RandomGenerator;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Random numbers nobody without the secret can go on with or repeat, however many they have seen.
///
/// With an ordinary generator, an encoder could work out its state from the weights, which are
/// little more than its output, and send that: a decoder that draws the same weights again needs a
/// few bytes. Here the numbers are AES in counter mode under a key of 256 bits, HMAC-SHA256(secret,
/// name). A candidate knows neither the secret nor the key, and the two cannot be found from what
/// they made.
public final class SecretStream implements RandomGenerator {

    private static final int PAGE = 1 << 13;

    private final Cipher cipher;
    private ByteBuffer page = ByteBuffer.allocate(0);

    /// @param name what the numbers are for, such as `TRAINING/laplacian/0`; other names, other
    ///   numbers
    public SecretStream(byte[] secret, String name) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            byte[] key = mac.doFinal(name.getBytes(StandardCharsets.UTF_8));
            cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(key, "AES"),
                    new IvParameterSpec(new byte[16]));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has HmacSHA256 and AES", impossible);
        }
    }

    @Override
    public long nextLong() {
        if (!page.hasRemaining()) {
            page = ByteBuffer.wrap(cipher.update(new byte[PAGE]));
        }
        return page.getLong();
    }
}
