package org.netzero.datacenter.project;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.netzero.datacenter.facility.Sites;
import org.netzero.datacenter.project.Figure.Project;
import org.netzero.datacenter.register.Effect;
import org.netzero.platform.database.Statements;
import org.netzero.platform.imports.Intake;
import org.netzero.platform.imports.RowOutcome;
import org.netzero.platform.input.Period;

/// All figures of projects. What is stated is never changed: a correction names what it supersedes,
/// which stays on file.
@ApplicationScoped
class Projects {

    private static final String COLUMNS =
            "project_id, name, kind, site_id, effect, quantity, value, unit, basis, period, evidence, supersedes";

    private final Statements statements;
    private final Sites sites;

    Projects(DataSource database, Sites sites) {
        this.statements = new Statements(database, "Projects");
        this.sites = sites;
    }

    List<RowOutcome> addAll(List<Figure> batch) {
        Set<String> unknownSites =
                sites.unknown(
                        batch.stream()
                                .flatMap(figure -> figure.project().siteId().stream())
                                .toList());
        return QuarkusTransaction.requiringNew().call(() -> add(batch, unknownSites));
    }

    private List<RowOutcome> add(List<Figure> batch, Set<String> unknownSites) {
        List<Intake.Stored<Figure>> stored = stored(batch);
        var intake = new Intake<Figure, Figure>("quantity", stored);
        Map<String, Project> binding = binding(batch, stored, unknownSites);
        var outcomes = new ArrayList<RowOutcome>();
        for (Figure figure : batch) {
            RowOutcome outcome =
                    refused(figure, unknownSites, binding)
                            .orElseGet(() ->
                                    intake.take(figure, figure.id(), figure.supersedes(), figure));
            if (outcome instanceof RowOutcome.Accepted) {
                binding.putIfAbsent(figure.project().projectId(), figure.project());
            }
            outcomes.add(outcome);
        }
        intake.insertions().forEach(this::put);
        return outcomes;
    }

    /// What projects on file are, and their other figures have to say too. A file that corrects
    /// every figure of a project, and says the same of it in each row, corrects the project.
    private static Map<String, Project> binding(
            List<Figure> batch, List<Intake.Stored<Figure>> stored, Set<String> unknownSites) {
        Set<String> corrected = corrected(batch, stored, unknownSites);
        Map<String, Set<Project>> sent = new HashMap<>();
        batch.forEach(figure ->
                sent.computeIfAbsent(figure.project().projectId(), id -> new HashSet<>())
                        .add(figure.project()));
        Map<String, Set<String>> current = new HashMap<>();
        Map<String, Project> binding = new HashMap<>();
        for (Intake.Stored<Figure> revision : stored) {
            if (!revision.superseded()) {
                Project project = revision.content().project();
                binding.put(project.projectId(), project);
                current.computeIfAbsent(project.projectId(), id -> new HashSet<>())
                        .add(revision.id());
            }
        }
        binding.keySet()
                .removeIf(id ->
                        corrected.containsAll(current.getOrDefault(id, Set.of()))
                                && sent.getOrDefault(id, Set.of()).size() == 1);
        return binding;
    }

    /// The figures that a file corrects, if no row is refused for what it says of its project.
    private static Set<String> corrected(
            List<Figure> batch, List<Intake.Stored<Figure>> stored, Set<String> unknownSites) {
        var trial = new Intake<Figure, Figure>("quantity", stored);
        for (Figure figure : batch) {
            if (unknownSite(figure, unknownSites).isEmpty()) {
                trial.take(figure, figure.id(), figure.supersedes(), figure);
            }
        }
        return trial.insertions().stream()
                .flatMap(insertion -> insertion.corrected().stream())
                .map(Intake.Stored::id)
                .collect(Collectors.toSet());
    }

    private static Optional<String> unknownSite(Figure figure, Set<String> unknownSites) {
        return figure.project().siteId().filter(unknownSites::contains);
    }

