package org.netzero.platform.idempotency;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.messaging.DatabaseFailure;

/// The first answer to each write that came with an idempotency key, kept for a day.
@ApplicationScoped
class FirstAnswers {

    private final DataSource database;

    FirstAnswers(DataSource database) {
        this.database = database;
    }

    /// What is known of a key: the request it came with first, and the answer once there is one.
    record Known(String request, Optional<Answer> answer) {}

    /// An answer as it went out.
    ///
    /// @param requestSha256 of the body it answered; empty when it was given before bodies were
    ///   digested
    /// @param location where it pointed to, if anywhere
    record Answer(
            int status,
            String mediaType,
            String body,
            Optional<String> requestSha256,
            Optional<String> location) {}

    /// Takes the key for a request, unless it is taken.
    ///
    /// @return what is known of the key when it is taken; empty when it now belongs to this request
    Optional<Known> take(String subject, String key, String request) {
        return QuarkusTransaction.requiringNew()
                .call(() -> {
                    Optional<Known> known = Optional.empty();
                    // a key may be given back between the two statements; then it can be had
                    while (known.isEmpty() && !insert(subject, key, request)) {
                        known = known(subject, key);
                    }
                    return known;
                });
    }

    private boolean insert(String subject, String key, String request) {
        return update(
                        "insert into idempotency (subject, key, request) values (?, ?, ?) on conflict do nothing",
                        subject,
                        key,
                        request)
                == 1;
    }

    void remember(String subject, String key, Answer answer) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        update(
                                "update idempotency set status = ?::int, media_type = ?, body = ?, body_sha256 = ?, location = ? where subject = ? and key = ?",
                                String.valueOf(answer.status()),
                                answer.mediaType(),
                                answer.body(),
                                answer.requestSha256().orElse(null),
                                answer.location().orElse(null),
                                subject,
                                key));
    }

    /// Lets a key go whose request was refused: the corrected request may use it again.
    void release(String subject, String key) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        update(
                                "delete from idempotency where subject = ? and key = ?",
                                subject,
                                key));
    }

    /// A key that never got its answer is let go after an hour, longer than any request takes: its
    /// request died with its process.
    @Scheduled(every = "1m", delayed = "1m")
    void forget() {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        update(
                                """
                                delete from idempotency where taken_at < now() - interval '1 day'
                                or (status is null and taken_at < now() - interval '1 hour')\
                                """));
    }

    private Optional<Known> known(String subject, String key) {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                "select request, status, media_type, body, body_sha256, location from idempotency where subject = ? and key = ?")) {
            select.setString(1, subject);
            select.setString(2, key);
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                @Nullable String mediaType = row.getString(3);
                Optional<Answer> answer =
                        mediaType == null
                                ? Optional.empty()
                                : Optional.of(
                                        new Answer(
                                                row.getInt(2),
                                                mediaType,
                                                row.getString(4),
                                                Optional.ofNullable(row.getString(5)),
                                                Optional.ofNullable(row.getString(6))));
                return Optional.of(new Known(row.getString(1), answer));
            }
        } catch (SQLException failed) {
            throw new DatabaseFailure("The idempotency key", failed);
        }
    }

    private int update(String sql, @Nullable String... values) {
        try (var connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException failed) {
            throw new DatabaseFailure("The idempotency key", failed);
        }
    }
}
