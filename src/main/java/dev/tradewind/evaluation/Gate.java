package dev.tradewind.evaluation;

import dev.tradewind.sandbox.Fuel;

import java.util.Map;

/// All a candidate's classes can see by name: the JDK, the task's contract and the fuel counter.
/// Neither tradewind nor the harness.
final class Gate extends ClassLoader {

    private static final String FUEL = Fuel.class.getName();

    private final Map<String, byte[]> contract;

    Gate(Map<String, byte[]> contract) {
        super("contract", ClassLoader.getPlatformClassLoader());
        this.contract = contract;
    }

    /// Whether a class is the contract's.
    boolean defines(String name) {
        return contract.containsKey(name);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] file = contract.get(name);
        if (file != null) {
            return defineClass(name, file, 0, file.length);
        }
        if (name.equals(FUEL)) {
            return Fuel.class;
        }
        throw new ClassNotFoundException(name);
    }
}
