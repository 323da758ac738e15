package org.netzero.platform.input;

import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.platform.problem.Violation;

/// Refuses query parameters that the resource does not declare, and those that come twice: a
/// misspelt filter would otherwise answer with more than was asked for.
@Singleton
public final class KnownParameters {

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    /// @throws InvalidInput naming every unknown and every repeated parameter
    @ServerRequestFilter
    public void check(ContainerRequestContext request, ResourceInfo resource) {
        Map<String, List<String>> asked = request.getUriInfo().getQueryParameters();
        @Nullable Method method = resource.getResourceMethod();
        if (asked.isEmpty() || method == null) {
            return;
        }
        Set<String> names = known.computeIfAbsent(method, KnownParameters::declaredBy);
        var violations = new ArrayList<Violation>();
        asked.forEach((name, values) -> {
            if (!names.contains(name)) {
                violations.add(
                        new Violation(
                                name,
                                "UNKNOWN_PARAMETER",
                                names.isEmpty()
                                        ? "unknown parameter '%s'; none is known here"
                                                .formatted(name)
                                        : "unknown parameter '%s'; known here: %s"
                                                .formatted(name, String.join(", ", names))));
            } else if (values.size() > 1) {
                violations.add(
                        new Violation(
                                name,
                                "REPEATED_PARAMETER",
                                "comes %d times; give it once".formatted(values.size())));
            }
        });
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
    }

    private static Set<String> declaredBy(Method method) {
        Set<String> names = new TreeSet<>();
        for (Parameter parameter : method.getParameters()) {
            add(parameter, parameter.getName(), parameter.getType(), names);
        }
        return names;
    }

    private static void add(
            AnnotatedElement element, String ownName, Class<?> type, Set<String> names) {
        @Nullable QueryParam standard = element.getAnnotation(QueryParam.class);
        @Nullable RestQuery named = element.getAnnotation(RestQuery.class);
        if (standard != null) {
            names.add(standard.value());
        } else if (named != null) {
            names.add(named.value().isEmpty() ? ownName : named.value());
        } else if (element.isAnnotationPresent(BeanParam.class)) {
            addFields(type, names);
        }
    }

    private static void addFields(Class<?> bean, Set<String> names) {
        for (Class<?> type = bean; type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                add(field, field.getName(), field.getType(), names);
            }
        }
    }
}
