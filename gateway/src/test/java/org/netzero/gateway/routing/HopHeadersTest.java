package org.netzero.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import java.net.URI;
import org.junit.jupiter.api.Test;

class HopHeadersTest {

    private static final URI SERVICE = URI.create("http://127.0.0.1:8082");

    @Test
    void headersNominatedByConnectionEndHere() {
        MultiMap headers =
                headers()
                        .add("Connection", "close, X-Secret")
                        .add("X-Secret", "1")
                        .add("X-Kept", "1");

        HopHeaders.removeFromRequest(headers);

        assertThat(headers.names()).containsExactly("X-Kept");
    }

    @Test
    void whatOnlyATrustedProxyMayClaimEndsHere() {
        MultiMap headers =
                headers()
                        .add("X-FORWARDED-FOR", "1.2.3.4")
                        .add("x-forwarded-proto", "https")
                        .add("Forwarded", "for=1.2.3.4")
                        .add("X-Real-IP", "1.2.3.4");

        HopHeaders.removeFromRequest(headers);

        assertThat(headers.names()).isEmpty();
    }

    @Test
    void aLocationInsideTheServiceBecomesOneOfThePublicApi() {
        MultiMap headers = headers().add("Location", "http://127.0.0.1:8082/api/energy/things/1");

        HopHeaders.removeFromResponse(headers, SERVICE);

        assertThat(headers.get("Location")).isEqualTo("/api/energy/things/1");
    }

    @Test
    void aLocationElsewhereStays() {
        MultiMap headers = headers().add("Location", "http://127.0.0.1:80820/x");

        HopHeaders.removeFromResponse(headers, SERVICE);

        assertThat(headers.get("Location")).isEqualTo("http://127.0.0.1:80820/x");
    }

    private static MultiMap headers() {
        return MultiMap.caseInsensitiveMultiMap();
    }
}
