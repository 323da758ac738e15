package org.netzero.local.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommittedDocumentTest {

    @TempDir private Path folder = Path.of("");
    private Path file = Path.of("");

    @BeforeEach
    void nameFile() {
        file = folder.resolve("openapi/energy.yaml");
    }

    @Test
    void whatIsCommittedPasses() {
        refreshed().mustBe("{\"openapi\": \"3.1.0\"}");

        assertThatCode(() -> compared().mustBe("{\"openapi\": \"3.1.0\"}"))
                .doesNotThrowAnyException();
    }

    @Test
    void theOrderOfNamesMakesNoDifference() {
        refreshed().mustBe("{\"openapi\": \"3.1.0\", \"paths\": {}}");

        assertThatCode(() -> compared().mustBe("{\"paths\": {}, \"openapi\": \"3.1.0\"}"))
                .doesNotThrowAnyException();
    }

    @Test
    void aLineThatDiffersIsNamedWithTheCommandThatRefreshes() {
        refreshed().mustBe("{\"openapi\": \"3.1.0\", \"paths\": {}}");

        assertThatThrownBy(() -> compared().mustBe("{\"openapi\": \"3.1.0\", \"tags\": []}"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll(
                        file.toString(),
                        "First at line 2: committed is 'paths: {}', generated is 'tags: []'",
                        "./mvnw test -Dtest=CommittedDescriptionTest",
                        "-Dnetzero.refresh=true");
    }

    @Test
    void aLineTooManyIsRefused() {
        refreshed().mustBe("{\"openapi\": \"3.1.0\", \"paths\": {}}");

        assertThatThrownBy(() -> compared().mustBe("{\"openapi\": \"3.1.0\"}"))
                .hasMessageContaining(
                        "First at line 2: committed is 'paths: {}', generated is 'nothing'");
    }

    @Test
    void aMissingFileIsRefusedAndNotWritten() {
        assertThatThrownBy(() -> compared().mustBe("{\"openapi\": \"3.1.0\"}"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("committed is 'nothing'");
        assertThat(Files.exists(file)).isFalse();
    }

    @Test
    void whatIsNoJsonIsRefused() {
        assertThatThrownBy(() -> refreshed().mustBe("<html>"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("<html>");
        assertThat(Files.exists(file)).isFalse();
    }

    private CommittedDocument refreshed() {
        return new CommittedDocument(file, true);
    }

    private CommittedDocument compared() {
        return new CommittedDocument(file, false);
    }
}
