package org.netzero.emissions.method;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.calculation.CalculationMethod;
import org.netzero.emissions.calculation.MethodInput;
import org.netzero.emissions.calculation.MethodRule;
import org.netzero.emissions.calculation.Scope;
import org.netzero.emissions.calculation.Scope3Category;
import org.netzero.emissions.factor.Purpose;
import org.netzero.platform.identity.Role;

@Path("/api/emissions/methods")
@RunOnVirtualThread
@RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
class MethodResource {

    record Methods(List<MethodView> methods) {}

    /// A method as the API shows it.
    ///
    /// @param scopes it serves; empty: beside the scopes
    /// @param categories of scope 3 it serves; empty: all, where it serves scope 3
    /// @param purpose of its factors; null: what the activity is usually accounted by
    record MethodView(
            CalculationMethod method,
            List<Scope> scopes,
            SortedSet<Scope3Category> categories,
            String quantity,
            List<MethodInput> inputs,
            @Nullable Purpose purpose,
            MethodRule.Accounting accounting,
            String formula,
            String clause) {

        static MethodView of(CalculationMethod method) {
            MethodRule rule = method.rule();
            return new MethodView(
                    method,
                    rule.scopes(),
                    rule.categories(),
                    rule.quantity(),
                    rule.inputs(),
                    rule.purpose().orElse(null),
                    rule.accounting(),
                    rule.formula(),
                    rule.clause());
        }
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Methods list() {
        return new Methods(Arrays.stream(CalculationMethod.values()).map(MethodView::of).toList());
    }
}
