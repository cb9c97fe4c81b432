package dev.tradewind.guard;

import dev.tradewind.sandbox.Fuel;

import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.TreeMap;

/// Classes of a candidate, verified and loaded as in a worker, in the tests' own process.
final class Loaded extends ClassLoader {

    private final Map<String, byte[]> files;

    Loaded(Map<String, byte[]> classes) {
        super(Fuel.class.getClassLoader());
        files = new TreeMap<>(classes);
        files.putAll(Programs.RULES);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] file = files.get(name);
        if (file == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, file, 0, file.length);
    }

    /// Loads and links every class; the virtual machine verifies what it links.
    void link() {
        for (String name : files.keySet()) {
            try {
                Class.forName(name, true, this);
            } catch (ClassNotFoundException broken) {
                throw new AssertionError(broken);
            }
        }
    }

    /// What the rule answers, with as much fuel as it likes or runs out of.
    double[] answer(long fuel, double... xs) {
        Fuel.start(fuel);
        try {
            Object rule =
                    Class.forName(Programs.ENTRY, true, this)
                            .getDeclaredConstructor()
                            .newInstance();
            Class<?> contract = Class.forName("rules.Rule", true, this);
            return (double[]) contract.getMethod("at", double[].class).invoke(rule, xs);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(thrown.getCause());
        } catch (ReflectiveOperationException broken) {
            throw new LinkageError(Programs.ENTRY, broken);
        }
    }
}
