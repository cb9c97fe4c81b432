package dev.tradewind.evaluation;

import org.jspecify.annotations.Nullable;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The harness of a [MethodTask]: calls one public static method of the candidate and writes down
/// what it returns.
public final class Calls implements Harness<Object, Calls.Call> {

    private @Nullable Method method;

    /// One call.
    record Call(String method, Row row) {

        void write(DataOutput out) throws IOException {
            out.writeUTF(method);
            out.writeByte(row.arguments().size());
            for (Object argument : row.arguments()) {
                Values.write(argument, out);
            }
        }

        static Call read(DataInput in) throws IOException {
            String method = in.readUTF();
            List<Object> arguments = new ArrayList<>();
            for (int left = in.readUnsignedByte(); left > 0; left--) {
                arguments.add(Values.read(in));
            }
            return new Call(method, new Row(arguments));
        }

        /// As written in Java, such as `sine(double)`.
        @Override
        public String toString() {
            return Stream.of(types())
                    .map(Class::getSimpleName)
                    .collect(Collectors.joining(", ", method + "(", ")"));
        }

        Class<?>[] types() {
            return row.arguments().stream().map(Values::type).toArray(Class<?>[]::new);
        }

        /// The arguments, theirs who is called.
        Object[] copies() {
            return row.arguments().stream().map(Values::copy).toArray();
        }
    }

    /// The method does not exist, or returned what cannot be written down.
    private static final class NoAnswer extends Exception {

        private static final long serialVersionUID = 1L;

        NoAnswer(String message) {
            super(message, null, false, false);
        }
    }

    @Override
    public Call read(DataInput in) throws IOException {
        return Call.read(in);
    }

    /// Writes `true` and what the method returned, or `false` and why there is no such thing.
    @Override
    public void run(Supplier<Object> candidate, Call call, DataOutput certificate)
            throws IOException, GiveUp {
        Object answer;
        try {
            answer = answer(candidate, call);
        } catch (NoAnswer reason) {
            certificate.writeBoolean(false);
            certificate.writeUTF("" + reason.getMessage());
            throw new GiveUp();
        }
        certificate.writeBoolean(true);
        Values.write(answer, certificate);
    }

    private Object answer(Supplier<Object> candidate, Call call) throws NoAnswer {
        if (method == null) {
            method = find(candidate.get().getClass(), call);
        }
        Object answer = invoke(method, call);
        if (answer == null || !Values.allowed(answer)) {
            throw new NoAnswer(call + " returned no value; " + Values.ALLOWED);
        }
        return answer;
    }

    private static Method find(Class<?> type, Call call) throws NoAnswer {
        try {
            Method found = type.getMethod(call.method, call.types());
            if (Modifier.isStatic(found.getModifiers())) {
                found.setAccessible(true);
                return found;
            }
        } catch (NoSuchMethodException _) {
            // Told below.
        }
        throw new NoAnswer("there is no public static method " + call);
    }

    /// Whatever the candidate throws stays visible as the cause.
    private static @Nullable Object invoke(Method method, Call call) {
        try {
            return method.invoke(null, call.copies());
        } catch (IllegalAccessException | InvocationTargetException thrown) {
            throw new IllegalStateException(thrown);
        }
    }
}