    private static Optional<RowOutcome> refused(
            Figure figure, Set<String> unknownSites, Map<String, Project> binding) {
        Project project = figure.project();
        Optional<String> unknown = unknownSite(figure, unknownSites);
        if (unknown.isPresent()) {
            return Optional.of(
                    new RowOutcome.Rejected(
                            "siteId",
                            "UNKNOWN_SITE",
                            "there is no site '%s'; import sites first".formatted(unknown.get())));
        }
        Project known = binding.getOrDefault(project.projectId(), project);
        return known.equals(project)
                ? Optional.empty()
                : Optional.of(
                        new RowOutcome.Rejected(
                                "projectId",
                                "PROJECT_DIFFERS",
                                "'%s' has another name, kind, site or effect in its other figures; to correct it, supersede all of them in one file"
                                        .formatted(project.projectId())));
    }

    private List<Intake.Stored<Figure>> stored(List<Figure> batch) {
        return statements.query(
                "select %s, revision, superseded from project_figure where project_id = any (?) order by project_id, quantity, revision"
                        .formatted(COLUMNS),
                query ->
                        query.setArray(
                                1,
                                query.getConnection()
                                        .createArrayOf(
                                                "text",
                                                batch.stream()
                                                        .map(figure -> figure.project().projectId())
                                                        .distinct()
                                                        .toArray())),
                row -> {
                    Figure figure = read(row);
                    return new Intake.Stored<>(
                            figure.id(), row.getInt(13), row.getBoolean(14), figure);
                });
    }

    private static Figure read(ResultSet row) throws SQLException {
        return new Figure(
                new Project(
                        row.getString(1),
                        row.getString(2),
                        Figure.Kind.valueOf(row.getString(3)),
                        Optional.ofNullable(row.getString(4)),
                        Optional.ofNullable(row.getString(5)).map(Effect::valueOf)),
                StatedQuantity.valueOf(row.getString(6)),
                Optional.ofNullable(row.getBigDecimal(7)),
                Optional.ofNullable(row.getString(8)),
                Figure.Basis.valueOf(row.getString(9)),
                Optional.ofNullable(row.getString(10)).map(Period::parse),
                Optional.ofNullable(row.getString(11)),
                Optional.ofNullable(row.getString(12)));
    }

    private void put(Intake.Insertion<Figure, Figure> insertion) {
        Figure figure = insertion.record();
        Project project = figure.project();
        insertion
                .corrected()
                .ifPresent(old ->
                        statements.update(
                                """
                                update project_figure set superseded = true
                                where project_id = ? and quantity = ? and revision = ?\
                                """,
                                update -> {
                                    update.setString(1, project.projectId());
                                    update.setString(2, figure.quantity().name());
                                    update.setInt(3, old.revision());
                                }));
        statements.update(
                "insert into project_figure (%s, revision) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        .formatted(COLUMNS),
                insert -> {
                    insert.setString(1, project.projectId());
                    insert.setString(2, project.name());
                    insert.setString(3, project.kind().name());
                    insert.setString(4, project.siteId().orElse(null));
                    insert.setString(5, project.effect().map(Effect::name).orElse(null));
                    insert.setString(6, figure.quantity().name());
                    insert.setBigDecimal(7, figure.value().orElse(null));
                    insert.setString(8, figure.unit().orElse(null));
                    insert.setString(9, figure.basis().name());
                    insert.setString(10, figure.period().map(Period::toString).orElse(null));
                    insert.setString(11, figure.evidence().orElse(null));
                    insert.setString(12, figure.supersedes().orElse(null));
                    insert.setInt(13, insertion.revision());
                });
    }

    /// The figures of projects in the order of their ids, from the first one after the cursor.
    @Transactional
    List<List<Figure>> after(String cursor, int limit) {
        List<Figure> figures =
                statements.query(
                        """
                        select %s from project_figure
                        where not superseded and project_id in (
                            select distinct project_id from project_figure
                            where project_id > ? order by project_id limit ?)
                        order by project_id, quantity\
                        """
                                .formatted(COLUMNS),
                        query -> {
                            query.setString(1, cursor);
                            query.setInt(2, limit);
                        },
                        Projects::read);
        var projects = new ArrayList<List<Figure>>();
        for (Figure figure : figures) {
            boolean same =
                    !projects.isEmpty()
                            && projects.getLast()
                                    .getFirst()
                                    .project()
                                    .projectId()
                                    .equals(figure.project().projectId());
            if (!same) {
                projects.add(new ArrayList<>());
            }
            projects.getLast().add(figure);
        }
        return projects;
    }
}
