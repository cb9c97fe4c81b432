package dev.tradewind.evaluation;

import java.io.DataInputStream;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;

/// A task's harness in a worker process, with the door candidates are loaded behind.
final class LoadedHarness {

    private final Gate gate;
    private final Class<?> type;
    private final Class<?> wanted;

    private LoadedHarness(Gate gate, Class<?> type) {
        this.gate = gate;
        this.type = type;
        this.wanted = wanted(type);
    }

    static LoadedHarness of(Greeting greeting) throws ClassNotFoundException {
        Gate gate = new Gate(greeting.contract());
        TaskLoader loader = new TaskLoader("harness", greeting.harness(), gate);
        return new LoadedHarness(gate, loader.loadClass(greeting.harnessClass()));
    }

    Gate gate() {
        return gate;
    }

    /// What a candidate must be, as far as the harness's class says so.
    Class<?> wanted() {
        return wanted;
    }

    /// A fresh harness. Its type parameters are known to the task's sources only.
    @SuppressWarnings("unchecked")
    Harness<Object, Object> make() throws ReflectiveOperationException {
        return (Harness<Object, Object>) type.getConstructor().newInstance();
    }

    List<Object> read(List<byte[]> written) throws IOException, ReflectiveOperationException {
        Harness<Object, Object> reader = make();
        List<Object> instances = new ArrayList<>(written.size());
        for (byte[] bytes : written) {
            DataInputStream in = Frames.input(bytes);
            instances.add(reader.read(in));
            if (in.available() > 0) {
                throw new IOException(
                        "reads %d of %d bytes of an instance; it must read what the scorer writes"
                                .formatted(bytes.length - in.available(), bytes.length));
            }
        }
        return instances;
    }

    /// The first type argument of [Harness], where the class names it.
    private static Class<?> wanted(Class<?> harness) {
        for (Type one : harness.getGenericInterfaces()) {
            if (one instanceof ParameterizedType doors && doors.getRawType() == Harness.class) {
                return raw(doors.getActualTypeArguments()[0]);
            }
        }
        return Object.class;
    }

    private static Class<?> raw(Type type) {
        return switch (type) {
            case Class<?> plain -> plain;
            case ParameterizedType generic -> raw(generic.getRawType());
            default -> Object.class;
        };
    }
}
