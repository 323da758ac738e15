package org.netzero.gateway.roadmap.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/// A linear program of bounded columns and rows `expression ≤ bound`, some columns whole numbers,
/// solved by ojAlgo's simplex. Whoever fills it scales it: coefficients near one.
///
/// Whole columns are branched on here: with presolving off, ojAlgo's integer solver (57.1.0)
/// answered 1 of 40 small programs with a point that was not the best.
final class LinearProgram {

    /// Where a price and the solution disagree by more, the price is not told.
    private static final double DUALITY_TOLERANCE = 1e-6;

    static {
        // Presolving drops rows, and with them the prices this program is asked for.
        ExpressionsBasedModel.clearPresolvers();
    }

    /// Coefficients so small beside the largest of their row say nothing, and let the solver call
    /// programs impossible that are not: they are left out, and the row gives way by the most they
    /// could do.
    private static final double NEGLIGIBLE = 1e-7;

    private static final double NEARLY_WHOLE = 1e-7;
    private static final int MOST_PROGRAMS = 1_000;
    private static final int FEWEST_PROGRAMS = 60;
    private static final double MOST_CELLS = 1e7;

    private record Column(double lower, double upper, boolean whole) {}

    private record Row(Terms terms, double bound) {}

    /// @param point the value of each column
    /// @param prices what the least value gains for each unit less of a row's bound, not negative;
    ///   empty where the program has whole columns or the solver gives none that explain the value
    /// @param proven whether no point has a lower value
    @SuppressWarnings("ArrayRecordComponent") // never compared, never handed out of the package
    record Solution(double value, double[] point, Optional<double[]> prices, boolean proven) {

        private Solution of(Optional<double[]> otherPrices, boolean isProven) {
            return new Solution(value, point, otherPrices, isProven);
        }
    }

    private final List<Column> columns = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    int column(double lower, double upper) {
        columns.add(new Column(lower, upper, false));
        return columns.size() - 1;
    }

    int wholeColumn(double upper) {
        columns.add(new Column(0, upper, true));
        return columns.size() - 1;
    }

    int atMost(Terms terms, double bound) {
        Terms kept = new Terms().add(terms.constant());
        double least = NEGLIGIBLE * terms.largest();
        double[] givenWay = {0};
        terms.forEach((column, coefficient) -> {
            if (Math.abs(coefficient) >= least || Double.isInfinite(upper(column))) {
                kept.add(column, coefficient);
            } else {
                givenWay[0] += Math.max(0, -coefficient * upper(column));
            }
        });
        rows.add(new Row(kept, bound + givenWay[0] - kept.constant()));
        return rows.size() - 1;
    }

    void rebind(int row, double bound) {
        Terms terms = rows.get(row).terms();
        rows.set(row, new Row(terms, bound - terms.constant()));
    }

    double upper(int column) {
        return columns.get(column).upper();
    }

    boolean hasWholeColumns() {
        return columns.stream().anyMatch(Column::whole);
    }

    LinearProgram copy() {
        LinearProgram copy = new LinearProgram();
        copy.columns.addAll(columns);
        copy.rows.addAll(rows);
        return copy;
    }

