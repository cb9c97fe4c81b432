package dev.tradewind.evaluation;

import java.util.Map;

/// Defines the classes of a harness or scorer. Their own classes come first, then the contract's,
/// then those of tradewind and the JDK, so that nothing on the class path stands in for them.
final class TaskLoader extends ClassLoader {

    private final Map<String, byte[]> files;
    private final Gate contract;

    TaskLoader(String name, Map<String, byte[]> files, Gate contract) {
        super(name, TaskLoader.class.getClassLoader());
        this.files = files;
        this.contract = contract;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            if (contract.defines(name)) {
                return contract.loadClass(name);
            }
            if (!files.containsKey(name)) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            return known == null ? define(name, files.get(name)) : known;
        }
    }

    private Class<?> define(String name, byte[] file) {
        return defineClass(name, file, 0, file.length);
    }
}
