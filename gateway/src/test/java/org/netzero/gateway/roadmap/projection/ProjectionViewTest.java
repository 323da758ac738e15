package org.netzero.gateway.roadmap.projection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;
import org.netzero.gateway.roadmap.engine.Claim;
import org.netzero.platform.json.JsonConfiguration;

class ProjectionViewTest {

    @Test
    void aClaimThatWasKeptBeforeThereWereGroundsHasNone() throws JsonProcessingException {
        ProjectionView.ClaimView claim =
                JsonConfiguration.mapper()
                        .readValue(
                                "{\"status\": \"BLOCKED\", \"reasons\": [\"gross emissions\"]}",
                                ProjectionView.ClaimView.class);

        assertThat(claim.status()).isEqualTo(Claim.Status.BLOCKED);
        assertThat(claim.reasons()).containsExactly("gross emissions");
        assertThat(claim.grounds()).isEmpty();
    }
}
