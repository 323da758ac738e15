package org.netzero.gateway.description;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.netzero.local.test.CommittedDocument;

/// The gateway's own part; the merged document is made of it and the services' at run time.
@QuarkusTest
class CommittedDescriptionTest {

    @Inject Parts parts;

    @Test
    void theGatewayDescribesItselfAsCommitted() {
        CommittedDocument.openApiOf("gateway").mustBe(parts.ofGateway().document().toString());
    }
}
