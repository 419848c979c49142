package dev.breakwater.engine.assembly;

import dev.breakwater.engine.model.ObjectMeta;
import dev.breakwater.engine.model.WorkloadSpec;
import java.lang.invoke.CallSite;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the components of one type of record, as fast as calling them: a reflective call for each of some hundred
 * components of a workload would cost more than judging it.
 *
 * @param name of the type, as bytes
 * @param components those with a meaning, in their order
 */
record RecordReader(byte[] name, List<Function<Object, @Nullable Object>> components) {

    private static final ClassValue<RecordReader> READERS = new ClassValue<>() {
        @Override
        protected RecordReader computeValue(Class<?> type) {
            return new RecordReader(
                    type.getName().getBytes(StandardCharsets.UTF_8),
                    Arrays.stream(type.getRecordComponents())
                            .filter(component -> hasMeaning(type, component.getName()))
                            .map(RecordReader::reader)
                            .toList());
        }
    };

    static RecordReader of(Class<?> type) {
        return READERS.get(type);
    }

    private static boolean hasMeaning(Class<?> type, String component) {
        return !(type == ObjectMeta.class && component.equals("uid"))
                && !(type == WorkloadSpec.class && component.equals("generation"));
    }

    @SuppressWarnings("unchecked")
    private static Function<Object, @Nullable Object> reader(RecordComponent component) {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            MethodHandle accessor = lookup.unreflect(component.getAccessor());
            CallSite site = LambdaMetafactory.metafactory(
                    lookup,
                    "apply",
                    MethodType.methodType(Function.class),
                    MethodType.methodType(Object.class, Object.class),
                    accessor,
                    accessor.type().wrap().changeParameterType(0, component.getDeclaringRecord()));
            return (Function<Object, @Nullable Object>) site.getTarget().invoke();
        } catch (Throwable e) {
            throw new IllegalStateException("the model's records are public: " + component, e);
        }
    }
}
