package org.netzero.emissions.calculation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.netzero.quantities.GwpSet;

/// Names a result so that computing it again finds it again: `2021.AR5_100.` and, of an activity
/// record, its id after a letter for the method, or else a hash of the record and the method.
///
/// @param year of the inventory
/// @param gwpSet of the inventory
/// @param key `A.flight-17`, `L.` by location, `M.` by market; or the first 20 hexadecimal digits
///   of a SHA-256
public record ResultId(int year, GwpSet gwpSet, String key) {

    private static final int HASH_BYTES = 10;
    private static final Pattern FORM =
            Pattern.compile(
                    "(\\d{4})\\.(AR[456]_100)\\.([0-9a-f]{%d}|[ALM]\\.[\\p{L}\\p{N}][\\p{L}\\p{N}._:@+-]*)"
                            .formatted(2 * HASH_BYTES));

    static ResultId of(int year, GwpSet gwpSet, String record, String method) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest((record + "\n" + method).getBytes(StandardCharsets.UTF_8));
            return new ResultId(year, gwpSet, HexFormat.of().formatHex(digest, 0, HASH_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /// @param method of scope 2
    public static ResultId ofActivity(
            int year, GwpSet gwpSet, String activityId, Optional<Scope2Method> method) {
        return new ResultId(year, gwpSet, letter(method) + "." + activityId);
    }

    /// The method of scope 2 in a letter: `L` by location, `M` by market, `A` where there is none.
    public static String letter(Optional<Scope2Method> method) {
        return method.map(its -> its == Scope2Method.LOCATION_BASED ? "L" : "M").orElse("A");
    }

    /// The activity record it is of; empty where it is of energy.
    public Optional<String> activityId() {
        return key.charAt(1) == '.' ? Optional.of(key.substring(2)) : Optional.empty();
    }

    /// Empty when the text has another form.
    public static Optional<ResultId> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(
                        new ResultId(
                                Integer.parseInt(form.group(1)),
                                GwpSet.valueOf(form.group(2)),
                                form.group(3)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return year + "." + gwpSet + "." + key;
    }
}