    /// The same program with its whole columns held at a point.
    LinearProgram heldAt(double[] point) {
        LinearProgram held = new LinearProgram();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            double whole = Math.rint(point[i]);
            held.columns.add(column.whole() ? new Column(whole, whole, false) : column);
        }
        held.rows.addAll(rows);
        return held;
    }

    /// What the rows' prices leave of each column's coefficient: where negative, the value gained
    /// for each unit more of its upper bound.
    double[] reducedCosts(Terms objective, double[] prices) {
        double[] reduced = new double[columns.size()];
        objective.forEach((column, coefficient) -> reduced[column] += coefficient);
        for (int i = 0; i < rows.size(); i++) {
            double price = prices[i];
            if (price != 0) {
                rows.get(i)
                        .terms()
                        .forEach((column, coefficient) -> reduced[column] += price * coefficient);
            }
        }
        return reduced;
    }

    /// The least value of an objective; empty where no point keeps every row.
    ///
    /// Whole columns are found by branch and bound on the column farthest from whole: the latest
    /// program first until a point is found, then the one of the lowest bound. After as many
    /// programs as [#mostPrograms] says the best point so far is the answer, not proven.
    ///
    /// @throws PlanInputRefused where so many programs found no point at all
    Optional<Solution> minimise(Terms objective) {
        if (!hasWholeColumns()) {
            return solve(objective);
        }
        List<Node> open = new ArrayList<>();
        Optional<Solution> best = Optional.empty();
        int programs = 0;
        int most = mostPrograms();
        relaxed().node(programs++, objective).ifPresent(open::add);
        while (!open.isEmpty() && programs < most) {
            Node node = best.isPresent() ? Collections.min(open, Node.ORDER) : open.getLast();
            open.remove(node);
            if (best.isPresent() && !node.isBelow(best.get().value())) {
                return best;
            }
            int column = farthestFromWhole(node.solution());
            if (column < 0) {
                best = Optional.of(node.solution().of(Optional.empty(), true));
                continue;
            }
            for (LinearProgram narrower : node.split(column)) {
                narrower.node(programs++, objective).ifPresent(open::add);
            }
        }
        if (open.isEmpty()) {
            return best;
        }
        if (best.isEmpty()) {
            throw Field.of("levers")
                    .refused(
                            "hold more blocks and exclusive groups than can be tried",
                            "leave out the block size of small projects");
        }
        return best.map(found -> found.of(Optional.empty(), false));
    }

    /// Fewer where each takes longer, so that a plan takes seconds and not minutes.
    private int mostPrograms() {
        double cells = (double) columns.size() * rows.size();
        return (int) Math.clamp(MOST_CELLS / cells, FEWEST_PROGRAMS, MOST_PROGRAMS);
    }

    private record Node(int number, LinearProgram program, Solution solution) {

        private static final Comparator<Node> ORDER =
                Comparator.<Node>comparingDouble(node -> node.solution().value())
                        .thenComparing(Node::number, Comparator.reverseOrder());

        boolean isBelow(double value) {
            return solution.value() < value - NEARLY_WHOLE * Math.max(1, Math.abs(value));
        }

        List<LinearProgram> split(int column) {
            double value = solution.point()[column];
            Column whole = program.columns.get(column);
            LinearProgram below = program.copy();
            below.columns.set(column, new Column(whole.lower(), Math.floor(value), false));
            LinearProgram above = program.copy();
            above.columns.set(column, new Column(Math.ceil(value), whole.upper(), false));
            return List.of(below, above);
        }
    }

    private Optional<Node> node(int number, Terms objective) {
        return solve(objective).map(solution -> new Node(number, this, solution));
    }

    /// The same program in which any part of a whole will do.
    LinearProgram relaxed() {
        LinearProgram relaxed = copy();
        relaxed.columns.replaceAll(column -> new Column(column.lower(), column.upper(), false));
        return relaxed;
    }

    private int farthestFromWhole(Solution solution) {
        int farthest = -1;
        double most = NEARLY_WHOLE;
        for (int i = 0; i < columns.size(); i++) {
            double value = solution.point()[i];
            double distance = Math.abs(value - Math.rint(value));
            if (columns.get(i).whole() && distance > most) {
                farthest = i;
                most = distance;
            }
        }
        return farthest;
    }

    private Optional<Solution> solve(Terms objective) {
        if (rows.stream().anyMatch(row -> row.terms().isConstant() && row.bound() < -1e-9)) {
            return Optional.empty();
        }
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        model.options.sparse = true;
        List<Variable> variables = new ArrayList<>();
        double[] weights = new double[columns.size()];
        objective.forEach((column, weight) -> weights[column] = weight);
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            Variable variable = model.newVariable("c" + i).lower(column.lower());
            if (column.upper() < Double.POSITIVE_INFINITY) {
                variable.upper(column.upper());
            }
            variable.weight(weights[i]);
            variables.add(variable);
        }
        List<Expression> expressions = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Expression expression = model.newExpression("r" + i).upper(rows.get(i).bound());
            rows.get(i)
                    .terms()
                    .forEach((column, value) -> expression.set(variables.get(column), value));
            expressions.add(expression);
        }
        Optimisation.Result result = model.minimise();
        Optimisation.State state = result.getState();
        if (state == Optimisation.State.INFEASIBLE) {
            return Optional.empty();
        }
        if (!state.isOptimal()) {
            throw new IllegalStateException(
                    "The solver ended %s on %d columns and %d rows, which is no answer"
                            .formatted(state, columns.size(), rows.size()));
        }
        double[] point = new double[columns.size()];
        for (int i = 0; i < point.length; i++) {
            point[i] =
                    Math.clamp(
                            result.doubleValue(i), columns.get(i).lower(), columns.get(i).upper());
        }
        double value = objective.at(point);
        Optional<double[]> prices =
                Optional.of(prices(result, expressions)).filter(p -> explain(p, objective, value));
        return Optional.of(new Solution(value, point, prices, true));
    }

    private double[] prices(Optimisation.Result result, List<Expression> expressions) {
        IdentityHashMap<Object, Integer> places = new IdentityHashMap<>();
        for (int i = 0; i < expressions.size(); i++) {
            places.put(expressions.get(i), i);
        }
        double[] prices = new double[rows.size()];
        for (var dual : result.getDualValues()) {
            Integer row = places.get(dual.getKey().left());
            if (row != null) {
                prices[row] = Math.abs(dual.doubleValue());
            }
        }
        return prices;
    }

    /// Strong duality: the prices and the bounds of the columns give the same value.
    private boolean explain(double[] prices, Terms objective, double value) {
        double[] reduced = reducedCosts(objective, prices);
        double dual = objective.constant();
        for (int i = 0; i < prices.length; i++) {
            dual -= prices[i] * rows.get(i).bound();
        }
        for (int i = 0; i < reduced.length; i++) {
            if (Math.abs(reduced[i]) > 1e-9) {
                Column column = columns.get(i);
                dual += reduced[i] * (reduced[i] > 0 ? column.lower() : column.upper());
            }
        }
        return Math.abs(dual - value) <= DUALITY_TOLERANCE * (1 + Math.abs(value));
    }
}
