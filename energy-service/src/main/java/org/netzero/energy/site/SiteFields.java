package org.netzero.energy.site;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.netzero.platform.input.Fields;
import org.netzero.platform.problem.InvalidInput;

/// Reads a site from the fields of a row or of a JSON object.
final class SiteFields {

    private static final Set<String> COUNTRIES =
            Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
    private static final Pattern PROVINCE = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");

    private SiteFields() {}

    /// @throws InvalidInput with everything that is wrong
    static Site read(Fields fields) {
        Optional<String> siteId = fields.id("siteId");
        Optional<String> name = fields.text("name");
        Optional<SiteKind> kind = fields.oneOf("kind", SiteKind.class);
        Optional<String> country = fields.text("country").flatMap(text -> country(fields, text));
        Optional<String> province =
                fields.optionalText("province").flatMap(text -> province(fields, text, country));
        Optional<String> gridZone = fields.optionalText("gridZone");
        Optional<ZoneId> timeZone = fields.zone("timeZone");
        Optional<String> entity = fields.optionalText("entity");
        Optional<BigDecimal> floorArea =
                fields.optionalDecimal("floorAreaM2").flatMap(area -> floorArea(fields, area));
        fields.refuseIfInvalid();
        return new Site(
                siteId.orElseThrow(),
                name.orElseThrow(),
                kind.orElseThrow(),
                country.orElseThrow(),
                province,
                gridZone,
                timeZone.orElseThrow(),
                entity,
                floorArea);
    }

    private static Optional<String> country(Fields fields, String text) {
        return COUNTRIES.contains(text)
                ? Optional.of(text)
                : fields.refuse(
                        "country",
                        "UNKNOWN_COUNTRY",
                        "'%s' is no country; write its ISO 3166-1 code of two letters, such as CN"
                                .formatted(text));
    }

    private static Optional<String> province(Fields fields, String text, Optional<String> country) {
        if (!PROVINCE.matcher(text).matches()) {
            return fields.refuse(
                    "province",
                    "NOT_A_PROVINCE",
                    "'%s' is no province; write its ISO 3166-2 code, such as CN-TJ"
                            .formatted(text));
        }
        if (country.isPresent() && !text.startsWith(country.get() + "-")) {
            return fields.refuse(
                    "province",
                    "PROVINCE_OF_OTHER_COUNTRY",
                    "'%s' does not lie in %s".formatted(text, country.get()));
        }
        return Optional.of(text);
    }

    private static Optional<BigDecimal> floorArea(Fields fields, BigDecimal area) {
        return area.signum() > 0
                ? Optional.of(area)
                : fields.refuse(
                        "floorAreaM2",
                        "NOT_POSITIVE",
                        "'%s' is no area; leave it empty where it is not known"
                                .formatted(area.toPlainString()));
    }
}
